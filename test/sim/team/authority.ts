import { fromText, ok } from '#shared/std/index.ts';
import { cutOf, type Ledger } from '#engine/ledger/index.ts';
import type { Member } from '#engine/members/index.ts';
import { bestChain, grantsFor } from '#engine/profile/grant-chain.ts';
import { renewPersonKey, whyNotRevoke } from '#engine/profile/devices/revoke.ts';
import { rotateFor } from '#engine/stewardship/index.ts';
import type { Device } from './device.ts';
import { act } from './membership.ts';
import type { World } from './world.ts';

interface Somebody {
  readonly member: Member;
  readonly id: Uint8Array;
}

const somebody = (
  world: World,
  ledger: Ledger,
  fits: (member: Member) => boolean = () => true,
): Somebody | undefined => {
  const member = world.dice.of([...ledger.graph.now().people.values()].filter(fits));
  const id = member === undefined ? undefined : fromText(member.personId);
  return member === undefined || id === undefined ? undefined : { member, id };
};

const setRole = (world: World, device: Device, { member, id }: Somebody, role: Member['role']): void => {
  const ledger = device.ledger();
  const cut = cutOf(ledger, { personId: member.personId });
  if (!act(world, device, { kind: 'set-role', personId: id, role, cut })) return;
  if (role !== 'admin' && role !== 'owner') return;
  const grants = grantsFor(ledger, bestChain(ledger, ledger.secrets().grants), member.personId);
  act(world, device, { kind: 'grant', grants });
};

const setManager = (world: World, device: Device): void => {
  const ledger = device.ledger();
  const whom = somebody(world, ledger);
  const manager = somebody(world, ledger, (one) => one !== whom?.member);
  if (whom === undefined) return;
  const managerId = manager === undefined || world.dice.once(6) ? null : manager.id;
  act(world, device, { kind: 'set-manager', personId: whom.id, managerId });
};

/** As the engine removes: the act with its cut, and new keys for everything shared, in one transaction. */
const remove = (world: World, device: Device, { member, id }: Somebody): void => {
  const ledger = device.ledger();
  const cut = cutOf(ledger, { personId: member.personId });
  const itself = member.personId === ledger.me.personId;
  act(world, device, { kind: 'remove', personId: id, cut }, (cause) =>
    itself ? ok(undefined) : rotateFor(ledger, cause),
  );
};

const revokeInvitation = (world: World, device: Device): void => {
  const ledger = device.ledger();
  const open = world.dice.of(ledger.graph.now().invitations.filter((one) => one.state === 'open'));
  if (open === undefined) return;
  act(world, device, { kind: 'revoke-invite', invite: open.invite }, () => rotateFor(ledger, null));
  for (const [name, link] of world.links) if (link.id === open.id) world.links.delete(name);
};

/** Shuts a machine out; whoever's it was makes new keys for the person. */
export const revokeDevice = (world: World, device: Device): void => {
  const ledger = device.ledger();
  const members = ledger.graph.now();
  const { personId, deviceId } = ledger.me;
  const target = world.dice.of(
    [...members.devices.values()].filter(
      (one) => one.deviceId !== deviceId && whyNotRevoke(members, one, personId, deviceId) === undefined,
    ),
  );
  const key = target === undefined ? undefined : fromText(target.deviceId);
  if (target === undefined || key === undefined) return;
  const cut = cutOf(ledger, { deviceIds: [target.deviceId] });
  act(world, device, { kind: 'device-revoke', deviceId: key, cut }, (cause) => {
    const renewed = target.personId === personId ? renewPersonKey(ledger, world.random) : ok(undefined);
    return renewed.ok ? rotateFor(ledger, cause) : renewed;
  });
};

/** A person's machines owe the team a new person key for each of theirs that was shut out. */
export const renewOwedKey = (world: World, device: Device): void => {
  const ledger = device.ledger();
  const members = ledger.graph.now();
  const me = members.person(ledger.me.personId);
  if (me?.state !== 'member' || ledger.isOut()) return;
  const out = me.devices.filter((id) => members.devices.get(id)?.state === 'revoked').length;
  if (me.generation >= out) return;
  const done = ledger.transact('local', () => renewPersonKey(ledger, world.random));
  world.promises.count(`person-key: ${done.ok ? 'ok' : done.error.code}`);
  if (done.ok) world.promises.acknowledge(device);
};

const checkpoint = (world: World, device: Device): void => {
  const ledger = device.ledger();
  const pins = ledger.db
    .prepare<unknown[], { log: Uint8Array; head_seq: number; head_hash: Uint8Array }>(
      'SELECT log, head_seq, head_hash FROM logs l JOIN spaces s ON s.id = l.space_id WHERE s.kind = ? AND fork IS NULL',
    )
    .all('members')
    .map((log) => ({ logId: log.log, seq: log.head_seq, hash: log.head_hash }));
  act(world, device, { kind: 'checkpoint', pins });
};

const handOver = (world: World, device: Device): void => {
  const ledger = device.ledger();
  const heir = somebody(world, ledger, (one) => one.state === 'member' && one.personId !== ledger.me.personId);
  const me = somebody(world, ledger, (one) => one.personId === ledger.me.personId);
  if (heir === undefined || me?.member.role !== 'owner') return;
  setRole(world, device, heir, 'owner');
  setRole(world, device, me, 'admin');
};

/** Somebody changes who may do what in the team, as far as the rules let this person do so. */
export const reorganize = (world: World, device: Device): void => {
  const { dice } = world;
  const ledger = device.ledger();
  if (ledger.isOut()) return;
  const whom = somebody(world, ledger);
  const role = dice.of(['member', 'admin', 'guest', 'admin'] as const) ?? 'member';
  switch (dice.below(12)) {
    case 0:
    case 1:
    case 2:
      return whom === undefined ? undefined : setRole(world, device, whom, role);
    case 3:
    case 4:
      return setManager(world, device);
    case 5:
    case 6:
    case 7:
      return whom === undefined || whom.member.personId === ledger.me.personId
        ? undefined
        : remove(world, device, whom);
    case 8:
      return revokeDevice(world, device);
    case 9:
      return revokeInvitation(world, device);
    case 10:
      return dice.once(2) ? checkpoint(world, device) : handOver(world, device);
    default: {
      const me = somebody(world, ledger, (one) => one.personId === ledger.me.personId);
      return me === undefined || dice.once(2) ? undefined : remove(world, device, me);
    }
  }
};

/** Two who have not heard of each other's decision: both remove, or take authority, in the same moment. */
export const duel = (world: World, devices: readonly Device[]): void => {
  const { dice } = world;
  const ready = devices.filter((device) => {
    const { role, state } = device.ledger().graph.now().person(device.ledger().me.personId) ?? {};
    return state === 'member' && (role === 'admin' || role === 'owner') && !device.ledger().isOut();
  });
  const [one, other] = dice.shuffled(ready);
  if (one === undefined || other === undefined) return;
  world.promises.count('attack: duel of admins');
  const [mine, theirs] = [one.ledger().me.personId, other.ledger().me.personId];
  const target = (of: Device, personId: string): Somebody | undefined =>
    somebody(world, of.ledger(), (member) => member.personId === personId && member.state !== 'removed');
  const strike = (by: Device, at: string): void => {
    const whom = target(by, at);
    if (whom === undefined) return;
    if (dice.once(3)) setRole(world, by, whom, 'guest');
    else remove(world, by, whom);
  };
  strike(one, theirs);
  strike(other, dice.once(4) ? (dice.of([...other.ledger().graph.now().people.keys()]) ?? mine) : mine);
};
