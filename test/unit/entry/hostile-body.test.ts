import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encrypt, hash, sign } from '#engine/crypto/index.ts';
import { checkEntry, epochTag, openBody } from '#engine/entry/index.ts';
import { padmeLength } from '#engine/entry/padding.ts';
import type { Body } from '#engine/entry/index.ts';
import { encodeCbor, encodeHeader, framed } from '#shared/sync/index.ts';
import type { CborValue, WireEntry } from '#shared/sync/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { epoch, logKeys, sampleBody } from './sample-log.ts';

const prevHash = new Uint8Array(32).fill(9);

/** What somebody with the space's key could send: any plaintext, properly encrypted and signed. */
const hostileEntry = (padded: Uint8Array): WireEntry => {
  const tag = epochTag(epoch.id, logKeys.publicKey);
  const bodyLen = padded.length + 40;
  const additional = framed('entry-body', encodeCbor([1, logKeys.publicKey, 2, prevHash, tag, bodyLen]));
  const body = encrypt(epoch.key, padded, additional, seededRandom(6));
  const fields = { v: 1, logId: logKeys.publicKey, seq: 2, prevHash, epochTag: tag, bodyLen };
  const header = encodeHeader({ ...fields, bodyHash: hash('body', body) });
  return { header, signature: sign(logKeys, 'entry', header), body };
};

const framePadded = (content: Uint8Array, length: number): Uint8Array => {
  const padded = new Uint8Array(length);
  new DataView(padded.buffer).setUint32(0, content.length);
  padded.set(content, 4);
  return padded;
};

const framePaddedOf = (plain: Uint8Array): Uint8Array => {
  const content = deflateRawSync(plain);
  return framePadded(content, padmeLength(4 + content.length));
};

const numbered = (count: number): readonly Uint8Array[] =>
  Array.from({ length: count }, (_, i) => new Uint8Array(32).fill(i >> 8, 0, 1).fill(i & 0xff, 1, 2));

const ofPlain = (plain: Uint8Array): WireEntry => hostileEntry(framePadded(deflateRawSync(plain), 256));

const codeOf = (entry: WireEntry): string => {
  expect(checkEntry(entry).ok).toBe(true);
  const opened = openBody(entry, epoch);
  return opened.ok ? 'ok' : opened.error.code;
};

const listed = (body: Body): readonly CborValue[] => Object.values(body) as readonly CborValue[];
const withField = (at: number, value: CborValue): Uint8Array =>
  encodeCbor(listed(sampleBody).map((field, index) => (index === at ? value : field)));

describe('a well-signed entry of a hostile member', () => {
  it('is accepted as long as it is honest', () => {
    expect(codeOf(ofPlain(encodeCbor(listed(sampleBody))))).toBe('ok');
  });

  it('cannot unpack into more than 4 MiB', () => {
    const bomb = deflateRawSync(new Uint8Array(64 * 1024 * 1024));
    const padded = framePadded(bomb, 65_536);
    expect(bomb.length).toBeLessThan(65_532);
    expect(codeOf(hostileEntry(padded))).toBe('entry-oversized');
  });

  it('cannot hide bytes in the padding or use another padding', () => {
    const content = deflateRawSync(encodeCbor(listed(sampleBody)));
    const hidden = framePadded(content, 256);
    hidden[255] = 1;
    expect(codeOf(hostileEntry(hidden))).toBe('entry-bad-padding');
    expect(codeOf(hostileEntry(framePadded(content, 512)))).toBe('entry-bad-padding');
    expect(codeOf(hostileEntry(framePadded(content, 4 + content.length)))).toBe('entry-bad-padding');
    const lying = framePadded(content, 256);
    new DataView(lying.buffer).setUint32(0, 0xffffffff);
    expect(codeOf(hostileEntry(lying))).toBe('entry-bad-padding');
  });

  it('cannot put anything behind or instead of the compressed content', () => {
    const content = deflateRawSync(encodeCbor(listed(sampleBody)));
    expect(codeOf(hostileEntry(framePadded(Uint8Array.of(...content, 1, 2), 256)))).toBe('entry-inflate');
    expect(codeOf(hostileEntry(framePadded(content.subarray(0, -3), 256)))).toBe('entry-inflate');
    expect(codeOf(hostileEntry(framePadded(Uint8Array.of(0xff, 0xff, 0xff), 256)))).toBe('entry-inflate');
  });

  const hash32 = new Uint8Array(32).fill(1);
  it.each<[string, number, CborValue]>([
    ['a kind that is no text', 0, 5],
    ['a kind without end', 0, 'k'.repeat(65)],
    ['schema zero', 1, 0],
    ['a short writer id', 2, new Uint8Array(15)],
    ['a time no calendar has', 3, 8_640_000_000_000_001],
    ['heads that are no list', 4, hash32],
    ['heads out of order', 4, [new Uint8Array(32).fill(3), new Uint8Array(32).fill(2)]],
    ['a head twice', 4, [hash32, hash32]],
    ['a head of a wrong size', 4, [new Uint8Array(31)]],
    ['more heads than allowed', 4, numbered(257)],
    ['references out of order', 5, [new Uint8Array(32).fill(3), new Uint8Array(32).fill(2)]],
    ['more references than allowed', 5, numbered(257)],
    ['more than 16 seen heads', 6, numbered(17)],
    ['a record key without end', 7, new Uint8Array(257)],
    ['more hashes than changes', 8, [hash32, hash32]],
    ['a change that is text', 9, ['change']],
    ['a certificate without end', 10, new Uint8Array(513)],
  ])('cannot carry %s', (_name, at, value) => {
    const plain = withField(at, value);
    expect(codeOf(hostileEntry(framePaddedOf(plain)))).toBe('entry-body-malformed');
  });

  it('may carry as many heads as allowed', () => {
    for (const [at, most] of [
      [4, 256],
      [5, 256],
      [6, 16],
    ] as const)
      expect(codeOf(hostileEntry(framePaddedOf(withField(at, numbered(most)))))).toBe('ok');
  });

  it('cannot add or leave out a field', () => {
    const fields = listed(sampleBody);
    expect(codeOf(ofPlain(encodeCbor([...fields, null])))).toBe('entry-body-malformed');
    expect(codeOf(ofPlain(encodeCbor(fields.slice(0, -1))))).toBe('entry-body-malformed');
  });

  it('never makes the reader throw, whatever its plaintext is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        expect(codeOf(ofPlain(noise))).toBe('entry-body-malformed');
        expect(codeOf(hostileEntry(noise.length === 0 ? Uint8Array.of(1) : noise))).toBe('entry-bad-padding');
      }),
      { numRuns: 200 },
    );
  });
});
