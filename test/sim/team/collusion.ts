import { missingIn } from './carry.ts';
import type { Device } from './device.ts';
import { complain } from './views.ts';
import { markOf, type World } from './world.ts';

/**
 * Whoever is out keeps everything they had, and now gets everything that the relay ever saw and that anybody holds. Their
 * disk is searched for what was written after others knew that they were out.
 */
export const collude = (world: World, inside: readonly Device[]): void => {
  const everything = world.promises.hidden;
  for (const device of world.devices) {
    if (!device.isUp() || !device.isSettled() || inside.includes(device)) continue;
    const { personId, deviceId } = device.ledger().me;
    const hidden = everything.filter((one) => one.from.has(personId) || one.from.has(deviceId));
    if (hidden.length === 0) continue;
    const twin = device.twin();
    const take = (entries: Parameters<typeof twin.take>[0]): void => void twin.take(entries, 'relay simulated');
    for (let round = 0; round < 2; round += 1) {
      take(world.relay.everything());
      for (const one of inside) take(missingIn(one.ledger(), twin));
    }
    const disk = twin.db.serialize();
    for (const { texts } of hidden)
      for (const n of texts)
        if (disk.includes(markOf(world, n)))
          complain(`${device.name}, who is out, reads what was written afterwards`, n);
    world.promises.count('collusion: searched a disk');
    twin.close();
    twin.db.close();
  }
};
