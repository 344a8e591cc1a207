import { createApp } from 'vue';
import '@/ui/base.css';
import WidgetApp from './WidgetApp.vue';

createApp(WidgetApp).mount('#app');
