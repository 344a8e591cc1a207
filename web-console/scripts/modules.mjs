// Installs exactly what the lock file names, when it has changed since the last time.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fingerprint } from './fingerprint.mjs';

const STAMP = 'node_modules/.installed';
const wanted = fingerprint(['package.json', 'package-lock.json']);

if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) {
  console.log('node_modules is up to date');
} else {
  const npm = process.env['npm_execpath'];
  if (npm === undefined) {
    throw new Error('run this as: npm run modules');
  }
  const install = [npm, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status } = spawnSync(process.execPath, install, { stdio: 'inherit' });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
  writeFileSync(STAMP, wanted);
}
