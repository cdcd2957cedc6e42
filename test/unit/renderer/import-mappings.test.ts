import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rememberedMapping, roles, withMapping } from '#renderer/features/import/mappings.ts';
import { importRole } from '#shared/protocol/index.ts';

it('every role of the engine can be chosen', () => {
  expect([...roles].toSorted()).toEqual([...importRole.options].toSorted());
});

it('what the columns of a table were said to mean is remembered, whatever their case, the last word counting', () => {
  const first = withMapping(null, ['What', 'Who'], ['title', 'ignore']);
  const last = withMapping(first, ['what ', 'WHO'], ['title', 'owner']);
  expect(rememberedMapping(last, ['What', 'Who'])).toEqual(['title', 'owner']);
  expect(rememberedMapping(last, ['What'])).toBeUndefined();
  expect(rememberedMapping(null, ['What'])).toBeUndefined();
});

it('keeps the newest twenty', () => {
  const columns = (nth: number): string[] => [`Column ${nth}`];
  const saved = Array.from({ length: 21 }, (_, nth) => nth).reduce<string | null>(
    (before, nth) => withMapping(before, columns(nth), ['title']),
    null,
  );
  expect(rememberedMapping(saved, columns(0))).toBeUndefined();
  expect(rememberedMapping(saved, columns(1))).toEqual(['title']);
  expect(rememberedMapping(saved, columns(20))).toEqual(['title']);
});

it('anything that was kept is read without harm', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (saved) => {
      expect(() => rememberedMapping(saved, ['A'])).not.toThrow();
      expect(rememberedMapping(withMapping(saved, ['A'], ['title']), ['A'])).toEqual(['title']);
    }),
  );
});
