import { equalBytes } from '#shared/std/index.ts';
import { decodeHeader, entryHash } from '#shared/sync/index.ts';
import { hash, sign, verify } from '../crypto/index.ts';
import type { SignKeys } from '../crypto/index.ts';
import { checkCertificate } from '../entry/index.ts';
import { personIdOf, teamSpaceId } from '../keys/index.ts';
import type { DeviceKeys, PersonKeys } from '../keys/index.ts';
import type {
  CreateAct,
  Cosign,
  DeviceAddAct,
  DeviceForkAct,
  DevicePublic,
  ForkAct,
  JoinAct,
  PersonPublic,
  SignedAct,
  SucceedAct,
} from './acts.ts';

const parts = (person: PersonPublic, device: DevicePublic): readonly Uint8Array[] => [
  person.sign,
  person.box,
  device.sign,
  device.box,
  device.transport,
];

const personPublic = ({ sign: s, box }: PersonKeys): PersonPublic => ({ sign: s.publicKey, box: box.publicKey });

/** The public side of a device's keys. */
export const devicePublic = (keys: DeviceKeys): DevicePublic => ({
  sign: keys.sign.publicKey,
  box: keys.box.publicKey,
  transport: keys.transport.publicKey,
});

/** The act that begins a team: root key and person vouch for the first device. The root key is not needed again. */
export const buildCreate = (root: SignKeys, person: PersonKeys, device: DeviceKeys, name: string): CreateAct => {
  const [who, what] = [personPublic(person), devicePublic(device)];
  return {
    kind: 'create',
    person: who,
    device: what,
    name,
    rootSignature: sign(root, 'founder', ...parts(who, what)),
    personSignature: sign(person.sign, 'member-device', root.publicKey, ...parts(who, what)),
  };
};

/** The newcomer's first act; the invite keys come from the link. */
export const buildJoin = (
  teamRoot: Uint8Array,
  invite: SignKeys,
  person: PersonKeys,
  device: DeviceKeys,
  name: string,
): JoinAct => {
  const [who, what] = [personPublic(person), devicePublic(device)];
  return {
    kind: 'join',
    invite: invite.publicKey,
    person: who,
    device: what,
    name,
    inviteSignature: sign(invite, 'join', teamRoot, ...parts(who, what)),
    personSignature: sign(person.sign, 'member-device', teamRoot, ...parts(who, what)),
  };
};

/** A device's own word that it is this person's; the person's other device puts it into `device-add`. */
export const signDevice = (teamRoot: Uint8Array, personId: Uint8Array, device: DeviceKeys): Uint8Array => {
  const what = devicePublic(device);
  return sign(device.sign, 'device', teamRoot, personId, what.box, what.transport);
};

export const deviceSignatureHolds = (
  teamRoot: Uint8Array,
  personId: Uint8Array,
  device: DevicePublic,
  signature: Uint8Array,
): boolean => verify(device.sign, signature, 'device', teamRoot, personId, device.box, device.transport);

/** A person's further device; `sealed` are the person's key generations for it. */
export const buildDeviceAdd = (
  teamRoot: Uint8Array,
  personId: Uint8Array,
  device: DeviceKeys,
  label: string,
  sealed: readonly Uint8Array[],
): DeviceAddAct => {
  const deviceSignature = signDevice(teamRoot, personId, device);
  return { kind: 'device-add', device: devicePublic(device), label, deviceSignature, sealed };
};

/** One admin device's signature under an owner's replacement. */
export const cosign = (
  teamRoot: Uint8Array,
  device: DeviceKeys,
  { personId, replacedId, since }: Pick<SucceedAct, 'personId' | 'replacedId' | 'since'>,
): Cosign => ({ deviceId: device.id, signature: sign(device.sign, 'cosign', teamRoot, personId, replacedId, since) });

export const cosignHolds = (teamRoot: Uint8Array, act: SucceedAct, one: Cosign): boolean =>
  verify(one.deviceId, one.signature, 'cosign', teamRoot, act.personId, act.replacedId, act.since);

const createHolds = (teamRoot: Uint8Array, act: CreateAct): boolean =>
  verify(teamRoot, act.rootSignature, 'founder', ...parts(act.person, act.device)) &&
  verify(act.person.sign, act.personSignature, 'member-device', teamRoot, ...parts(act.person, act.device));

const joinHolds = (teamRoot: Uint8Array, act: JoinAct): boolean =>
  verify(act.invite, act.inviteSignature, 'join', teamRoot, ...parts(act.person, act.device)) &&
  verify(act.person.sign, act.personSignature, 'member-device', teamRoot, ...parts(act.person, act.device));

type ForkProofs = Pick<ForkAct, 'headerA' | 'signatureA' | 'headerB' | 'signatureB'>;

interface ForkPlace {
  readonly logId: Uint8Array;
  readonly seq: number;
}

const provenPlace = (act: ForkProofs): ForkPlace | undefined => {
  const [a, b] = [decodeHeader(act.headerA), decodeHeader(act.headerB)];
  if (!a.ok || !b.ok || !equalBytes(a.value.logId, b.value.logId) || a.value.seq !== b.value.seq) return undefined;
  if (equalBytes(entryHash(hash, act.headerA), entryHash(hash, act.headerB))) return undefined;
  const { logId, seq } = a.value;
  const signed =
    verify(logId, act.signatureA, 'entry', act.headerA) && verify(logId, act.signatureB, 'entry', act.headerB);
  return signed ? { logId, seq } : undefined;
};

/** What acts prove is asked whenever the team is read, and never changes. */
const places = new WeakMap<ForkProofs, { readonly place: ForkPlace | undefined }>();

/** The place at which a log forked, if the two headers prove that it did. */
export const forkedAt = (act: ForkProofs): ForkPlace | undefined => {
  const held = places.get(act) ?? { place: provenPlace(act) };
  places.set(act, held);
  return held.place;
};

const devices = new WeakMap<
  DeviceForkAct,
  { readonly teamRoot: Uint8Array; readonly device: Uint8Array | undefined }
>();

/** The device whose log in `team` forked, if the act proves it. */
export const forkedDevice = (teamRoot: Uint8Array, act: DeviceForkAct): Uint8Array | undefined => {
  const held = devices.get(act);
  if (held !== undefined && equalBytes(held.teamRoot, teamRoot)) return held.device;
  const device = provenDevice(teamRoot, act);
  devices.set(act, { teamRoot, device });
  return device;
};

const provenDevice = (teamRoot: Uint8Array, act: DeviceForkAct): Uint8Array | undefined => {
  const place = forkedAt(act);
  if (place === undefined) return undefined;
  const certificate = checkCertificate(act.certificate, { spaceId: teamSpaceId(teamRoot), logId: place.logId });
  return certificate.ok ? certificate.value.deviceId : undefined;
};

/** Whether the signatures inside an act hold. Depends on nothing but the act and the team. */
export const proofsHold = (teamRoot: Uint8Array, { act, deviceId }: SignedAct, personId?: Uint8Array): boolean => {
  switch (act.kind) {
    case 'create':
      return equalBytes(act.device.sign, deviceId) && createHolds(teamRoot, act);
    case 'join':
      return equalBytes(act.device.sign, deviceId) && joinHolds(teamRoot, act);
    case 'device-add':
      return personId !== undefined && deviceSignatureHolds(teamRoot, personId, act.device, act.deviceSignature);
    case 'cosign':
      return verify(deviceId, act.signature, 'cosign', teamRoot, act.personId, act.replacedId, act.since);
    case 'succeed':
      return act.cosigns.every((one) => cosignHolds(teamRoot, act, one));
    case 'fork':
      return forkedAt(act) !== undefined;
    case 'device-fork':
      return forkedDevice(teamRoot, act) !== undefined;
    default:
      return true;
  }
};

/** The id of the person an act introduces. */
export const introducedId = (person: PersonPublic): Uint8Array => personIdOf(person.sign, person.box);
