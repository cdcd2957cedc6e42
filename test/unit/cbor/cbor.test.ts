import { encode } from 'cborg';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectOk } from '#shared/std/index.ts';
import { decodeCbor, encodeCbor } from '#shared/sync/index.ts';
import type { CborValue } from '#shared/sync/index.ts';

const { value: anyValue } = fc.letrec<{ value: CborValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.maxSafeNat(),
    fc.string({ unit: 'grapheme' }),
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array({ maxLength: 40 }),
    fc.array(tie('value'), { maxLength: 5 }),
  ),
}));

const code = (bytes: Uint8Array, limits = {}): string => {
  const result = decodeCbor(bytes, limits);
  return result.ok ? 'ok' : result.error.code;
};

describe('CBOR of our formats', () => {
  it('gives back every value it wrote', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(expectOk(decodeCbor(encodeCbor(value), { maxDepth: 64 }))).toEqual(value);
      }),
    );
  });

  it('accepts no second spelling of a value', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const result = decodeCbor(bytes);
        if (result.ok) expect(encodeCbor(result.value)).toEqual(bytes);
      }),
      { numRuns: 3_000 },
    );
  });

  it('refuses every truncation and every trailing byte', () => {
    const bytes = encodeCbor([1, 'two', Uint8Array.of(3), [null, true]]);
    for (let at = 0; at < bytes.length; at++) expect(code(bytes.subarray(0, at))).toBe('cbor-malformed');
    expect(code(Uint8Array.of(...bytes, 0))).toBe('cbor-malformed');
  });

  it.each([
    ['a map', encode({ a: 1 })],
    ['a negative number', encode(-1)],
    ['a float', encode(1.5)],
    ['a float that is whole', Uint8Array.of(0xfb, 0x3f, 0xf0, 0, 0, 0, 0, 0, 0)],
    ['undefined', encode(undefined)],
    ['a tag', Uint8Array.of(0xc1, 0x01)],
    ['an indefinite array', Uint8Array.of(0x9f, 0x01, 0xff)],
    ['a number in more bytes than needed', Uint8Array.of(0x18, 0x01)],
    ['a number beyond safe integers', Uint8Array.of(0x1b, 0x00, 0x20, 0, 0, 0, 0, 0, 0)],
    ['text that is not UTF-8', Uint8Array.of(0x62, 0xff, 0xfe)],
    ['an array promising more than the input', Uint8Array.of(0x9a, 0x7f, 0xff, 0xff, 0xff)],
    ['nothing', new Uint8Array(0)],
  ])('refuses %s', (_name, bytes) => {
    expect(code(bytes)).toBe('cbor-malformed');
  });

  it('bounds size, nesting and the number of items before reading on', () => {
    expect(code(new Uint8Array(100).fill(0x81))).toBe('cbor-malformed');
    expect(code(new Uint8Array(100_000).fill(0x81))).toBe('cbor-malformed');
    expect(code(encodeCbor([1, 2, 3]), { maxItems: 3 })).toBe('cbor-malformed');
    expect(code(encodeCbor([1, 2, 3]), { maxItems: 4 })).toBe('ok');
    expect(code(encodeCbor([[1], [2]]), { maxDepth: 2 })).toBe('ok');
    expect(code(encodeCbor([[1], [[2]]]), { maxDepth: 2 })).toBe('cbor-malformed');
    expect(code(encodeCbor([1, 2, 3]), { maxBytes: 3 })).toBe('cbor-oversized');
  });

  it('throws at its own caller for what the format cannot say', () => {
    for (const value of [-1, 1.5, 2 ** 53, '\ud800']) expect(() => encodeCbor(value)).toThrow('not encodable');
  });
});
