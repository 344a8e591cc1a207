import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { at, common } from './vite.config.ts';

/** The widget's page, with a Vue of its own that has only what the widget uses. */
export default defineConfig({
  ...common,
  plugins: [vue()],
  build: {
    ...common.build,

    rolldownOptions: { input: at('pages/widget/index.html') },
  },
});
