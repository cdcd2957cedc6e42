import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createActRegistry, createKeyRegistry } from '#renderer/ui/index.ts';
import { actsMatching, actsNow } from '#renderer/features/search/palette-acts.ts';
import { partsOf } from '#renderer/features/search/marks.tsx';

const registry = () => {
  const keys = createKeyRegistry({ timers: { after: () => () => undefined } });
  const run = () => undefined;
  keys.add('everywhere', [
    { keys: 'mod+k', label: 'Search or go to', run },
    { keys: 'z', label: 'Undo the last act', run },
  ]);
  keys.add('here', [
    { keys: 'j', label: 'Next row', run },
    { keys: 'down', label: 'Next row', run, hidden: true },
    { keys: 'n', label: 'Nothing changed', run },
  ]);
  keys.add('go', [{ keys: 'g p', label: 'People', run }]);
  return keys;
};

it('the palette offers what has a key, except moving and itself', () => {
  expect(actsNow(registry(), createActRegistry(), new Set(['mod+k', '/'])).map((act) => [act.group, act.keys])).toEqual(
    [
      ['here', 'z'],
      ['here', 'n'],
      ['go', 'g p'],
    ],
  );
});

it('acts are found by the beginnings of their words, in any order', () => {
  const acts = actsNow(registry(), createActRegistry(), new Set());
  const found = (typed: string) => actsMatching(acts, typed).map((act) => act.keys);
  expect(found('last und')).toEqual(['z']);
  expect(found('hanged')).toEqual([]);
  expect(found('')).toHaveLength(acts.length);
});

it('what has no key is found by its name, once, and left out where several rows share it', () => {
  const named = createActRegistry();
  const run = () => undefined;
  const row = () => true;
  const remove = named.add([{ label: 'Verify everything', run }]);
  named.add([{ label: 'Nothing changed', run }]);
  named.add([
    { label: 'Invite', run },
    { label: 'Invite', run },
  ]);
  named.add([
    { label: 'Revoke', run, inRow: row },
    { label: 'Revoke', run, inRow: row },
  ]);
  named.add([{ label: 'Copy', run, inRow: row }]);
  const acts = actsNow(registry(), named, new Set());
  const without = (all: typeof acts) => all.filter((act) => act.keys === null).map((act) => act.label);
  expect(without(acts)).toEqual(['Verify everything', 'Invite', 'Copy']);
  expect(actsMatching(acts, 'verify').map((act) => act.label)).toEqual(['Verify everything']);
  expect(without(actsMatching(acts, ''))).toEqual([]);
  remove();
  expect(without(actsNow(registry(), named, new Set()))).toEqual(['Invite', 'Copy']);
});

it('a snippet shows what was found and loses no other character', () => {
  expect(partsOf('A \u0002pub\u0003lished page')).toEqual([
    { text: 'A ', found: false },
    { text: 'pub', found: true },
    { text: 'lished page', found: false },
  ]);
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', ' ', '\u0002', '\u0003', '<b>')), (pieces) => {
      const snippet = pieces.join('');
      const shown = partsOf(snippet)
        .map((part) => part.text)
        .join('');
      expect(shown).toBe(snippet.replaceAll('\u0002', '').replaceAll('\u0003', ''));
    }),
  );
});
