import { targets } from './targets/index.ts';
import type { Target } from './target.ts';

/** Inputs that broke a promise once. Named by what went wrong; each is tried for ever. */
export interface Regression {
  readonly name: string;
  readonly target: string;
  readonly input: () => Uint8Array;
}

const utf8 = new TextEncoder();

export const regressions: readonly Regression[] = [
  {
    name: 'a Markdown heading that ends in many # kept the engine busy for minutes',
    target: 'import-md',
    input: () => utf8.encode(`# ${'#'.repeat(200_000)}x`),
  },
  {
    name: 'a link with many brackets behind it took a second, growing with the square of its length',
    target: 'invitation-link',
    input: () => utf8.encode(`meridian://join/1#${'>'.repeat(15_000)}x${'>'.repeat(15_000)}`),
  },
  {
    name: 'an export that lists one cycle again and again was multiplied by its goals',
    target: 'import-json',
    input: () => {
      const cycle = { id: 'c', title: 'Q2', start: '2026-04-01', end: '2026-06-30' };
      const file = { format: 'meridian-export', version: 1, people: [], objectives: [] };
      return utf8.encode(JSON.stringify({ ...file, cycles: Array.from({ length: 100_000 }, () => cycle) }));
    },
  },
  {
    name: 'an export with a long list of wrong items got each of their faults explained, at 4,000 times its size',
    target: 'import-json',
    input: () =>
      utf8.encode(
        `{"format":"meridian-export","version":1,"people":[],"cycles":[],"objectives":[${'{},'.repeat(200_000)}{}]}`,
      ),
  },
  {
    name: 'a file of line ends took three quarters of a minute and two gigabytes',
    target: 'import-csv',
    input: () => utf8.encode(`x${'\n'.repeat(20_000_000)}x`),
  },
];

export const targetOf = ({ target }: Regression): Target => {
  const found = targets.find(({ name }) => name === target);
  if (found === undefined) throw new Error(`no target "${target}"`);
  return found;
};
