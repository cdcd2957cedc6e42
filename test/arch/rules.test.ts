import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Every page that numbers its rules, and the rules as it defines them: `**S12** …` at the beginning of a line. */
const rules = ['shared/sync/SPEC.md', ...globSync('docs/formats/*.md', { cwd: root })].sort().flatMap((page) =>
  [...read(page).matchAll(/^(?:- )?\*\*([A-Z]\d+[a-z]?)\*\* ./gm)].map((match) => ({
    page: page.replaceAll('\\', '/'),
    id: match[1] ?? '',
  })),
);

const rule = '[A-Z]\\d+[a-z]?';
/** Titles of tests begin with the rules they are about (also those in a table of cases), or end with them in brackets. */
const spoken = [
  new RegExp(`['"\`](${rule}(?:, ${rule})*): `, 'g'),
  new RegExp(`, and (${rule}): `, 'g'),
  new RegExp(`\\((${rule}(?:, ${rule})*)\\)['"\`],`, 'g'),
];
const named = new Set(
  globSync('test/**/*.test.ts', { cwd: root }).flatMap((file) =>
    spoken.flatMap((form) => [...read(file).matchAll(form)].flatMap((match) => (match[1] ?? '').split(', '))),
  ),
);

describe('numbered rules of the protocol and of the formats', () => {
  test('are found', () => {
    expect(rules.length).toBeGreaterThan(90);
    expect(new Set(rules.map(({ page }) => page)).size).toBeGreaterThan(5);
  });

  test('have ids that mean one thing', () => {
    const twice = rules.filter(({ id }, at) => rules.findIndex((other) => other.id === id) !== at);
    expect(twice).toEqual([]);
  });

  test('are each named in the title of a test', () => {
    expect(rules.filter(({ id }) => !named.has(id))).toEqual([]);
  });

  test('that code and tests speak of are there', () => {
    const known = new Set(rules.map(({ id }) => id));
    expect([...named].filter((id) => !known.has(id))).toEqual([]);
  });
});
