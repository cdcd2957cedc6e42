import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBody, encodeBody } from '#engine/entry/body.ts';
import type { Body } from '#engine/entry/index.ts';
import { encodeCbor, encodeFlat } from '#shared/sync/index.ts';

const numbers = fc.oneof(
  fc.nat(),
  fc.constantFrom(0, 23, 24, 255, 256, 65_535, 65_536, 2 ** 32 - 1, 2 ** 32, Number.MAX_SAFE_INTEGER),
);
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.constantFrom(23, 24, 255, 256, 70_000).map((n) => new Uint8Array(n)),
);

test('flat lists are written as the one encoder writes them', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(numbers, bytes), { maxLength: 40 }), (items) => {
      expect(encodeFlat(items)).toEqual(encodeCbor(items));
    }),
  );
});

test('a number outside the format is the fault of whoever writes it', () => {
  for (const wrong of [-1, 0.5, Number.NaN, 2 ** 53]) expect(() => encodeFlat([wrong])).toThrow();
});

const sized = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const hashes = fc.uniqueArray(sized(32), { maxLength: 3, selector: (one) => one.join() });
const bodies: fc.Arbitrary<Body> = fc
  .record({
    kind: fc.oneof(fc.constant('objective'), fc.string({ maxLength: 20, unit: 'grapheme' })),
    schema: fc.integer({ min: 1, max: 0xffff }),
    writerId: sized(16),
    time: fc.nat({ max: 8_640_000_000_000_000 }),
    membersHeads: hashes,
    refs: hashes,
    seen: hashes,
    recordKey: fc.uint8Array({ maxLength: 60 }),
    changes: fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 4 }),
    certificate: fc.option(fc.uint8Array({ maxLength: 60 })),
  })
  .map((body) => ({ ...body, expected: body.changes.map(() => new Uint8Array(32)) }));

test('a body reads back as it was written', () => {
  fc.assert(
    fc.property(bodies, (body) => {
      const written = encodeBody(body);
      const read = decodeBody(written);
      expect(read.ok && encodeBody(read.value)).toEqual(written);
    }),
  );
});

test('of changed bytes a body is read only where these are its one spelling', () => {
  const places = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 2 });
  fc.assert(
    fc.property(bodies, places, (body, at) => {
      const written = new Uint8Array(encodeBody(body));
      // Mostly among the heads of the first fields, where one byte changes what follows.
      for (const [place, byte] of at) written[place % Math.min(written.length, 90)] = byte;
      const read = decodeBody(written);
      if (read.ok) expect(encodeBody(read.value)).toEqual(written);
    }),
    { numRuns: 2_000 },
  );
});
