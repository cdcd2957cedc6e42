import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochOf, epochTag } from '#engine/entry/index.ts';
import {
  createKeyring,
  decodeSecrets,
  deviceKeys,
  encodeSecrets,
  generationKeys,
  membersSpaceId,
  openGeneration,
  openOffer,
  pairSpace,
  personKeys,
  sealGeneration,
  sealOffer,
  selfSpace,
  teamSpaceId,
} from '#engine/keys/index.ts';
import type { SpaceKey } from '#engine/keys/index.ts';
import { compareBytes, expectOk } from '#shared/std/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

const random = seededRandom(1);
const team = random.bytes(32);
const [ana, bilal, carla] = [1, 2, 3].map((n) => personKeys(new Uint8Array(32).fill(n)));
const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 });
const ofSpace = (spaceId: Uint8Array, key: Uint8Array, supersedes: readonly Uint8Array[] = []): SpaceKey => ({
  spaceId,
  key,
  supersedes,
});

const present = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('expected a value');
  return value;
};
const [a, b, c] = [present(ana), present(bilal), present(carla)];

describe('spaces', () => {
  it('of two people are derived alike by both and by nobody else', () => {
    const mine = present(pairSpace(team, a.box, b.box.publicKey));
    expect(pairSpace(team, b.box, a.box.publicKey)).toEqual(mine);
    expect(pairSpace(team, c.box, a.box.publicKey)).not.toEqual(mine);
    expect(pairSpace(random.bytes(32), a.box, b.box.publicKey)).not.toEqual(mine);
    expect(mine.id).not.toEqual(mine.key);
  });

  it('are not opened with a key that would make the pair predictable', () => {
    expect(pairSpace(team, a.box, new Uint8Array(32))).toBeUndefined();
  });

  it('all have different ids', () => {
    const ids = [
      membersSpaceId(team),
      teamSpaceId(team),
      selfSpace(team, a.secret).id,
      selfSpace(team, b.secret).id,
      present(pairSpace(team, a.box, b.box.publicKey)).id,
    ];
    expect(new Set(ids.map(String)).size).toBe(ids.length);
  });
});

it('signing, receiving and transport keys of a device are all different', () => {
  const device = deviceKeys(new Uint8Array(32));
  const keys = [device.sign.publicKey, device.box.publicKey, device.transport.publicKey];
  expect(new Set(keys.map(String)).size).toBe(3);
});

describe('the keyring', () => {
  it('finds the epoch an entry names, in the log it names it in', () => {
    fc.assert(
      fc.property(fc.array(bytes32, { minLength: 1, maxLength: 6 }), bytes32, (keys, logId) => {
        const keyring = createKeyring();
        for (const key of keys) keyring.learn(ofSpace(team, key));
        for (const key of keys) {
          const { id } = epochOf(team, key);
          expect(keyring.byTag(epochTag(id, logId), logId)?.epoch.id).toEqual(id);
          expect(keyring.byTag(epochTag(id, team), logId)).toBeUndefined();
        }
      }),
      { numRuns: 30 },
    );
  });

  it('finds an epoch learned after its tag was first asked for', () => {
    const keyring = createKeyring();
    const tag = epochTag(epochOf(team, a.secret).id, b.secret);
    expect(keyring.byTag(tag, b.secret)).toBeUndefined();
    expect(keyring.learn(ofSpace(team, a.secret))).toBe(true);
    expect(keyring.learn(ofSpace(team, a.secret))).toBe(false);
    expect(keyring.byTag(tag, b.secret)?.spaceId).toEqual(team);
  });

  it('says which epochs it holds, and forgets with a transaction that did not happen', () => {
    const [first, second] = [epochOf(team, a.secret).id, epochOf(team, b.secret).id];
    const keyring = createKeyring([ofSpace(team, a.secret)]);
    const before = keyring.size();
    expect([first, second].map(keyring.holds)).toEqual([true, false]);
    keyring.learn(ofSpace(team, b.secret));
    expect([first, second].map(keyring.holds)).toEqual([true, true]);
    keyring.forgetBeyond(before);
    expect([first, second].map(keyring.holds)).toEqual([true, false]);
    expect(keyring.learn(ofSpace(team, b.secret))).toBe(true);
    expect(keyring.holds(second)).toBe(true);
  });

  it('writes with the lowest epoch, in whatever order keys were learned', () => {
    fc.assert(
      fc.property(fc.uniqueArray(bytes32, { minLength: 1, maxLength: 6, selector: String }), (keys) => {
        const forwards = createKeyring(keys.map((key) => ofSpace(team, key)));
        const backwards = createKeyring([...keys].reverse().map((key) => ofSpace(team, key)));
        const lowest = keys.map((key) => epochOf(team, key).id).sort(compareBytes)[0];
        expect(forwards.current(team)?.id).toEqual(lowest);
        expect(backwards.current(team)?.id).toEqual(lowest);
      }),
      { numRuns: 30 },
    );
  });

  it('stops writing with an epoch that was rotated away, and still reads it', () => {
    fc.assert(
      fc.property(bytes32, bytes32, (before, after) => {
        fc.pre(String(before) !== String(after));
        const old = epochOf(team, before);
        const keyring = createKeyring([ofSpace(team, after, [old.id]), ofSpace(team, before)]);
        expect(keyring.current(team)?.key).toEqual(after);
        expect(keyring.epochs(team).map((epoch) => String(epoch.id))).toContain(String(old.id));
        expect(createKeyring(keyring.all()).current(team)?.key).toEqual(after);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps a key to write with when rotations name each other', () => {
    const [x, y] = [epochOf(team, a.secret), epochOf(team, b.secret)];
    const keyring = createKeyring([ofSpace(team, x.key, [y.id]), ofSpace(team, y.key, [x.id])]);
    expect(keyring.current(team)).toBeDefined();
    expect(createKeyring().current(team)).toBeUndefined();
  });
});

describe('sealed offers', () => {
  const offered = ofSpace(team, random.bytes(32), [random.bytes(32)]);

  it('open for their recipient, under any generation of the key, and for nobody else', () => {
    const sealed = sealOffer(offered, b.box.publicKey, random);
    expect(openOffer(sealed, [a.box, b.box])).toEqual(offered);
    expect(openOffer(sealed, [a.box, c.box])).toBeUndefined();
  });

  it('do not tell recipients apart: all have one length', () => {
    const lengths = [a, b, c].map((person) => sealOffer(offered, person.box.publicKey, random).length);
    expect(new Set(lengths).size).toBe(1);
  });

  it('are refused with any byte flipped', () => {
    const sealed = sealOffer(offered, b.box.publicKey, random);
    for (let at = 0; at < sealed.length; at++)
      expect(
        openOffer(
          sealed.map((byte, i) => (i === at ? byte ^ 1 : byte)),
          [b.box],
        ),
      ).toBeUndefined();
  });
});

it('a new generation of a person key reaches that person on that device only', () => {
  const device = deviceKeys(new Uint8Array(32).fill(1));
  const generation = { generation: 1, seed: random.bytes(32) };
  const sealed = sealGeneration(a.id, generation, device.box.publicKey, random);
  expect(openGeneration(sealed, a.id, device.box)).toEqual(generation);
  expect(openGeneration(sealed, b.id, device.box)).toBeUndefined();
  expect(openGeneration(sealed, a.id, deviceKeys(new Uint8Array(32)).box)).toBeUndefined();
  expect(generationKeys(generation).publicKey).not.toEqual(a.box.publicKey);
});

describe('the secrets of a profile', () => {
  const secrets = {
    teamRoot: team,
    deviceSecret: random.bytes(32),
    personSecret: random.bytes(32),
    generations: [{ generation: 1, seed: random.bytes(32) }],
    logs: [{ spaceId: team, seed: random.bytes(32) }],
    keys: [ofSpace(team, random.bytes(32), [random.bytes(32)])],
    grants: [Uint8Array.of(1, 2, 3)],
    lanKey: random.bytes(32),
  };

  it('come back as they were stored', () => {
    expect(expectOk(decodeSecrets(encodeSecrets(secrets)))).toEqual(secrets);
  });

  it('are refused when cut anywhere', () => {
    const stored = encodeSecrets(secrets);
    for (let at = 0; at < stored.length; at++) expect(decodeSecrets(stored.subarray(0, at)).ok).toBe(false);
  });
});
