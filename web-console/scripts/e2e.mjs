// Runs the browser tests; each run starts desks of its own. JAVA names a Java 25 (else the one on the PATH), DESK_JAR the
// desk's jar (else the one that was packaged last), E2E_OUT the folder for what is left behind.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { chromium } from './chromium.mjs';

const env = {
  ...process.env,
  JAVA: process.env['JAVA'] || 'java',
  DESK_JAR: resolve(process.env['DESK_JAR'] || packaged('../server/target')),
  CHROMIUM: await chromium(),
};
const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
const { status } = spawnSync(process.execPath, [cli, 'test', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env,
});
process.exit(status ?? 1);

/** @param {string} folder */
function packaged(folder) {
  const name = readdirSync(folder).find((file) => /^server-.*\.jar$/.test(file));
  if (name === undefined) {
    throw new Error(`there is no desk in ${folder}: package it first, or name one by DESK_JAR`);
  }
  return `${folder}/${name}`;
}
