import { decide } from '#shared/domain/index.ts';
import { failure, parseCommand, type ProtocolError } from '#shared/protocol/index.ts';
import { err, expectOk, ok, toText, type Result } from '#shared/std/index.ts';
import { domainContext, writeDecision } from '#engine/api/index.ts';
import { foundTeam } from '#engine/founding/index.ts';
import {
  createInvitation,
  inviteKeys,
  inviteObjectId,
  joinAct,
  newcomerGrants,
  openPackage,
  parseLink,
} from '#engine/invitation/index.ts';
import { deviceKeys } from '#engine/keys/index.ts';
import type { Ledger } from '#engine/ledger/index.ts';
import type { WrittenAct } from '#engine/members/index.ts';
import { bestChain } from '#engine/profile/grant-chain.ts';
import { deletePackage, teamKeys } from '#engine/stewardship/index.ts';
import type { Device } from './device.ts';
import type { World } from './world.ts';

const dayMs = 86_400_000;
const week = ['09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', null, null];

export const personOf = (name: string) => ({ name, timeZone: 'America/Toronto', workingHours: week });

/** Founds the team on a device. Returns the team's root key. */
export const found = (device: Device, now: number, random: World['random']): Uint8Array => {
  const request = { teamName: 'Simulated', person: { ...personOf(device.name), title: '', place: '' }, relayUrls: [] };
  const founding = foundTeam(request, { now: () => now }, random);
  device.install(founding.secrets);
  expectOk(
    device.ledger().transact('local', () => {
      const begun = founding.begin(device.ledger());
      if (begun.ok) device.settle();
      return begun;
    }),
  );
  return founding.secrets.teamRoot;
};

/** Whom an act may take something away from. */
const targetOf = (ledger: Ledger, what: WrittenAct): string | undefined => {
  if (what.kind === 'set-role' || what.kind === 'remove') return toText(what.personId);
  return what.kind === 'device-revoke' ? ledger.graph.now().personOfDevice(toText(what.deviceId)) : undefined;
};

/**
 * Writes an act if the rules let it stand, and what belongs to it in the same transaction; a refusal rolls back, as in
 * the engine. Whom it may take something away from may be refused from now on, also where the power failed when the disk
 * had the act and nobody had heard of it.
 */
export const act = (
  world: World,
  device: Device,
  what: WrittenAct,
  then: (hash: Uint8Array) => Result<void, ProtocolError> = () => ok(undefined),
): boolean => {
  const ledger = device.ledger();
  const target = targetOf(ledger, what);
  let hash: Uint8Array | undefined;
  const write = () => {
    const written = ledger.writeAct(what);
    if (!written.ok) return written;
    hash = written.value;
    const refusal = ledger.graph.now().refusal(hash);
    return refusal === undefined ? then(hash) : err(failure('not-allowed', refusal.sentence));
  };
  try {
    const done = ledger.transact('local', write);
    world.promises.count(`${what.kind}: ${done.ok ? 'ok' : done.error.code}`);
    if (done.ok) world.promises.acknowledge(device);
    return done.ok;
  } finally {
    const stayed = hash !== undefined && ledger.entries.byHash(hash) !== undefined;
    if (stayed && target !== undefined) world.outlaws.add(target);
  }
};

const invitedAs = ['member', 'member', 'member', 'member', 'admin', 'admin', 'guest'] as const;

/** Invites the person of a machine that has not joined yet, and sends the link. */
export const invite = (world: World, device: Device, newcomer: Device, as?: (typeof invitedAs)[number]): void => {
  const ledger = device.ledger();
  const secrets = ledger.secrets();
  const keys = teamKeys(ledger);
  const invitation = createInvitation({
    teamRoot: ledger.teamRoot,
    teamName: 'Simulated',
    relayUrls: [],
    lanKey: secrets.lanKey,
    role: as ?? world.dice.of(invitedAs) ?? 'member',
    expiresAt: device.clock.now() + 14 * dayMs,
    note: '',
    approval: false,
    inviterId: ledger.person.id,
    device: ledger.device,
    grants: bestChain(ledger, secrets.grants),
    keys,
    random: world.random,
  });
  if (!act(world, device, invitation.act)) return;
  device.putObject({ id: invitation.object.id, version: keys.length, bytes: invitation.object.bytes });
  if (!parseLink(invitation.link).ok) return;
  world.links.set(newcomer.name, { link: invitation.link, id: invitation.id, by: ledger.me.personId });
};

/** A machine with a link but without keys: it fetches what is sealed and can read none of it. */
export const prepareToJoin = (world: World, device: Device): boolean => {
  const open = world.links.get(device.name);
  if (open === undefined) return false;
  if (device.isUp()) return true;
  const link = expectOk(parseLink(open.link));
  const deviceSecret = world.random.bytes(32);
  device.install({
    teamRoot: link.teamRoot,
    deviceSecret,
    personSecret: world.random.bytes(32),
    generations: [],
    logs: [],
    keys: [],
    grants: newcomerGrants(link, deviceKeys(deviceSecret)),
    lanKey: link.lanKey,
  });
  return true;
};

/** A power cut in the middle of joining leaves a machine that has not joined, unless the commit was through. */
const orUnsettle = <T>(device: Device, work: () => T): T => {
  try {
    return work();
  } catch (cause) {
    if (!device.power.isGone()) device.unsettle();
    throw cause;
  }
};

/** Joins if the invitation's package and the team's records have arrived. */
export const tryToJoin = (world: World, device: Device): boolean => {
  const open = world.links.get(device.name);
  if (open === undefined || !device.isUp() || device.isSettled()) return false;
  const link = expectOk(parseLink(open.link));
  const sealed = device.objectOf(inviteObjectId(inviteKeys(link.secret).sign.publicKey))?.bytes;
  if (sealed == null) return false;
  const contents = openPackage(link, sealed, world.now);
  if (!contents.ok) {
    // The inviter's clock was far behind: the link was over when it was made. The newcomer asks for another.
    world.promises.count(`join: ${contents.error.code}`);
    world.links.delete(device.name);
    world.network.tearAll(device.name);
    device.stop();
    return false;
  }
  const ledger = device.ledger();
  const request = expectOk(parseCommand('team.join', { link: open.link, person: personOf(device.name) }));
  const enter = () => {
    ledger.firstSpaces();
    ledger.learn(contents.value.keys);
    const known = ledger.graph.now().invitations.find((one) => one.id === open.id);
    if (known?.state !== 'open') return err({ code: 'invitation-invalid' as const, sentence: 'Not known or over.' });
    const entry = ledger.writeAct(joinAct(link, ledger.person, ledger.device, device.name));
    if (!entry.ok) return entry;
    const refusal = ledger.graph.now().refusal(entry.value);
    if (refusal !== undefined) return err({ code: 'invitation-invalid' as const, sentence: refusal.sentence });
    const decision = decide('team.join', request, domainContext(ledger, device.clock, device.random));
    if (!decision.ok) return decision;
    const written = writeDecision(ledger, decision.value, device.random);
    if (!written.ok) return written;
    device.settle();
    return ok(undefined);
  };
  // Known before: the power may fail when the disk has it and nobody has heard of it.
  world.invitedBy.set(ledger.me.personId, open.by);
  const joined = orUnsettle(device, () => ledger.transact('local', enter));
  world.promises.count(`join: ${joined.ok ? 'ok' : joined.error.sentence}`);
  if (!joined.ok) {
    device.unsettle();
    return false;
  }
  world.promises.acknowledge(device);
  return true;
};

/** What an admin's device does by itself when it hears of newcomers. */
export const answerDoor = (world: World, device: Device): void => {
  const ledger = device.ledger();
  const me = ledger.graph.now().person(ledger.me.personId);
  if (me?.state !== 'member' || (me.role !== 'owner' && me.role !== 'admin')) return;
  for (const pending of ledger.graph.now().pending) {
    const invitation = ledger.graph.now().invitations.find((one) => one.id === pending.inviteId);
    if (invitation?.state !== 'open') continue;
    if (act(world, device, { kind: 'accept', join: pending.join }))
      deletePackage({ objects: { get: device.objectOf }, putObject: device.putObject }, invitation.invite);
  }
};
