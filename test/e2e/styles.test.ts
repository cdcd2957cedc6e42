import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const built = join(import.meta.dirname, '..', '..', 'out', 'renderer', 'assets');

/** Names that the library gives its classes, in all files of a kind. */
const namesIn = (ending: string): ReadonlySet<string> =>
  new Set(
    readdirSync(built)
      .filter((file) => file.endsWith(ending))
      .flatMap((file) => [...(readFileSync(join(built, file), 'utf8').match(/\bm_[0-9a-f]{6,8}\b/gu) ?? [])]),
  );

test('the window has the styles of every component of the library that it uses, and of no other', () => {
  const [used, styled] = [namesIn('.js'), namesIn('.css')];
  expect(used.size).toBeGreaterThan(100);
  expect([...used].filter((name) => !styled.has(name))).toEqual([]);
  expect([...styled].filter((name) => !used.has(name))).toEqual([]);
});
