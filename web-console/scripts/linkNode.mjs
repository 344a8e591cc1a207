// Run by a Node found on the PATH: if it is new enough, the folder that frontend-maven-plugin takes Node and npm from is
// made to lead to them. Otherwise this fails, and the plugin downloads a Node of its own.
//
// No folder of the machine is ever linked here, only the one file `node`, and nothing is written through a link that is
// there: whoever clears or fills this folder must not reach the machine's npm.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

const [folder] = process.argv.slice(2);
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const isNewEnough = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;

const npm = isNewEnough && process.platform !== 'win32' ? findNpm() : undefined;
if (folder === undefined || npm === undefined) {
  process.exit(1);
}
const node = join(folder, 'node/node');
const shim = join(folder, 'node/node_modules/npm/bin/npm-cli.js');
const onTheWay = ['node', 'node/node_modules', 'node/node_modules/npm', 'node/node_modules/npm/bin'];
for (const path of [...onTheWay.map((part) => join(folder, part)), shim, node]) {
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) {
    unlinkSync(path);
  }
}
mkdirSync(dirname(shim), { recursive: true });
symlinkSync(process.execPath, node);
writeFileSync(shim, `require(${JSON.stringify(npm)});\n`);
writeFileSync(join(folder, 'linked.properties'), 'skip.installnodenpm=true\n');
console.log(`Node ${process.versions.node} of this machine is used`);

/** The npm that belongs to this Node, or the one on the PATH. */
function findNpm() {
  const beside = join(dirname(realpathSync(process.execPath)), '../lib/node_modules/npm/bin/npm-cli.js');
  return existsSync(beside) ? beside : onPath();
}

function onPath() {
  try {
    return realpathSync(execFileSync('/bin/sh', ['-c', 'command -v npm'], { encoding: 'utf8' }).trim());
  } catch {
    return undefined;
  }
}
