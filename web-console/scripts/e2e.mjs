// Runs the browser tests against a desk that runs already: E2E_URL=http://localhost:8080 npm run e2e
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { chromium } from './chromium.mjs';

if (!process.env['E2E_URL']) {
  throw new Error('name the desk to test by E2E_URL=http://localhost:8080');
}
const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
const { status } = spawnSync(process.execPath, [cli, 'test', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM: await chromium() },
});
process.exit(status ?? 1);
