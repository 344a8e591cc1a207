import { createApp } from 'vue';
import '@/ui/base.css';
import HomeApp from './HomeApp.vue';

createApp(HomeApp).mount('#app');
