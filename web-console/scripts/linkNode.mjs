// Run by a Node found on the PATH: if it is new enough, it is linked with its npm into the folder that
// frontend-maven-plugin takes them from. Otherwise this fails, and the plugin downloads a Node of its own.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [folder] = process.argv.slice(2);
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const isNewEnough = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;

const npm = isNewEnough && process.platform !== 'win32' ? findNpm() : undefined;
if (folder === undefined || npm === undefined) {
  process.exit(1);
}
const node = join(folder, 'node');
rmSync(node, { recursive: true, force: true });
mkdirSync(join(node, 'node_modules'), { recursive: true });
symlinkSync(process.execPath, join(node, 'node'));
symlinkSync(npm, join(node, 'node_modules/npm'));
console.log(`Node ${process.versions.node} of this machine is used`);

/** The folder of the npm that belongs to this Node, or of the one on the PATH. */
function findNpm() {
  const beside = join(dirname(realpathSync(process.execPath)), '../lib/node_modules/npm');
  return [beside, onPath()].find((npm) => npm !== undefined && existsSync(join(npm, 'bin/npm-cli.js')));
}

function onPath() {
  try {
    const cli = execFileSync('/bin/sh', ['-c', 'command -v npm'], { encoding: 'utf8' }).trim();
    return join(dirname(realpathSync(cli)), '..');
  } catch {
    return undefined;
  }
}
