import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const hook = pathToFileURL(join(root, 'test/support/without-electron.mjs')).href;

const importInPlainNode = (files: readonly string[]): { readonly status: number | null; readonly output: string } => {
  const script = `for (const file of ${JSON.stringify(files)}) await import(file); console.log('imported ' + ${String(files.length)});`;
  const run = spawnSync(process.execPath, ['--import', hook, '--input-type=module', '--eval', script], {
    cwd: root,
    encoding: 'utf8',
    timeout: 50_000,
  });
  return { status: run.status, output: run.stdout + run.stderr };
};

const facesOf = (folder: string): string[] =>
  globSync('**/index.ts', { cwd: join(root, folder) }).map((file) => pathToFileURL(join(root, folder, file)).href);

test.each(['electron/engine', 'electron/relay', 'shared'])(
  'every face of %s can be imported in plain Node where electron cannot, and the import does no work',
  (folder) => {
    const faces = facesOf(folder);
    expect(faces.length).toBeGreaterThan(0);
    const { status, output } = importInPlainNode(faces);
    expect(output.trim()).toBe(`imported ${String(faces.length)}`);
    // Had an import opened a socket, a timer or a database, the process would not have ended by itself.
    expect(status).toBe(0);
  },
);

test('the alias throws: importing the desktop shell in plain Node fails', () => {
  const main = join(root, 'electron/main/index.ts');
  expect(existsSync(main)).toBe(true);
  const { status, output } = importInPlainNode([pathToFileURL(main).href]);
  expect(status).not.toBe(0);
  expect(output).toContain('electron was imported from');
});
