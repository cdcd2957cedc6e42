import { describe, expect, it } from 'vitest';
import { recoveryLabel } from '#engine/members/index.ts';
import type { WrittenAct } from '#engine/members/index.ts';
import { toText } from '#shared/std/index.ts';
import { createTeam, noCut, type Actor } from './team.ts';

const revoke = (who: Actor): WrittenAct => ({ kind: 'device-revoke', deviceId: who.device.id, cut: noCut });
const stateOf = (seenBy: Actor, device: Actor) => seenBy.replica.now().devices.get(toText(device.device.id))?.state;

describe('M3: a recovery phrase against the machine that was stolen', () => {
  it('wins when both shut the other out at once, although it was added later', () => {
    const team = createTeam(41);
    const stolen = team.found();
    const phrase = team.addDevice(stolen, recoveryLabel);
    team.shareAll(stolen, phrase);
    phrase.write(revoke(stolen));
    stolen.write(revoke(phrase));
    team.shareAll(stolen, phrase);
    for (const one of [stolen, phrase]) {
      expect(stateOf(one, phrase)).toBe('active');
      expect(stateOf(one, stolen)).toBe('revoked');
    }
  });

  it('an ordinary later device does not', () => {
    const team = createTeam(42);
    const first = team.found();
    const laptop = team.addDevice(first);
    team.shareAll(first, laptop);
    laptop.write(revoke(first));
    first.write(revoke(laptop));
    team.shareAll(first, laptop);
    expect(stateOf(first, first)).toBe('active');
    expect(stateOf(laptop, laptop)).toBe('revoked');
  });

  it('one that a thief adds from a stolen later machine does not outrank the first machine', () => {
    const team = createTeam(43);
    const first = team.found();
    const stolen = team.addDevice(first);
    team.shareAll(first, stolen);
    const forged = team.addDevice(stolen, recoveryLabel);
    forged.write(revoke(first));
    first.write(revoke(stolen));
    team.shareAll(first, stolen, forged);
    for (const one of [first, stolen, forged]) {
      expect(stateOf(one, first)).toBe('active');
      expect(stateOf(one, stolen)).toBe('revoked');
      expect(stateOf(one, forged)).not.toBe('active');
    }
  });
});
