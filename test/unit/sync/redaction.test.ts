import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hash, verifyBytes } from '#engine/crypto/index.ts';
import {
  buildRedactionList,
  decodeHeader,
  decodeRedaction,
  decodeWireEntry,
  encodeRedaction,
  encodeWireEntry,
  firstListVersion,
  isListVersion,
  listPartOf,
  proofOfBlank,
  readRedactionList,
  redactionLimits,
} from '#shared/sync/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { createLogWriter } from '#test/support/sync/log-writer.ts';

const random = seededRandom(8);
const writer = createLogWriter(random);
const entries = Array.from({ length: 6 }, () => writer.next());
const certificates = fc.option(fc.uint8Array({ maxLength: redactionLimits.certificateBytes }));

describe('a redaction', () => {
  test('R4: is read back as it was written, and written again to the same bytes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...entries), certificates, (entry, certificate) => {
        const redaction = writer.redact(entry, certificate);
        const bytes = encodeRedaction(redaction);
        expect(decodeRedaction(bytes, verifyBytes)).toEqual(redaction);
        expect(encodeRedaction(redaction)).toEqual(bytes);
      }),
    );
  });

  test('R4: with any bit changed, cut short or lengthened, proves nothing', () => {
    const bytes = encodeRedaction(writer.redact(entries[0] ?? writer.next(), random.bytes(120)));
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
        const changed = Uint8Array.from(bytes, (byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
        expect(decodeRedaction(changed, verifyBytes)).toBeUndefined();
      }),
      { numRuns: 400 },
    );
    for (let end = 0; end < bytes.length; end += 7)
      expect(decodeRedaction(bytes.subarray(0, end), verifyBytes)).toBeUndefined();
    expect(decodeRedaction(Uint8Array.of(...bytes, 0), verifyBytes)).toBeUndefined();
  });

  test('R4: any bytes at all are read without harm', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        expect(decodeRedaction(bytes, verifyBytes)).toBeUndefined();
      }),
    );
  });

  test('S46: travels in the place of the body, and is good for that entry alone', () => {
    const [first, second] = entries;
    if (first === undefined || second === undefined) throw new Error('nothing was written');
    const { header, signature } = expectOk(decodeWireEntry(first.bytes));
    const redaction = encodeRedaction(writer.redact(first));
    const bytes = encodeWireEntry({ header, signature, body: null, redaction });
    const wire = expectOk(decodeWireEntry(bytes));
    expect(wire).toEqual({ header, signature, body: null, redaction });
    const read = expectOk(decodeHeader(header));
    expect(proofOfBlank(wire, read, first.hash, verifyBytes)).toBeDefined();
    expect(proofOfBlank(wire, read, second.hash, verifyBytes)).toBeUndefined();
    const other = encodeRedaction(writer.redact(second));
    expect(proofOfBlank({ body: null, redaction: other }, read, first.hash, verifyBytes)).toBeUndefined();
    const stranger = encodeRedaction(createLogWriter(random).redact(first));
    expect(proofOfBlank({ body: null, redaction: stranger }, read, first.hash, verifyBytes)).toBeUndefined();
    expect(proofOfBlank({ body: null }, read, first.hash, verifyBytes)).toBeUndefined();
  });
});

describe('a list of redactions', () => {
  const redactions = entries.map((entry) => writer.redact(entry));
  const list = buildRedactionList(writer.id, 0, redactions, hash);

  test('R8, S45: is read back, in ascending order whatever order it was made in', () => {
    expect(readRedactionList(list, hash, verifyBytes)).toEqual(redactions);
    expect(buildRedactionList(writer.id, 0, [...redactions].reverse(), hash)).toEqual(list);
    expect(list.version).toBe(firstListVersion + redactions.length);
    expect(isListVersion(list.version)).toBe(true);
    expect([1, 1024, 1025].map(listPartOf)).toEqual([0, 0, 1]);
  });

  test('S45: under another id, with another version, of another log or stretch, or with one bad signature, is none', () => {
    const [first] = redactions;
    if (first === undefined || list.bytes === null) throw new Error('nothing was written');
    const bad = { ...first, signature: first.signature.map((byte) => byte ^ 1) };
    const other = createLogWriter(random);
    for (const wrong of [
      { ...list, id: random.bytes(32) },
      { ...list, version: list.version + 1 },
      { ...list, version: 7 },
      { ...list, bytes: null },
      { ...list, bytes: list.bytes.subarray(1) },
      { ...list, bytes: random.bytes(500) },
      buildRedactionList(writer.id, 0, [], hash),
      buildRedactionList(writer.id, 1, redactions, hash),
      buildRedactionList(other.id, 0, redactions, hash),
      buildRedactionList(writer.id, 0, [...redactions.slice(1), bad], hash),
      buildRedactionList(writer.id, 0, [first, first], hash),
    ])
      expect(readRedactionList(wrong, hash, verifyBytes)).toBeUndefined();
  });

  test('S45: holds a whole stretch of a log within the size of an object', () => {
    const many = createLogWriter(random);
    const whole = Array.from({ length: redactionLimits.span }, () => many.redact(many.next(1)));
    const object = buildRedactionList(many.id, 0, whole, hash);
    expect(object.bytes?.length).toBeLessThan(256 * 1024);
    expect(readRedactionList(object, hash, verifyBytes)).toHaveLength(redactionLimits.span);
  });
});
