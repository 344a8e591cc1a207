import { createApp } from 'vue';
import '@/ui/base.css';
import '@/ui/pages.css';
import DemoApp from './DemoApp.vue';

createApp(DemoApp).mount('#app');
