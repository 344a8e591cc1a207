import { createApp } from 'vue';
import '@/ui/base.css';
import '@/ui/pages.css';
import HomeApp from './HomeApp.vue';

createApp(HomeApp).mount('#app');
