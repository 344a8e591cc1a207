// Finds a Chromium for the browser tests and prints its path: the one named by CHROMIUM, one on the PATH, Debian's
// package where it may be installed, at last one from the npm registry. Without any it fails; nothing is skipped.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The shell first: it draws no window around a page, and so takes half the time of a whole browser. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'chrome'];
/** The newest that runs on Node 20. */
const PACKAGE = '@sparticuz/chromium@147.0.0';
const FOLDER = resolve('target/chromium');

export async function chromium() {
  const found = process.env['CHROMIUM'] || onPath() || fromDebian() || (await fromNpm());
  if (found === undefined || !starts(found)) {
    throw new Error(
      `no Chromium that starts${found === undefined ? '' : ` (${found} does not)`}: install one, or name it by CHROMIUM=/path`,
    );
  }
  return found;
}

function onPath() {
  const folders = (process.env['PATH'] ?? '').split(':').filter((folder) => folder !== '');
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) =>
    existsSync(file),
  );
}

/** Only where it asks nobody: as root, with apt-get at hand. */
function fromDebian() {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) {
    return undefined;
  }
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  apt('update');
  const take = (/** @type {string} */ name) =>
    apt('install', '-y', '--no-install-recommends', name, 'fonts-noto-cjk');
  return take('chromium-headless-shell') || take('chromium') ? onPath() : undefined;
}

async function fromNpm() {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'package.json'), '{"private":true,"type":"module"}\n');
  const npm = process.env['npm_execpath'];
  const [command, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const install = [...first, 'install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', PACKAGE];
  if (spawnSync(command, install, { cwd: FOLDER, stdio: ['ignore', 2, 2] }).status !== 0) {
    return undefined;
  }
  const entry = join(FOLDER, 'node_modules/@sparticuz/chromium/build/esm/index.js');
  const shipped = await import(pathToFileURL(entry).href);
  return String(await shipped.default.executablePath());
}

/** @param {string} file */
function starts(file) {
  try {
    execFileSync(file, ['--no-sandbox', '--version'], {
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 30_000,
    });
    return true;
  } catch {
    return false;
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(await chromium());
}
