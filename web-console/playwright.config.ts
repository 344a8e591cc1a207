import { defineConfig } from '@playwright/test';

const executablePath = process.env['CHROMIUM'];
if (!executablePath) {
  throw new Error('run the browser tests by: npm run e2e');
}
const out = process.env['E2E_OUT'] ?? 'target/e2e';
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'e2e',
  outputDir: `${out}/artefacts`,
  // Each worker has a desk of its own, where people meet: one file of tests after the other.
  workers: 2,
  timeout: 120_000,
  globalTimeout: 20 * 60_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  retries: 0,
  reporter: [['list'], ['junit', { outputFile: `${out}/results.xml` }]],
  use: {
    actionTimeout: 20_000,
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    // What was done and when. Pictures of every step would take as long as the tests themselves.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    launchOptions: {
      executablePath,
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
      ],
    },
  },
});
