import { expectOk, fromText, ok, toText } from '#shared/std/index.ts';
import { refusalCodes } from '#shared/sync/index.ts';
import { decodeRecords, encodeRecords } from '#engine/backup/records.ts';
import type { BackupRecord } from '#engine/backup/index.ts';
import { decodeSecrets } from '#engine/keys/index.ts';
import { backupRecords } from '#engine/profile/backup-contents.ts';
import { takeBackup } from '#engine/profile/backup-taking.ts';
import { bestChain } from '#engine/profile/grant-chain.ts';
import { addRestored, standingOf } from '#engine/profile/restored-device.ts';
import type { Device } from './device.ts';
import { complain } from './views.ts';
import type { World } from './world.ts';

/** Writes a backup of a machine to somewhere else, as the real one writes it. */
export const backUp = (world: World, device: Device): void => {
  const contents = [...backupRecords({ ledger: device.ledger(), objects: device.objectTable(), relayUrls: [] })];
  world.backups.set(device.name, encodeRecords(contents));
  world.promises.count('backup: taken');
};

/**
 * A machine is gone, with everything that was on no other one. What its owner was told is safe was safe there: from now
 * on that is promised which somebody else holds as well.
 */
export const lose = (world: World, device: Device): void => {
  const { promises, devices } = world;
  world.network.tearAll(device.name);
  device.lose();
  world.lost.add(device.name);
  promises.count('fault: lost machine');
  const left = devices.filter((one) => one.isUp() && one.isSettled());
  for (const [name, { by, ...kept }] of promises.heads) {
    // Whatever is on the machine that comes in its place, it is another one.
    const promised = { ...kept, by: by === device.name ? '' : by };
    promises.heads.set(name, promised);
    const id = fromText(promised.hash) ?? promised.log;
    if (left.some((one) => one.ledger().entries.byHash(id) !== undefined)) continue;
    const ends = left.map((one) => one.ledger().entries.log(promised.log)).filter((log) => log !== undefined);
    const [longest] = ends.sort((a, b) => b.head_seq - a.head_seq);
    if (longest === undefined) promises.heads.delete(name);
    else promises.heads.set(name, { ...promised, seq: longest.head_seq, hash: toText(longest.head_hash) });
  }
  for (const id of promises.updates.keys()) {
    const isHeld = left.some(
      (one) => one.db().prepare('SELECT 1 FROM progress_updates WHERE id = ?').get(id) !== undefined,
    );
    if (!isHeld) promises.updates.delete(id);
  }
  const disks = left.map((one) => ({ personId: one.ledger().me.personId, file: one.db().serialize() }));
  for (const secret of promises.secrets) {
    const isHeld = disks.some(
      ({ personId, file }) => secret.readers.includes(personId) && file.includes(secret.marker),
    );
    if (!isHeld) promises.lostSecrets.add(secret.marker);
  }
};

const chunksOf = (records: readonly BackupRecord[], size: number): BackupRecord[][] =>
  Array.from({ length: Math.ceil(records.length / size) }, (_, at) => records.slice(at * size, (at + 1) * size));

/** An empty machine with what a backup holds; it signs as the machine that wrote it, in a log of its own. */
const fill = (world: World, device: Device, records: readonly BackupRecord[]): void => {
  const secrets = records.find((record) => record.kind === 'secrets');
  if (secrets === undefined) throw new Error('A backup has no secrets.');
  device.install({ ...expectOk(decodeSecrets(secrets.bytes)), logs: [] });
  const ledger = device.ledger();
  ledger.transact('local', () => {
    ledger.firstSpaces();
    return ok(undefined);
  });
  const target = { ledger, putObject: device.putObject, local: device.local() };
  for (const part of chunksOf(records, 1 + world.dice.below(200))) {
    const taken = expectOk(takeBackup(target, part));
    const [refused] = taken.refused.filter(({ code }) => code !== refusalCodes.fork);
    if (refused !== undefined) complain(`a backup of ${device.name} is not taken`, refused);
  }
};

/**
 * Somebody gets a new machine and restores a backup on it. It becomes a new machine of theirs: nothing that was written
 * on the old one is continued. `meet` lets it fetch what is newer first, as the real one does where it can.
 */
export const restore = async (world: World, device: Device, meet: () => Promise<void>): Promise<void> => {
  const bytes = world.backups.get(device.name);
  const records = bytes === undefined ? undefined : decodeRecords(bytes);
  if (records === undefined) return;
  const { promises } = world;
  fill(world, device, records);
  if (world.dice.once(2)) await meet();
  const ledger = device.ledger();
  const standing = standingOf(ledger);
  const signer = { ledger, grants: () => bestChain(ledger, ledger.secrets().grants) };
  const done =
    standing === undefined &&
    ledger.transact('local', () => {
      const added = addRestored(signer, world.random.bytes(32), world.random);
      if (added.ok) device.become(added.value);
      return added;
    }).ok;
  promises.count(`restore: ${standing?.code ?? (done ? 'ok' : 'refused')}`);
  world.network.tearAll(device.name);
  if (!done) return void device.lose();
  device.reopen();
  world.lost.delete(device.name);
  world.backups.delete(device.name);
  promises.acknowledge(device);
};
