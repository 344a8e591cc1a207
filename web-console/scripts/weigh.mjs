// What each page may weigh: one that grows too heavy fails the build. And no page may need what a strict content policy
// forbids.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const KB = 1024;

/** @param {string} folder */
export function weigh(folder) {
  const budgets = [
    { name: 'widget/loader.js', size: gzipped(join(folder, 'widget/loader.js')), most: 3 * KB },
    {
      name: 'opened widget',
      size: page(folder, 'widget/index.html') + language(folder),
      most: 45 * KB,
    },
    { name: "console's first load", size: page(folder, 'console/index.html'), most: 350 * KB },
  ];
  for (const { name, size, most } of budgets) {
    console.log(`${name}: ${kb(size)} of ${kb(most)} gzip`);
  }
  const tooHeavy = budgets.filter(({ size, most }) => size > most);
  if (tooHeavy.length > 0) {
    throw new Error(`too heavy: ${tooHeavy.map(({ name }) => name).join(', ')}`);
  }
  for (const html of ['index.html', 'console/index.html', 'demo/index.html', 'widget/index.html']) {
    refuseInline(html, readFileSync(join(folder, html), 'utf8'));
  }
  const scripts = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js'));
  for (const path of ['widget/loader.js', ...scripts.map((name) => `assets/${name}`)]) {
    refuseEval(path, readFileSync(join(folder, path), 'utf8'));
  }
}

/**
 * A page with everything it loads at once.
 *
 * @param {string} folder
 * @param {string} html
 */
function page(folder, html) {
  const text = readFileSync(join(folder, html), 'utf8');
  const assets = new Set(
    [...text.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, path = '']) => path),
  );
  // What a module imports statically is loaded with it; a set that grows while it is walked is walked to its end.
  for (const path of assets) {
    if (path.endsWith('.js')) {
      const code = readFileSync(join(folder, path), 'utf8');
      for (const [, name = ''] of code.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)) {
        assets.add(`assets/${name}`);
      }
    }
  }
  return [html, ...assets].reduce((sum, path) => sum + gzipped(join(folder, path)), 0);
}

/**
 * The widget loads the words of one language when it starts: the heavier one counts.
 *
 * @param {string} folder
 */
const language = (folder) =>
  Math.max(
    ...readdirSync(join(folder, 'assets'))
      .filter((name) => /^words\..*\.js$/.test(name))
      .map((name) => gzipped(join(folder, 'assets', name))),
  );

/** @param {string} file */
const gzipped = (file) => gzipSync(readFileSync(file), { level: 9 }).length;

/** @param {number} bytes */
const kb = (bytes) => `${(bytes / KB).toFixed(1)} KB`;

/**
 * @param {string} name
 * @param {string} html
 */
function refuseInline(name, html) {
  if (/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/i.test(html)) {
    throw new Error(`${name} has an inline script or style, which the content policy forbids`);
  }
}

/**
 * @param {string} name
 * @param {string} code
 */
function refuseEval(name, code) {
  if (/\beval\s*\(|\bnew Function\b|[^.\w]Function\s*\(/.test(code)) {
    throw new Error(`${name} makes code out of text, which the content policy forbids`);
  }
}
