import { createApp } from 'vue';
import '@/ui/base.css';
import './widget.css';
import { smallWords, useLanguage } from '@/composables/language';
import { WORDS } from '@/composables/useWords';
import WidgetApp from './WidgetApp.vue';
import { loadWords } from './words';

const query = new URLSearchParams(location.search);
const language = useLanguage(query.get('lang'));
void loadWords[language.value]().then(({ default: messages }) => {
  const words = smallWords(language, { 'zh-CN': messages, en: messages });
  createApp(WidgetApp, { shop: query.get('shop'), origin: query.get('parent') })
    .provide(WORDS, words)
    .mount('#app');
});
