import { createApp } from 'vue';
import { WORDS } from '@/composables/useWords';
import '@/ui/base.css';
import '@/ui/pages.css';
import './element.css';
import ConsoleApp from './ConsoleApp.vue';
import { consoleWords } from './words';

const { i18n, words } = consoleWords();
createApp(ConsoleApp).use(i18n).provide(WORDS, words).mount('#app');
