import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  encodeKit,
  findSheetCode,
  formatSheetCode,
  kitObjectId,
  openKit,
  phraseKeys,
  phraseOf,
  recoverySheet,
  sealKit,
} from '#engine/recovery/index.ts';
import { membersSpaceId, teamSpaceId } from '#engine/keys/index.ts';
import { signBytes, signKeyPair } from '#engine/crypto/index.ts';
import { buildGrant } from '#shared/sync/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

const random = seededRandom(13);
const root = signKeyPair(random.bytes(32));
const teamRoot = root.publicKey;
const { device, kitKey } = phraseKeys(random.bytes(32));
const grant = buildGrant(
  { team: teamRoot, kind: 'device', subject: device.id, issuer: teamRoot, mayGrant: true },
  signBytes(root),
);
const kit = {
  teamRoot,
  teamName: 'Northern Lights',
  personSecret: random.bytes(32),
  generations: [{ generation: 1, seed: random.bytes(32) }],
  keys: [membersSpaceId(teamRoot), teamSpaceId(teamRoot)].map((spaceId) => ({
    spaceId,
    key: random.bytes(32),
    supersedes: [],
  })),
  grants: [grant],
  lanKey: random.bytes(32),
  relayUrls: ['wss://relay.example'],
};

describe('the recovery kit', () => {
  test('opens with its phrase and gives back what was put in', () => {
    expect(expectOk(openKit(sealKit(encodeKit(kit), kitKey, random), kitKey))).toEqual(kit);
  });

  test('opens for no other phrase, and not where a byte is changed or missing', () => {
    const sealed = sealKit(encodeKit(kit), kitKey, random);
    expect(openKit(sealed, random.bytes(32)).ok).toBe(false);
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = Uint8Array.from(sealed);
        damaged[at] = (damaged[at] ?? 0) ^ change;
        expect(openKit(damaged, kitKey).ok).toBe(false);
        expect(openKit(sealed.slice(0, at), kitKey).ok).toBe(false);
      }),
    );
  });

  test('of a newer version asks for an update instead of calling itself damaged', () => {
    const encoded = encodeKit(kit);
    const newer = Uint8Array.from(encoded);
    newer[1] = 2;
    const opened = openKit(sealKit(newer, kitKey, random), kitKey);
    expect(opened.ok ? '' : opened.error.code).toBe('kit-newer');
  });

  test('lies where only the phrase and the machine that keeps its kit key look', () => {
    expect(kitObjectId(kitKey)).not.toEqual(kitObjectId(random.bytes(32)));
  });
});

describe('the recovery sheet', () => {
  const code = formatSheetCode({ teamRoot, relayUrls: kit.relayUrls, lanKey: kit.lanKey, grants: kit.grants });
  const facts = { teamName: 'Northern Lights', personName: 'Ana', relayUrls: kit.relayUrls, date: '2026-05-11' };
  const sheet = recoverySheet(phraseOf(new Uint8Array(32)), code, facts);

  test('says how to find the team, also when its long line was broken', () => {
    const found = findSheetCode(sheet);
    expect(found?.ok === true ? found.value : found).toMatchObject({
      teamRoot,
      relayUrls: kit.relayUrls,
      lanKey: kit.lanKey,
    });
    const broken = sheet.replace(code, code.replace(/(.{60})/g, '$1\n'));
    expect(findSheetCode(broken)?.ok).toBe(true);
  });

  test('without a code is no mistake; a shortened or changed code is', () => {
    expect(findSheetCode('abandon ability able')).toBeUndefined();
    const start = 'meridian://recover/1#'.length;
    fc.assert(
      fc.property(fc.integer({ min: start, max: code.length - 1 }), (at) => {
        expect(findSheetCode(code.slice(0, at))?.ok).toBe(false);
        const other = code[at] === 'A' ? 'B' : 'A';
        const changed = findSheetCode(`${code.slice(0, at)}${other}${code.slice(at + 1)}`);
        // The last letter of base64 has bits that mean nothing; strict reading refuses those too.
        expect(changed?.ok).toBe(false);
      }),
    );
  });

  test('never throws on pasted text', () => {
    fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => void findSheetCode(`meridian://recover/1#${text}`)));
  });
});
