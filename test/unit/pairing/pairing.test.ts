import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signBytes, signKeyPair, verifyBytes } from '#engine/crypto/index.ts';
import { deviceKeys, membersSpaceId, personKeys, teamSpaceId } from '#engine/keys/index.ts';
import {
  answerId,
  bundleId,
  formatCode,
  openAnswer,
  openBundle,
  pairedGrants,
  pairingKeys,
  parseCode,
  sealAnswer,
  sealBundle,
} from '#engine/pairing/index.ts';
import type { PairingBundle, PairingCode } from '#engine/pairing/index.ts';
import { expectOk, toText } from '#shared/std/index.ts';
import { buildGrant, checkGrantChain, encodeCbor } from '#shared/sync/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

const random = seededRandom(12);
const root = signKeyPair(random.bytes(32));
const teamRoot = root.publicKey;
const laptop = deviceKeys(random.bytes(32));
const phone = deviceKeys(random.bytes(32));
const person = personKeys(random.bytes(32));
const secret = random.bytes(32);
const pair = pairingKeys(secret).sign;
// The old device may not grant: it is an ordinary member's.
const founding = buildGrant(
  { team: teamRoot, kind: 'device', subject: laptop.id, issuer: teamRoot, mayGrant: false },
  signBytes(root),
);
const vouched = buildGrant(
  { team: teamRoot, kind: 'pair', subject: pair.publicKey, issuer: laptop.id, mayGrant: false },
  signBytes(laptop.sign),
);
const code: PairingCode = {
  teamRoot,
  personId: person.id,
  secret,
  expiresAt: 1_000,
  relayUrls: ['wss://relay.example.org'],
  addresses: ['192.168.1.20:41234'],
  lanKey: random.bytes(32),
  teamName: 'Nordlicht 🌍',
  grants: [founding, vouched],
};
const text = formatCode(code);
const codeOf = (result: { ok: true } | { ok: false; error: { code: string } }): string =>
  result.ok ? 'ok' : result.error.code;
const keys = [membersSpaceId(teamRoot), teamSpaceId(teamRoot)].map((spaceId) => ({
  spaceId,
  key: random.bytes(32),
  supersedes: [],
}));
const bundle: PairingBundle = {
  teamRoot,
  personSecret: person.secret,
  generations: [{ generation: 1, seed: random.bytes(32) }],
  keys,
  grants: [],
  lanKey: code.lanKey,
  relayUrls: code.relayUrls,
};
const flips = (bytes: Uint8Array, at: number): Uint8Array => bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));

describe('a pairing code', () => {
  it('says where to go and whose device to become, and holds no secret of the person', () => {
    expect(expectOk(parseCode(text))).toEqual(code);
    for (const hidden of [person.secret, laptop.secret, ...keys.map(({ key }) => key)])
      expect(Buffer.from(text.split('#')[1] ?? '', 'base64url').includes(Buffer.from(hidden))).toBe(false);
    const admitted = expectOk(checkGrantChain(pairedGrants(code, phone), teamRoot, verifyBytes));
    expect(admitted).toMatchObject({ kind: 'device', mayGrant: false, subject: phone.id });
  });

  it('is read as people paste it', () => {
    const wrapped = text.replace(/(.{60})/g, '$1\r\n');
    for (const pasted of [` ${text}\n`, `"${text}".`, wrapped]) expect(codeOf(parseCode(pasted))).toBe('ok');
  });

  it.each([
    ['', 'code-empty'],
    ['hello', 'code-foreign'],
    ['meridian://join/1#AAAA', 'code-foreign'],
    ['x'.repeat(100_000), 'code-foreign'],
    ['meridian://pair/', 'code-damaged'],
    ['meridian://pair/1#', 'code-damaged'],
    ['meridian://pair/1#AAAA#BBBB', 'code-damaged'],
    ['meridian://pair/2#AAAA', 'code-newer'],
  ])('of the form %j is refused with a sentence', (pasted, expected) => {
    const result = parseCode(pasted);
    expect(codeOf(result)).toBe(expected);
    expect(result.ok ? '' : result.error.sentence).toMatch(/^[A-Z].*[./]$/);
  });

  it('is refused when shortened anywhere or with any character changed', () => {
    for (let at = text.indexOf('#') + 1; at < text.length; at++) {
      expect(codeOf(parseCode(text.slice(0, at)))).toBe('code-damaged');
      const other = text[at] === 'A' ? 'B' : 'A';
      expect(codeOf(parseCode(text.slice(0, at) + other + text.slice(at + 1))), `character ${at}`).toBe('code-damaged');
    }
  });

  it('is refused when its grants do not lead to its own key', () => {
    for (const change of [{ grants: [founding] }, { grants: [] }, { secret: random.bytes(32) }, { relayUrls: ['x'] }])
      expect(codeOf(parseCode(formatCode({ ...code, ...change })))).toBe('code-damaged');
  });

  it('never makes the reader throw', () => {
    fc.assert(fc.property(fc.string(), (noise) => !parseCode(`meridian://pair/1#${noise}`).ok));
    fc.assert(fc.property(fc.uint8Array(), (noise) => !parseCode(`meridian://pair/1#${toText(noise)}`).ok));
  });
});

describe('the answer of a new device', () => {
  const sealed = sealAnswer(code, phone, 'Phone', random);

  it('brings its public keys and its own word for this person', () => {
    const answer = expectOk(openAnswer(code, sealed));
    expect(answer.device.sign).toEqual(phone.id);
    expect(answer.name).toBe('Phone');
  });

  it('shows relays and carriers neither keys nor name', () => {
    for (const plain of [phone.id, phone.box.publicKey, Buffer.from('Phone')])
      expect(Buffer.from(sealed).includes(Buffer.from(plain))).toBe(false);
  });

  it('is not read with another code, for another person, or with any byte changed', () => {
    expect(codeOf(openAnswer({ ...code, secret: random.bytes(32) }, sealed))).toBe('answer-malformed');
    expect(codeOf(openAnswer({ ...code, personId: random.bytes(32) }, sealed))).toBe('answer-malformed');
    expect(codeOf(openAnswer({ ...code, teamRoot: random.bytes(32) }, sealed))).toBe('answer-malformed');
    for (let at = 0; at < sealed.length; at++) expect(codeOf(openAnswer(code, flips(sealed, at)))).not.toBe('ok');
  });

  it('never makes the reader throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => !openAnswer(code, noise).ok));
  });
});

describe('the secrets of the person', () => {
  const sealed = sealBundle(bundle, phone.box.publicKey, random);

  it('open on the device that was looked at, and on no other, whoever has the code', () => {
    expect(expectOk(openBundle(code, phone, sealed))).toEqual(bundle);
    expect(codeOf(openBundle(code, deviceKeys(random.bytes(32)), sealed))).toBe('bundle-malformed');
  });

  it('P2: are refused where they make another person or lack the team, so that nobody can plant an identity', () => {
    const stranger = { ...bundle, personSecret: random.bytes(32) };
    const other = { ...bundle, teamRoot: random.bytes(32) };
    const keyless = { ...bundle, keys: keys.slice(0, 1) };
    const foreign = { ...bundle, grants: [founding] };
    for (const planted of [stranger, other, keyless, foreign])
      expect(codeOf(openBundle(code, phone, sealBundle(planted, phone.box.publicKey, random)))).toBe(
        'bundle-malformed',
      );
  });

  it('are refused with any byte changed', () => {
    for (let at = 0; at < sealed.length; at++)
      expect(codeOf(openBundle(code, phone, flips(sealed, at)))).not.toBe('ok');
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => !openBundle(code, phone, noise).ok));
  });

  it('fit into an object beside the log however many keys a person has', () => {
    const many = Array.from({ length: 5_000 }, () => ({
      spaceId: random.bytes(32),
      key: random.bytes(32),
      supersedes: [],
    }));
    const large = sealBundle({ ...bundle, keys: [...keys, ...many] }, phone.box.publicKey, random);
    expect(large.length).toBeLessThan(256 * 1024);
    expect(codeOf(openBundle(code, phone, large))).toBe('ok');
  });

  it('lie at a place that only the two sides of the code can name', () => {
    expect(answerId(pair.publicKey)).not.toEqual(bundleId(pair.publicKey));
    expect(Buffer.from(encodeCbor([answerId(pair.publicKey)])).includes(Buffer.from(pair.publicKey))).toBe(false);
  });
});
