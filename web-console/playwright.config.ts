import { defineConfig } from '@playwright/test';

const executablePath = process.env['CHROMIUM'];
const baseURL = process.env['E2E_URL'];
if (!executablePath || !baseURL) {
  throw new Error('run the browser tests by: E2E_URL=http://localhost:8080 npm run e2e');
}
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'target/e2e',
  // People meet at one desk: one test after the other.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  retries: 0,
  reporter: [['list'], ['junit', { outputFile: 'target/e2e/results.xml' }]],
  use: {
    baseURL,
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
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
