import { toText } from '#shared/std/index.ts';
import { bestChain } from '#engine/profile/grant-chain.ts';
import { signReplacement } from '#engine/profile/succession-commands.ts';
import type { Member } from '#engine/members/index.ts';
import type { Device } from './device.ts';
import { lose } from './losses.ts';
import type { World } from './world.ts';

const ownersOf = (device: Device): Member[] =>
  [...device.ledger().graph.now().people.values()].filter(({ role, state }) => role === 'owner' && state === 'member');

const machinesOf = ({ devices }: World, personId: string): Device[] =>
  devices.filter((one) => one.isSettled() && one.ledger().me.personId === personId);

/** All machines of an owner burn, as long as enough others are left to go on. */
export const loseOwner = (world: World, device: Device): void => {
  const owner = world.dice.of(ownersOf(device));
  const machines = owner === undefined ? [] : machinesOf(world, owner.personId);
  const left = world.devices.filter((one) => one.isSettled()).length - machines.length;
  if (owner === undefined || machines.length === 0 || left < 3) return;
  for (const one of machines) {
    lose(world, one);
    world.backups.delete(one.name);
  }
  world.promises.count('fault: lost owner');
};

/** An admin puts a signature under the replacement of an owner: of one who is lost, or, now and then, of one who is not. */
export const signForHeir = (world: World, device: Device): void => {
  const { dice, promises } = world;
  const ledger = device.ledger();
  const members = ledger.graph.now();
  const me = members.person(ledger.me.personId);
  if (me?.state !== 'member' || me.role !== 'admin' || ledger.isOut()) return;
  const owners = ownersOf(device);
  const replaced = owners.find(({ personId }) => machinesOf(world, personId).length === 0) ?? dice.of(owners);
  if (replaced === undefined) return;
  const begun = members.successions.find((one) => one.replacedId === replaced.personId);
  const heirs = [...members.people.values()].filter((one) => one.state === 'member' && one !== replaced);
  const personId = begun?.personId ?? dice.of(heirs)?.personId;
  if (personId === undefined) return;
  const signer = { ledger, grants: () => bestChain(ledger, ledger.secrets().grants) };
  try {
    const signed = signReplacement(signer, { personId, replacedId: replaced.personId });
    promises.count(`succession: ${signed.ok ? (signed.value.done ? 'done' : 'signed') : signed.error.code}`);
    promises.acknowledge(device);
  } finally {
    // The power may have failed when the disk had it and nobody had heard of it.
    const { reductions } = ledger.graph.now();
    if (reductions.some(({ kind, target }) => kind === 'succeed' && toText(target) === replaced.personId))
      world.outlaws.add(replaced.personId);
  }
};
