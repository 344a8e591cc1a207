// Builds the pages, the widget and the loader, weighs them, and does nothing when nothing has changed.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'vite';
import { compress } from './compress.mjs';
import { fingerprint } from './fingerprint.mjs';
import { weigh } from './weigh.mjs';

const STATIC = 'target/classes/static';
const STAMP = 'target/build.stamp';
const CONFIGS = ['vite.config.ts', 'vite.widget.config.ts', 'vite.loader.config.ts'];
const INPUTS = ['src', 'pages', 'pages-public', 'scripts', 'package.json', 'package-lock.json', ...CONFIGS];

const wanted = fingerprint(INPUTS);
const built = existsSync(`${STATIC}/index.html`) && existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : '';
if (built === wanted) {
  console.log('the pages are up to date');
} else {
  rmSync(STAMP, { force: true });
  rmSync(STATIC, { recursive: true, force: true });
  for (const configFile of CONFIGS) {
    await build({ configFile, logLevel: 'warn' });
  }
  weigh(STATIC);
  compress([`${STATIC}/assets`, `${STATIC}/widget`]);
  mkdirSync('target', { recursive: true });
  writeFileSync(STAMP, wanted);
}
