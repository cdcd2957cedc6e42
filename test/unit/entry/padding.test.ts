import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pad, padmeLength, unpad } from '#engine/entry/padding.ts';
import { expectOk } from '#shared/std/index.ts';

describe('padding', () => {
  it('is undone exactly', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5_000 }), (content) => {
        expect(expectOk(unpad(pad(content)))).toEqual(content);
      }),
    );
  });

  it('costs at most 12 % above 256 bytes and never shrinks as content grows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1024 * 1024 }), (length) => {
        const padded = padmeLength(length);
        expect(padded).toBeGreaterThanOrEqual(length);
        expect(padmeLength(length + 1)).toBeGreaterThanOrEqual(padded);
        expect(padmeLength(padded)).toBe(padded);
        if (length > 256) expect(padded).toBeLessThanOrEqual(length * 1.12);
        else expect(padded).toBe(256);
      }),
    );
  });

  it('gives the lengths of the published formula', () => {
    expect([257, 300, 1_000, 1_025, 65_537, 1_000_000].map(padmeLength)).toEqual([
      272, 304, 1_024, 1_088, 67_584, 1_015_808,
    ]);
  });
});
