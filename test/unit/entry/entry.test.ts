import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildEntry, checkEntry, epochOf, epochTag, openBody } from '#engine/entry/index.ts';
import type { Body } from '#engine/entry/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { decodeWireEntry, emptyLogEnd, encodeWireEntry } from '#shared/sync/index.ts';
import type { WireEntry } from '#shared/sync/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { epoch, firstEntry, flip, laterEntry, logKeys, sampleBody, spaceId } from './sample-log.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const hashes = (most: number) => fc.array(bytes(32), { maxLength: most });

const anyBody: fc.Arbitrary<Body> = fc
  .record({
    kind: fc.string({ maxLength: 20, unit: 'grapheme-ascii' }),
    schema: fc.integer({ min: 1, max: 0xffff }),
    writerId: bytes(16),
    time: fc.integer({ min: 0, max: 8.64e15 }),
    membersHeads: hashes(3),
    refs: hashes(3),
    seen: hashes(16),
    recordKey: fc.uint8Array({ maxLength: 256 }),
    changed: fc.array(fc.tuple(bytes(32), fc.uint8Array({ maxLength: 400 })), { maxLength: 5 }),
  })
  .map(({ changed, ...rest }) => ({
    ...rest,
    expected: changed.map(([hash]) => hash),
    changes: changed.map(([, change]) => change),
    certificate: null,
  }));

const sorted = (list: readonly Uint8Array[]): string[] => [...new Set(list.map(String))].sort();
const wireOf = ({ header, signature, body }: WireEntry): WireEntry => ({ header, signature, body });

describe('an entry', () => {
  it('says to the readers of its space exactly what was written', () => {
    const random = seededRandom(2);
    const { end } = firstEntry();
    fc.assert(
      fc.property(anyBody, (body) => {
        const built = expectOk(buildEntry({ logKeys, after: end, epoch, body, random }));
        const wire = expectOk(decodeWireEntry(encodeWireEntry(wireOf(built))));
        expect(expectOk(checkEntry(wire, end)).hash).toEqual(built.hash);
        const opened = expectOk(openBody(wire, epoch));
        for (const set of ['membersHeads', 'refs', 'seen'] as const)
          expect(sorted(opened[set])).toEqual(sorted(body[set]));
        const { membersHeads, refs, seen } = opened;
        expect(opened).toEqual({ ...body, membersHeads, refs, seen });
      }),
    );
  });

  it('begins a log with its certificate, and carries none afterwards', () => {
    expect(expectOk(openBody(firstEntry(), epoch)).certificate).not.toBeNull();
    const bare = expectOk(
      buildEntry({ logKeys, after: emptyLogEnd, epoch, body: sampleBody, random: seededRandom(3) }),
    );
    expect(openBody(bare, epoch)).toMatchObject({ error: { code: 'entry-body-malformed' } });
    const repeated = laterEntry({ certificate: Uint8Array.of(1) });
    expect(openBody(repeated, epoch)).toMatchObject({ error: { code: 'entry-body-malformed' } });
  });

  it('shows a relay neither its kind, its time nor its text', () => {
    const text = 'Ship the quarterly report';
    const entry = laterEntry({ changes: [new TextEncoder().encode(text)] });
    const onTheWire = Buffer.from(encodeWireEntry(wireOf(entry)));
    expect(onTheWire.includes(text)).toBe(false);
    expect(onTheWire.includes('objective')).toBe(false);
  });

  it('has one of few lengths, whatever was typed', () => {
    const lengths = new Set<number>();
    for (let length = 0; length < 60; length++)
      lengths.add(laterEntry({ changes: [seededRandom(length).bytes(length)] }).body.length);
    expect(lengths.size).toBeLessThanOrEqual(3);
  });
});

describe('a damaged entry is refused and named', () => {
  const entry = wireOf(laterEntry());
  const { end } = firstEntry();

  it.each(['header', 'signature', 'body'] as const)('when any byte of its %s is flipped', (part) => {
    const whole = entry[part] ?? new Uint8Array(0);
    for (let at = 0; at < whole.length; at++)
      expect(checkEntry({ ...entry, [part]: flip(whole, at) }, end).ok, `byte ${at}`).toBe(false);
  });

  it('when any byte of its wire form is flipped or cut off', () => {
    const wire = encodeWireEntry(entry);
    const holds = (bytes: Uint8Array): boolean => {
      const decoded = decodeWireEntry(bytes);
      return decoded.ok && checkEntry(decoded.value, end).ok;
    };
    expect(holds(wire)).toBe(true);
    for (let at = 0; at < wire.length; at++) {
      expect(holds(flip(wire, at)), `byte ${at} flipped`).toBe(false);
      expect(holds(wire.subarray(0, at)), `cut at ${at}`).toBe(false);
    }
  });

  it('when it is replayed, skipped ahead or follows another history', () => {
    expect(checkEntry(entry, emptyLogEnd)).toMatchObject({ error: { code: 'entry-out-of-order' } });
    expect(checkEntry(firstEntry(), end)).toMatchObject({ error: { code: 'entry-out-of-order' } });
  });

  it('when another log signed it', () => {
    const other = firstEntry();
    expect(checkEntry({ ...entry, signature: other.signature })).toMatchObject({
      error: { code: 'entry-bad-signature' },
    });
  });

  it('when its body is swapped for one of another entry', () => {
    expect(checkEntry({ ...entry, body: firstEntry().body })).toMatchObject({ error: { code: 'entry-body-mismatch' } });
  });
});

describe('keys', () => {
  it('of another epoch or space do not open an entry', () => {
    const entry = laterEntry();
    const wrong = [epochOf(spaceId, new Uint8Array(32)), epochOf(new Uint8Array(32), epoch.key)];
    for (const other of wrong) expect(openBody(entry, other)).toMatchObject({ error: { code: 'entry-wrong-key' } });
  });

  it('under a forged name do not open it either', () => {
    const forged = { id: epoch.id, key: new Uint8Array(32) };
    expect(openBody(laterEntry(), forged)).toMatchObject({ error: { code: 'entry-undecryptable' } });
  });

  it('leave a tag that differs from log to log', () => {
    expect(epochTag(epoch.id, logKeys.publicKey)).not.toEqual(epochTag(epoch.id, new Uint8Array(32)));
  });
});

it('an erased entry keeps its place in the chain and has nothing to open', () => {
  const erased = { ...wireOf(laterEntry()), body: null };
  expect(checkEntry(erased, firstEntry().end).ok).toBe(true);
  expect(openBody(erased, epoch)).toMatchObject({ error: { code: 'entry-erased' } });
});

it('writing more than an entry holds is refused with a sentence', () => {
  const after = firstEntry().end;
  const random = seededRandom(4);
  const write = (body: Partial<Body>) =>
    buildEntry({ logKeys, after, epoch, body: { ...sampleBody, ...body }, random });
  const huge = { expected: [new Uint8Array(32)], changes: [new Uint8Array(5 * 1024 * 1024)] };
  const dense = { expected: [new Uint8Array(32)], changes: [seededRandom(5).bytes(2 * 1024 * 1024)] };
  const many = { expected: Array<Uint8Array>(1_001).fill(spaceId), changes: Array<Uint8Array>(1_001).fill(spaceId) };
  for (const body of [huge, dense, many])
    expect(write(body)).toMatchObject({ ok: false, error: { code: 'entry-oversized' } });
});
