import fc from 'fast-check';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAppFiles, fileFor } from '../../../electron/main/app-files.ts';

let parent = '';
let folder = '';

beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'meridian-files-'));
  folder = join(parent, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<title>Meridian</title>');
  writeFileSync(join(folder, 'assets', 'main.js'), 'export {};');
  writeFileSync(join(parent, 'secret.js'), 'secret');
  mkdirSync(join(parent, 'renderer-private'));
  writeFileSync(join(parent, 'renderer-private', 'secret.js'), 'secret');
});

afterAll(() => rmSync(parent, { recursive: true, force: true }));

const get = (url: string, method = 'GET'): Promise<Response> => createAppFiles({ folder })({ url, method });

describe('files served under app://', () => {
  test('the page and its script arrive with their types and the content policy', async () => {
    const page = await get('app://meridian/index.html');
    expect(page.status).toBe(200);
    expect(page.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(page.headers.get('Content-Security-Policy')).toContain("script-src 'self';");
    expect(page.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(await page.text()).toBe('<title>Meridian</title>');
    const script = await get('app://meridian/assets/main.js');
    expect(script.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
  });

  test('a place in the interface is the page', async () => {
    expect(await (await get('app://meridian/goals/abc')).text()).toBe('<title>Meridian</title>');
    expect(await (await get('app://meridian/')).text()).toBe('<title>Meridian</title>');
  });

  test.each([
    'app://meridian/../secret.js',
    'app://meridian/%2e%2e/secret.js',
    'app://meridian/..%2fsecret.js',
    'app://meridian/assets/..%2f..%2fsecret.js',
    'app://meridian/..%2frenderer-private/secret.js',
    'app://meridian/..%5csecret.js',
    'app://meridian/%00.js',
    'app://meridian/%zz.js',
    'app://elsewhere/index.html',
    'https://meridian/index.html',
    'app://meridian/missing.js',
    'app://meridian/index.exe',
  ])('%s is not served', async (url) => {
    expect((await get(url)).status).toBe(404);
  });

  test('only reading is allowed, and HEAD brings no body', async () => {
    expect((await get('app://meridian/index.html', 'POST')).status).toBe(405);
    const head = await get('app://meridian/index.html', 'HEAD');
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
  });

  test('whatever the path, no file outside the folder is ever named', () => {
    const part = fc.oneof(
      fc.constantFrom('..', '.', '%2e%2e', '%2E.', '..%2f', '..%5c', '%00', 'assets', 'main.js', '', '~', 'C:'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const file = fileFor('/srv/renderer', `app://meridian/${parts.join('/')}`);
        if (file === undefined) return;
        expect(relative('/srv/renderer', resolve(file)).startsWith('..')).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});
