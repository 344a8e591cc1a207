import { defineConfig } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import vue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';

/** The floors of the house: each may use those named here and itself, nothing above. */
const FLOORS = {
  protocol: [],
  client: ['protocol'],
  state: ['protocol'],
  composables: ['protocol', 'client', 'state'],
  ui: ['protocol', 'client', 'state', 'composables'],
};
const APPS = ['console', 'widget', 'demo', 'home'];

const barred = (message, ...folders) => ({
  'no-restricted-imports': [
    'error',
    { patterns: [{ regex: `^(@/|(\\.\\./)+)(${folders.join('|')})(/|$)`, message }, ...noVue(folders)] },
  ],
});
const noVue = (folders) =>
  folders.includes('composables')
    ? [{ regex: '^(vue|vue-.*|@vue/.*)$', message: 'This floor knows nothing of Vue.' }]
    : [];

const floors = Object.entries(FLOORS).map(([floor, below]) => {
  const above = [...Object.keys(FLOORS), 'apps'].filter((other) => other !== floor && !below.includes(other));
  return {
    files: [`src/${floor}/**`],
    rules: barred(`The floor ${floor} may use only: ${below.join(', ') || 'nothing'}.`, ...above),
  };
});
const apps = APPS.map((app) => ({
  files: [`src/apps/${app}/**`],
  rules: barred(
    'Apps never import each other.',
    `apps/(?!${app}(/|$))[^/]+`,
    ...APPS.filter((other) => other !== app),
  ),
}));

export default defineConfig(
  { ignores: ['target/', 'node_modules/', 'src/protocol/frames.ts', 'test-results/', 'playwright-report/'] },
  ...tseslint.configs.strict,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      'vue/no-v-html': 'error',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-macros-order': 'error',
      'vue/no-bare-strings-in-template': 'error',
      'vue/no-static-inline-styles': 'error',
    },
  },
  {
    files: ['src/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'AssignmentExpression > MemberExpression[property.name=/^(inner|outer)HTML$/]',
          message: 'Text is shown as text.',
        },
        {
          selector:
            "CallExpression[callee.property.name=/^(insertAdjacentHTML|write)$/][callee.object.name='document']",
          message: 'Text is shown as text.',
        },
      ],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines': ['error', 250],
    },
  },
  { files: ['src/protocol/codec.ts'], rules: { '@typescript-eslint/consistent-type-assertions': 'off' } },
  ...floors,
  ...apps,
  prettier,
);
