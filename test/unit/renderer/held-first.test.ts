import { describe, expect, it } from 'vitest';
import { heldAfter, type Held } from '#renderer/state/held-first.ts';

const nothing: Held = { id: null, list: 'a' };

/** What is shown after each step of a list that changes: which list, what the address names, what comes first. */
const shownAfter = (
  ...steps: readonly (readonly [list: string, named: string | null, first: string | null])[]
): readonly (string | null)[] => {
  let held = nothing;
  return steps.map(([list, named, first]) => {
    held = heldAfter(held, list, named, first);
    return named ?? held.id;
  });
};

describe('the first record of a list, which nobody asked for by name', () => {
  it('is shown once the list is there', () => {
    expect(shownAfter(['a', null, null], ['a', null, 'one'])).toEqual([null, 'one']);
  });

  it('stays when another comes first, when it is itself no longer in the list, and while the list is away', () => {
    expect(shownAfter(['a', null, 'one'], ['a', null, 'two'], ['a', null, null], ['a', null, 'three'])).toEqual([
      'one',
      'one',
      'one',
      'one',
    ]);
  });

  it('makes way for one that is named, and is chosen anew once none is', () => {
    expect(shownAfter(['a', null, 'one'], ['a', 'named', 'two'], ['a', null, 'two'])).toEqual(['one', 'named', 'two']);
  });

  it('belongs to its list: another one begins with its own first', () => {
    expect(shownAfter(['a', null, 'one'], ['b', null, null], ['b', null, 'two'], ['a', null, 'three'])).toEqual([
      'one',
      null,
      'two',
      'three',
    ]);
  });

  it('is the same object while nothing changes, so that a view settles', () => {
    const held = heldAfter(nothing, 'a', null, 'one');
    expect(heldAfter(held, 'a', null, 'two')).toBe(held);
    expect(heldAfter(nothing, 'a', null, null)).toBe(nothing);
    const given = heldAfter(held, 'b', 'named', 'two');
    expect(heldAfter(given, 'b', 'other', null)).toBe(given);
  });
});
