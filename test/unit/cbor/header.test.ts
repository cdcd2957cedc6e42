import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hash } from '#engine/crypto/index.ts';
import { expectOk } from '#shared/std/index.ts';
import {
  checkWire,
  decodeHeader,
  decodeWireEntry,
  emptyLogEnd,
  encodeCbor,
  encodeHeader,
  encodeWireEntry,
  entryHash,
} from '#shared/sync/index.ts';
import type { Header } from '#shared/sync/index.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const anyHeader: fc.Arbitrary<Header> = fc.record({
  v: fc.constant(1),
  logId: bytes(32),
  seq: fc.integer({ min: 2, max: Number.MAX_SAFE_INTEGER }),
  prevHash: bytes(32),
  epochTag: bytes(16),
  bodyHash: bytes(32),
  bodyLen: fc.integer({ min: 1, max: 1024 * 1024 }),
});

const sample: Header = {
  v: 1,
  logId: new Uint8Array(32).fill(1),
  seq: 1,
  prevHash: new Uint8Array(32),
  epochTag: new Uint8Array(16).fill(3),
  bodyHash: hash('body', Uint8Array.of(9)),
  bodyLen: 1,
};
const wire = { header: encodeHeader(sample), signature: new Uint8Array(64), body: Uint8Array.of(9) };
const codeOf = (result: { ok: true } | { ok: false; error: { code: string } }): string =>
  result.ok ? 'ok' : result.error.code;

describe('entry headers', () => {
  it('come back as they were written, in at most 256 bytes', () => {
    fc.assert(
      fc.property(anyHeader, (header) => {
        const written = encodeHeader(header);
        expect(written.length).toBeLessThanOrEqual(256);
        expect(expectOk(decodeHeader(written))).toEqual(header);
      }),
    );
  });

  it('never accept random bytes, nor a header cut anywhere', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => !decodeHeader(noise).ok));
    for (let at = 0; at < wire.header.length; at++)
      expect(codeOf(decodeHeader(wire.header.subarray(0, at)))).toBe('entry-malformed');
  });

  it('of a newer version are named as such', () => {
    expect(codeOf(decodeHeader(encodeCbor([2, 'something new'])))).toBe('entry-newer');
  });

  it('with a wrong field are refused', () => {
    const wrong: readonly Partial<Header>[] = [
      { v: 0 },
      { logId: new Uint8Array(31) },
      { seq: 0 },
      { prevHash: new Uint8Array(32).fill(1) },
      { epochTag: new Uint8Array(17) },
      { bodyHash: new Uint8Array(0) },
      { bodyLen: 0 },
      { bodyLen: 1024 * 1024 + 1 },
    ];
    for (const change of wrong)
      expect(codeOf(decodeHeader(encodeHeader({ ...sample, ...change })))).toBe('entry-malformed');
    expect(codeOf(decodeHeader(new Uint8Array(257)))).toBe('entry-oversized');
  });
});

describe('wire entries', () => {
  it('come back as they were written, with and without their body', () => {
    for (const entry of [wire, { ...wire, body: null }])
      expect(expectOk(decodeWireEntry(encodeWireEntry(entry)))).toEqual(entry);
  });

  it('are refused when cut, padded with more or oversized', () => {
    const written = encodeWireEntry(wire);
    for (let at = 0; at < written.length; at++)
      expect(codeOf(decodeWireEntry(written.subarray(0, at)))).toBe('entry-malformed');
    expect(codeOf(decodeWireEntry(Uint8Array.of(...written, 0)))).toBe('entry-malformed');
    expect(codeOf(decodeWireEntry(new Uint8Array(2 * 1024 * 1024)))).toBe('entry-oversized');
  });

  it('must follow the end of their log', () => {
    expect(codeOf(checkWire(wire, hash, emptyLogEnd))).toBe('ok');
    const end = { seq: 1, hash: entryHash(hash, wire.header) };
    const next = { ...wire, header: encodeHeader({ ...sample, seq: 2, prevHash: end.hash }) };
    expect(codeOf(checkWire(next, hash, end))).toBe('ok');
    expect(codeOf(checkWire(wire, hash, end))).toBe('entry-out-of-order');
    expect(codeOf(checkWire(next, hash, emptyLogEnd))).toBe('entry-out-of-order');
    expect(codeOf(checkWire(next, hash, { ...end, hash: new Uint8Array(32) }))).toBe('entry-out-of-order');
  });

  it('must carry the body their header promises, or none', () => {
    expect(codeOf(checkWire({ ...wire, body: Uint8Array.of(8) }, hash))).toBe('entry-body-mismatch');
    expect(codeOf(checkWire({ ...wire, body: Uint8Array.of(9, 9) }, hash))).toBe('entry-body-mismatch');
    expect(codeOf(checkWire({ ...wire, body: null }, hash))).toBe('ok');
  });
});
