import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig, type Plugin } from 'vite';

export const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Where the server serves from. */
export const STATIC = at('target/classes/static');

/** lodash makes code out of text to find the global object where there is no `self`; a browser always has it. */
const withoutEval: Plugin = {
  name: 'without-eval',
  transform: (code, id) =>
    id.endsWith('/lodash-es/_root.js') ? code.replace("Function('return this')()", 'globalThis') : null,
};

/** What all pages have in common. The widget and the loader are built apart, so that nothing of the others reaches them. */
export const common = {
  root: at('pages'),
  publicDir: false as const,
  resolve: { alias: { '@': at('src') } },
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  build: {
    outDir: STATIC,
    emptyOutDir: false,
    target: 'es2022',
    sourcemap: false,
    reportCompressedSize: false,
    // An inlined picture or font would be a data: URL in a style sheet, which a strict policy may refuse.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
};

/** Home, console and demo shop. In development it serves every page and asks a running server for the rest. */
export default defineConfig({
  ...common,
  plugins: [vue(), withoutEval],
  publicDir: at('pages-public'),
  build: {
    ...common.build,
    rolldownOptions: {
      input: [at('pages/index.html'), at('pages/console/index.html'), at('pages/demo/index.html')],
    },
  },
  server: {
    fs: { allow: [at('.')] },
    proxy: { '/api': 'http://localhost:8080', '/ws': { target: 'ws://localhost:8080', ws: true } },
  },
});
