import fc from 'fast-check';
import { expect, it } from 'vitest';
import { peopleRoles, rememberedMapping, roles, withMapping, withRole } from '#renderer/features/import/mappings.ts';
import { importRole, peopleRole } from '#shared/protocol/index.ts';

it('every role of the engine can be chosen', () => {
  expect([...roles].toSorted()).toEqual([...importRole.options].toSorted());
  expect([...peopleRoles].toSorted()).toEqual([...peopleRole.options].toSorted());
});

it('a role that stands nowhere else any more is not read back, and one that is given to a column leaves the other', () => {
  const saved = withMapping(null, ['Who', 'Since'], ['name', 'since']);
  expect(rememberedMapping(saved, ['Who', 'Since'], peopleRoles)).toBeUndefined();
  expect(withRole<'name' | 'role'>(['name', 'role'], 1, 'name')).toEqual(['ignore', 'name']);
});

it('what the columns of a table were said to mean is remembered, whatever their case, the last word counting', () => {
  const first = withMapping(null, ['What', 'Who'], ['title', 'ignore']);
  const last = withMapping(first, ['what ', 'WHO'], ['title', 'owner']);
  expect(rememberedMapping(last, ['What', 'Who'], roles)).toEqual(['title', 'owner']);
  expect(rememberedMapping(last, ['What'], roles)).toBeUndefined();
  expect(rememberedMapping(null, ['What'], roles)).toBeUndefined();
});

it('keeps the newest twenty', () => {
  const columns = (nth: number): string[] => [`Column ${nth}`];
  const saved = Array.from({ length: 21 }, (_, nth) => nth).reduce<string | null>(
    (before, nth) => withMapping(before, columns(nth), ['title']),
    null,
  );
  expect(rememberedMapping(saved, columns(0), roles)).toBeUndefined();
  expect(rememberedMapping(saved, columns(1), roles)).toEqual(['title']);
  expect(rememberedMapping(saved, columns(20), roles)).toEqual(['title']);
});

it('anything that was kept is read without harm', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (saved) => {
      expect(() => rememberedMapping(saved, ['A'], roles)).not.toThrow();
      expect(rememberedMapping(withMapping(saved, ['A'], ['title']), ['A'], roles)).toEqual(['title']);
    }),
  );
});
