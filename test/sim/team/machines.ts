import { ok } from '#shared/std/index.ts';
import { deviceKeys } from '#engine/keys/index.ts';
import { devicePublic, signDevice } from '#engine/members/index.ts';
import { deviceAddOf } from '#engine/profile/add-device.ts';
import { handOver } from './carry.ts';
import type { Device } from './device.ts';
import { act } from './membership.ts';
import type { World } from './world.ts';

/**
 * Somebody takes a second machine into use. How the two find each other is tested elsewhere; here the second one gets
 * what a pairing gives it: the person's secrets, all keys, and what the first one holds.
 */
export const pair = (world: World, device: Device, fresh: Device): boolean => {
  const ledger = device.ledger();
  if (fresh.isUp() || ledger.isOut() || ledger.graph.now().person(ledger.me.personId)?.state !== 'member') return false;
  const deviceSecret = world.random.bytes(32);
  const keys = deviceKeys(deviceSecret);
  const added = {
    device: devicePublic(keys),
    deviceSignature: signDevice(ledger.teamRoot, ledger.person.id, keys),
    label: '',
  };
  if (!act(world, device, deviceAddOf(ledger, added, world.random))) return false;
  world.links.delete(fresh.name);
  const secrets = ledger.secrets();
  fresh.install({ ...secrets, deviceSecret, logs: [], grants: [] });
  const there = fresh.ledger().transact('local', () => {
    fresh.ledger().firstSpaces();
    return ok(undefined);
  });
  if (there.ok) handOver(ledger, fresh.ledger());
  if (!there.ok || fresh.ledger().graph.now().personOfDevice(fresh.ledger().me.deviceId) === undefined) {
    fresh.stop();
    return false;
  }
  fresh.ledger().transact('local', () => {
    fresh.settle();
    return ok(undefined);
  });
  world.promises.count('second machine');
  return true;
};
