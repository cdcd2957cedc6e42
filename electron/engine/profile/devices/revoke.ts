import { err, fromText, ok, type Random, type Result } from '#shared/std/index.ts';
import { failure, type CommandRequest, type ProtocolError } from '#shared/protocol/index.ts';
import { generationKeys, sealGeneration } from '../../keys/index.ts';
import { cutOf, type Ledger } from '../../ledger/index.ts';
import type { MemberDevice, Members } from '../../members/index.ts';
import { needTeam } from '../guards.ts';
import { rotateFor } from '../../stewardship/index.ts';
import type { ProfileState } from '../state.ts';
import { grantDevices } from './grant-devices.ts';

/** Why the person at this device may not shut a device out; undefined where they may. The rules are the resolver's. */
export const whyNotRevoke = (
  members: Members,
  device: MemberDevice,
  me: string,
  thisDevice: string,
): string | undefined => {
  if (device.state === 'revoked') return 'It is shut out already.';
  const mine = members.devices.get(thisDevice);
  const [person, whose] = [members.person(me), members.person(device.personId)];
  if (mine?.state !== 'active' || person === undefined) return 'This machine is not in the team any more.';
  if (person.state !== 'member') return 'You are not accepted into the team yet.';
  if (device.personId === me) {
    const others = [...members.devices.values()].filter((one) => one.personId === me && one.state === 'active');
    return others.some((one) => one.deviceId !== device.deviceId)
      ? undefined
      : 'It is your only machine. Add another one first, or leave the team.';
  }
  if (person.role !== 'owner' && person.role !== 'admin')
    return 'Only its person, an owner or an admin may shut it out.';
  if (whose?.role === 'owner' && person.role !== 'owner') return 'Only an owner may shut out a machine of an owner.';
  return undefined;
};

/**
 * Inside a transaction: a new generation of my own person's key, sealed to every device of mine that is left. What is
 * sealed to me from now on, the devices that are out cannot open.
 */
export const renewPersonKey = (ledger: Ledger, random: Random): Result<void, ProtocolError> => {
  const members = ledger.graph.now();
  const person = members.person(ledger.me.personId);
  const generation = { generation: (person?.generation ?? 0) + 1, seed: random.bytes(32) };
  const sealed = [...members.devices.values()]
    .filter((one) => one.personId === ledger.me.personId && one.state === 'active')
    .map((one) => sealGeneration(ledger.person.id, generation, one.box, random));
  const box = generationKeys(generation).publicKey;
  // Under a key that everybody who stays has: the new keys of spaces are sealed to what this announces.
  const under = ledger.epochs.announcing(ledger.space.members);
  const written = ledger.writeAct({ kind: 'person-key', generation: generation.generation, box, sealed }, under);
  return written.ok ? ok(undefined) : written;
};

/**
 * Shuts a device out: the act with its cut, a new key of the person, and new keys of every space that the device could
 * read, in one transaction. For somebody else's device the person's own machines make the new person key.
 */
export const revokeDevice = (
  profile: ProfileState,
  { deviceId }: CommandRequest<'device.revoke'>,
): Result<Record<string, never>, ProtocolError> => {
  const found = needTeam(profile);
  if (!found.ok) return found;
  const { ledger } = found.value;
  const members = ledger.graph.now();
  const device = members.devices.get(deviceId);
  const key = fromText(deviceId);
  if (device === undefined || key === undefined)
    return err(failure('not-found', 'There is no such machine in the team.', 'deviceId'));
  const why = whyNotRevoke(members, device, ledger.me.personId, ledger.me.deviceId);
  if (why !== undefined) return err(failure('not-allowed', why, 'deviceId'));
  if (deviceId === ledger.me.deviceId) {
    return err(
      failure('not-allowed', 'A machine cannot shut itself out. Do it from another of your machines.', 'deviceId'),
    );
  }
  // Whoever came in through it needs a way of their own before relays shut it out.
  const granted = grantDevices(found.value);
  if (!granted.ok) return granted;
  const done = ledger.transact('local', () => {
    const written = ledger.writeAct({
      kind: 'device-revoke',
      deviceId: key,
      cut: cutOf(ledger, { deviceIds: [deviceId] }),
    });
    if (!written.ok) return written;
    const refusal = ledger.graph.now().refusal(written.value);
    if (refusal !== undefined) return err(failure('not-allowed', refusal.sentence));
    if (device.personId === ledger.me.personId) {
      const renewed = renewPersonKey(ledger, profile.random);
      if (!renewed.ok) return renewed;
    }
    return rotateFor(ledger, written.value);
  });
  if (!done.ok) return done;
  profile.shareNotes();
  return ok({});
};
