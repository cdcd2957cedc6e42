import { globSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const sources = ['shared', 'electron', 'renderer', 'build', 'test'].flatMap((folder) =>
  globSync(`${folder}/**/*.{ts,tsx,mjs,cjs,css}`, { cwd: root }),
);
const lines = (file: string): number => readFileSync(join(root, file), 'utf8').split('\n').length - 1;

test('no source file is longer than 600 lines', () => {
  expect(sources.filter((file) => lines(file) > 600)).toEqual([]);
});

test('half of the source files have at most 80 lines', () => {
  const sizes = sources.map(lines).sort((a, b) => a - b);
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(80);
});

test('no file or folder is named after nothing in particular', () => {
  const vague = /(^|\/)(utils?|helpers?|common|misc)(\/|\.[a-z]+$)/;
  expect(sources.filter((file) => vague.test(file))).toEqual([]);
});

test('the top level holds what the design lists and nothing else', () => {
  const listed = spawnSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' });
  // Not a clone (a source archive, say): nothing tells the project's files from other people's.
  const files = listed.status === 0 ? listed.stdout.split('\n') : [];
  const top = new Set(files.filter((file) => file !== '').map((file) => file.split('/')[0] ?? ''));
  const folders = ['electron', 'renderer', 'shared', 'build', 'test', 'docs'];
  const documents = ['README.md', 'ARCHITECTURE.md', 'SECURITY.md', 'LICENSE'];
  const settings = ['package.json', 'package-lock.json', 'tsconfig.json', 'electron-builder.yml'];
  const known = new Set([...folders, ...documents, ...settings]);
  expect([...top].filter((name) => !name.startsWith('.') && !known.has(name))).toEqual([]);
});

test('every bench, test and entry file that npm runs exists', () => {
  const bootstrap = readFileSync(join(root, 'build/scripts/bootstrap.mjs'), 'utf8');
  const entries = [...bootstrap.matchAll(/\['((?:build|electron|test)\/[^']+\.ts)'/g)].map((match) => match[1] ?? '');
  expect(entries.length).toBeGreaterThan(5);
  const present = new Set(sources.map((file) => file.replaceAll('\\', '/')));
  expect(entries.filter((entry) => !present.has(entry)).map((entry) => basename(entry))).toEqual([]);
});
