import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deviceKeys } from '#engine/keys/index.ts';
import { epochOf } from '#engine/entry/index.ts';
import { haveId, openHave, sealHave } from '#engine/network/index.ts';
import { toText } from '#shared/std/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

const random = seededRandom(7);
const space = random.bytes(32);
const epoch = epochOf(space, random.bytes(32));
const ana = deviceKeys(random.bytes(32));
const mallory = deviceKeys(random.bytes(32));
const heads = new Map([
  [toText(random.bytes(32)), 4],
  [toText(random.bytes(32)), 900],
]);
const at = 1_790_000_000_000;

test('a list of what a device holds reads back as it was, with any key of the team', () => {
  const sealed = sealHave(ana, at, heads, epoch, random);
  const later = epochOf(space, random.bytes(32));
  expect(openHave(haveId(epoch.key, ana.id), sealed, [later, epoch])).toEqual({ deviceId: toText(ana.id), at, heads });
});

test('nobody outside the team can read a list or tell whose it is', () => {
  const sealed = sealHave(ana, at, heads, epoch, random);
  const other = epochOf(space, random.bytes(32));
  expect(openHave(haveId(epoch.key, ana.id), sealed, [other])).toBeUndefined();
  expect(toText(haveId(other.key, ana.id))).not.toBe(toText(haveId(epoch.key, ana.id)));
});

test('a list put in the place of another device does not open there', () => {
  const forged = sealHave(mallory, at, heads, epoch, random);
  expect(openHave(haveId(epoch.key, ana.id), forged, [epoch])).toBeUndefined();
});

test('no changed byte of a list is believed', () => {
  const sealed = sealHave(ana, at, heads, epoch, random);
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (place, flip) => {
      const changed = Uint8Array.from(sealed, (byte, nth) => (nth === place ? byte ^ flip : byte));
      expect(openHave(haveId(epoch.key, ana.id), changed, [epoch])).toBeUndefined();
    }),
  );
});
