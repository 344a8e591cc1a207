import { createApp } from 'vue';
import '@/ui/base.css';
import './widget.css';
import { smallWords, useLanguage } from '@/composables/language';
import { WORDS } from '@/composables/useWords';
import WidgetApp from './WidgetApp.vue';
import { messages, speak } from './words';

const query = new URLSearchParams(location.search);
const language = useLanguage(query.get('lang'));
void speak(language, language.value).then(() => {
  createApp(WidgetApp, { shop: query.get('shop'), origin: query.get('parent') })
    .provide(WORDS, smallWords(language, messages))
    .mount('#app');
});
