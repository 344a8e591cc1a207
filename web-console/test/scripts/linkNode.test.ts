import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const run = (folder: string): string =>
  execFileSync(process.execPath, ['scripts/linkNode.mjs', folder], { encoding: 'utf8' });
const fresh = (): string => mkdtempSync(join(tmpdir(), 'link-node-'));
const npmOf = (folder: string): string => join(folder, 'node/node_modules/npm');

test('the Node that runs and its npm are found where the Maven plugin looks for them', () => {
  const folder = fresh();
  run(folder);
  const version = (...args: readonly string[]) =>
    execFileSync(join(folder, 'node/node'), [...args, '--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  expect(version().trim()).toBe(process.version);
  expect(version(join(npmOf(folder), 'bin/npm-cli.js'))).toMatch(/^\d+\.\d+\.\d+/);
  expect(readFileSync(join(folder, 'linked.properties'), 'utf8')).toContain('skip.installnodenpm=true');
});

test('only the file node is a link', () => {
  const folder = fresh();
  run(folder);
  run(folder);
  const links = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    lstatSync(join(folder, path)).isSymbolicLink(),
  );
  expect(links).toEqual(['node/node']);
});

test('nothing is written through a link to a folder that an older build has left', () => {
  const [folder, machine] = [fresh(), fresh()];
  mkdirSync(join(machine, 'bin'));
  writeFileSync(join(machine, 'bin/npm-cli.js'), 'the npm of the machine');
  mkdirSync(join(folder, 'node/node_modules'), { recursive: true });
  symlinkSync(machine, npmOf(folder));
  run(folder);
  expect(readFileSync(join(machine, 'bin/npm-cli.js'), 'utf8')).toBe('the npm of the machine');
  expect(readdirSync(machine)).toEqual(['bin']);
  expect(existsSync(join(npmOf(folder), 'bin/npm-cli.js'))).toBe(true);
  expect(lstatSync(npmOf(folder)).isSymbolicLink()).toBe(false);
});
