import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';
import { at, common } from './vite.config.ts';

export default defineConfig({
  plugins: [vue()],
  resolve: common.resolve,
  define: common.define,
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    root: at('.'),
    watch: false,
    restoreMocks: true,
    // No test asks the network for anything; happy-dom complains of each frame it does not load.
    onConsoleLog: (log) => !log.includes('Iframe page loading is disabled'),
    environmentOptions: {
      happyDOM: { settings: { disableIframePageLoading: true } },
    },
  },
});
