import { defineConfig } from 'vite';
import { at, common } from './vite.config.ts';

/** The one script a shop's page loads: a stable name, no module, no Vue. */
export default defineConfig({
  ...common,
  build: {
    ...common.build,
    lib: {
      entry: at('src/apps/widget/embed.ts'),
      formats: ['iife'],
      name: 'XiaoerDeskLoader',
      fileName: () => 'widget/loader.js',
    },
  },
});
