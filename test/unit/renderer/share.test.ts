import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareUnchanged } from '#renderer/state/share.ts';

describe('sharing unchanged parts', () => {
  it('never changes what the next value says', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (previous, next) => {
        expect(shareUnchanged(previous, next)).toEqual(next);
      }),
    );
  });
  it('gives back the previous object when nothing changed', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const copy: unknown = structuredClone(value);
        expect(Object.is(shareUnchanged(value, copy), value)).toBe(true);
      }),
    );
  });
  it('keeps the identity of rows that stayed and renews the one that changed', () => {
    const before = { rows: [{ id: 1 }, { id: 2 }] };
    const after = shareUnchanged(before, { rows: [{ id: 1 }, { id: 3 }] });
    expect(after.rows[0]).toBe(before.rows[0]);
    expect(after.rows[1]).toEqual({ id: 3 });
    expect(after).not.toBe(before);
  });
});
