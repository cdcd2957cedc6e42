import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const linksIn = (text: string): readonly string[] =>
  [...text.matchAll(/\]\(([^)#\s]+)/g)].map((match) => match[1] ?? '').filter((link) => !/^[a-z]+:/.test(link));

describe('documents that promise something', () => {
  it.each(['README.md', 'SECURITY.md', 'ARCHITECTURE.md'])('%s links to what is there', (file) => {
    expect(linksIn(read(file)).filter((link) => !existsSync(join(root, link)))).toEqual([]);
  });

  it('SECURITY.md says of every threat whether it is prevented, detected or not promised, and where that is tested', () => {
    const rows = read('SECURITY.md')
      .split('\n')
      .filter((line) => line.startsWith('| ') && !/^\| (what |-)/.test(line));
    expect(rows.length).toBeGreaterThan(35);
    for (const row of rows) {
      const [, , word = '', where = ''] = row.split('|').map((cell) => cell.trim());
      expect(word, row).toMatch(/^(prevented|detected|not promised)$/);
      if (word !== 'not promised')
        expect(
          linksIn(where).some((link) => link.startsWith('test/')),
          row,
        ).toBe(true);
    }
  });

  it.each(['README.md', 'SECURITY.md'])('%s links suites that have tests, and only such', (file) => {
    const suites = linksIn(read(file)).filter((link) => link.startsWith('test/') && link.endsWith('.ts'));
    expect(suites.length).toBeGreaterThan(10);
    for (const suite of new Set(suites))
      expect(read(suite), suite).toMatch(/\b(test|it|expectStories|expectOrders)[.(]/);
  });

  it('README.md links each of the eight promises to suites that try to break it', () => {
    const rows = read('README.md')
      .split('\n')
      .filter((line) => /^\| \d\. /.test(line));
    expect(rows.map((row) => Number(/\d/.exec(row)?.[0]))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    for (const row of rows)
      expect(linksIn(row).filter((link) => link.startsWith('test/')).length, row).toBeGreaterThan(0);
  });

  it('pages of formats that others implement name vectors that exist', () => {
    for (const page of ['entry', 'keys', 'membership', 'invitation', 'redaction']) {
      const text = read(`docs/formats/${page}.md`);
      const named = [...text.matchAll(/test\/vectors\/\{?([a-z,]+)\}?\.json/g)].flatMap((match) =>
        (match[1] ?? '').split(','),
      );
      expect(named.length, page).toBeGreaterThan(0);
      for (const name of named) expect(existsSync(join(root, 'test/vectors', `${name}.json`)), name).toBe(true);
    }
  });
});
