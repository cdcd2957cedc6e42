import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../../build/vite/project.ts';

const page = readFileSync(join(root, 'docs', 'features.md'), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---'));
const linksIn = (text: string): string[] => [...text.matchAll(/\]\(([^)#]+)\)/gu)].map(([, target]) => target ?? '');

test('every feature of the page names a test, and every file that the page links to exists', () => {
  const [, ...features] = rows;
  expect(features.length).toBeGreaterThan(10);
  expect(features.filter((line) => !linksIn(line).some((target) => target.endsWith('.test.ts')))).toEqual([]);
  expect(linksIn(page).filter((target) => !existsSync(join(root, 'docs', target)))).toEqual([]);
});
