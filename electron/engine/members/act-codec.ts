import {
  bytesOf,
  bytesUpTo,
  decodeCbor,
  encodeCbor,
  fieldsOf,
  flag,
  listOf,
  oneOf,
  orNull,
  textUpTo,
  uintIn,
} from '#shared/sync/index.ts';
import type { CborValue, Read } from '#shared/sync/index.ts';
import { roles } from './acts.ts';
import type { Act, ActKind, DevicePublic, PersonPublic, Pin, UnreadableAct, WrittenAct } from './acts.ts';

/** The act version this build writes and reads. */
export const actVersion = 1;

const most = { pins: 8_192, sealed: 4_096, cosigns: 256, grants: 1_024, superseded: 64, asked: 256 } as const;

const hash = bytesOf(32);
const signature = bytesOf(64);
const role = oneOf(...roles);
const person = fieldsOf({ sign: hash, box: hash });
const device = fieldsOf({ sign: hash, box: hash, transport: hash });
const pins = listOf(fieldsOf({ logId: hash, seq: uintIn(1, Number.MAX_SAFE_INTEGER), hash }), most.pins);
const sealed = listOf(bytesUpTo(1_024), most.sealed);
const name = textUpTo(200);
const time = uintIn(0, 8_640_000_000_000_000);

const pinValues = (list: readonly Pin[]): CborValue => list.map((pin) => [pin.logId, pin.seq, pin.hash]);
const personValue = (keys: PersonPublic): CborValue => [keys.sign, keys.box];
const deviceValue = (keys: DevicePublic): CborValue => [keys.sign, keys.box, keys.transport];

type Codec<K extends ActKind> = {
  /** Reads the fields behind version and kind. */
  readonly read: Read<Omit<Extract<WrittenAct, { kind: K }>, 'kind'>>;
  readonly write: (act: Extract<WrittenAct, { kind: K }>) => readonly CborValue[];
};

const codecs: { readonly [K in ActKind]: Codec<K> } = {
  create: {
    read: fieldsOf({ person, device, name, rootSignature: signature, personSignature: signature }),
    write: (a) => [personValue(a.person), deviceValue(a.device), a.name, a.rootSignature, a.personSignature],
  },
  invite: {
    read: fieldsOf({
      invite: hash,
      box: hash,
      role,
      expiresAt: time,
      grant: bytesUpTo(512),
      note: name,
      approval: flag,
    }),
    write: (a) => [a.invite, a.box, a.role, a.expiresAt, a.grant, a.note, a.approval],
  },
  'revoke-invite': {
    read: fieldsOf({ invite: hash }),
    write: (a) => [a.invite],
  },
  join: {
    read: fieldsOf({ invite: hash, person, device, name, inviteSignature: signature, personSignature: signature }),
    write: (a) => [
      a.invite,
      personValue(a.person),
      deviceValue(a.device),
      a.name,
      a.inviteSignature,
      a.personSignature,
    ],
  },
  accept: {
    read: fieldsOf({ join: hash }),
    write: (a) => [a.join],
  },
  'set-role': {
    read: fieldsOf({ personId: hash, role, cut: pins }),
    write: (a) => [a.personId, a.role, pinValues(a.cut)],
  },
  'set-manager': {
    read: fieldsOf({ personId: hash, managerId: orNull(hash) }),
    write: (a) => [a.personId, a.managerId],
  },
  'device-add': {
    read: fieldsOf({ device, label: name, deviceSignature: signature, sealed }),
    write: (a) => [deviceValue(a.device), a.label, a.deviceSignature, a.sealed],
  },
  'device-revoke': {
    read: fieldsOf({ deviceId: hash, cut: pins }),
    write: (a) => [a.deviceId, pinValues(a.cut)],
  },
  remove: {
    read: fieldsOf({ personId: hash, cut: pins }),
    write: (a) => [a.personId, pinValues(a.cut)],
  },
  rotate: {
    read: fieldsOf({
      spaceId: hash,
      epochId: hash,
      supersedes: listOf(hash, most.superseded),
      cause: orNull(hash),
      cut: pins,
    }),
    write: (a) => [a.spaceId, a.epochId, a.supersedes, a.cause, pinValues(a.cut)],
  },
  checkpoint: {
    read: fieldsOf({ pins }),
    write: (a) => [pinValues(a.pins)],
  },
  offer: {
    read: fieldsOf({ sealed }),
    write: (a) => [a.sealed],
  },
  ask: {
    read: fieldsOf({ epochs: listOf(hash, most.asked) }),
    write: (a) => [a.epochs],
  },
  redact: {
    read: fieldsOf({ pins }),
    write: (a) => [pinValues(a.pins)],
  },
  cosign: {
    read: fieldsOf({ personId: hash, replacedId: hash, since: hash, signature }),
    write: (a) => [a.personId, a.replacedId, a.since, a.signature],
  },
  succeed: {
    read: fieldsOf({
      personId: hash,
      replacedId: hash,
      since: hash,
      cut: pins,
      cosigns: listOf(fieldsOf({ deviceId: hash, signature }), most.cosigns),
    }),
    write: (a) => [
      a.personId,
      a.replacedId,
      a.since,
      pinValues(a.cut),
      a.cosigns.map((one) => [one.deviceId, one.signature]),
    ],
  },
  grant: {
    read: fieldsOf({ grants: listOf(bytesUpTo(512), most.grants) }),
    write: (a) => [a.grants],
  },
  'person-key': {
    read: fieldsOf({ generation: uintIn(1, 0xffff), box: hash, sealed }),
    write: (a) => [a.generation, a.box, a.sealed],
  },
  fork: {
    read: fieldsOf({
      headerA: bytesUpTo(256),
      signatureA: signature,
      headerB: bytesUpTo(256),
      signatureB: signature,
    }),
    write: (a) => [a.headerA, a.signatureA, a.headerB, a.signatureB],
  },
  'device-fork': {
    read: fieldsOf({
      headerA: bytesUpTo(256),
      signatureA: signature,
      headerB: bytesUpTo(256),
      signatureB: signature,
      certificate: bytesUpTo(512),
    }),
    write: (a) => [a.headerA, a.signatureA, a.headerB, a.signatureB, a.certificate],
  },
};

const isKind = (kind: unknown): kind is ActKind => typeof kind === 'string' && Object.hasOwn(codecs, kind);

/** Act bytes: CBOR `[version, kind, ...fields]`. */
export const encodeAct = (act: WrittenAct): Uint8Array => {
  // The table pairs each kind with its own writer; the compiler cannot follow that through the lookup.
  const codec = codecs[act.kind] as unknown as { readonly write: (act: WrittenAct) => readonly CborValue[] };
  return encodeCbor([actVersion, act.kind, ...codec.write(act)]);
};

const unreadable = (code: UnreadableAct['code'], sentence: string): UnreadableAct => ({
  kind: 'unreadable',
  code,
  sentence,
});

/**
 * Strict reading of act bytes. Never fails: an act that cannot be read keeps its place in the graph and does nothing.
 * Kinds and versions that are not known count as newer, not as damage.
 */
export const decodeAct = (bytes: Uint8Array): Act => {
  const decoded = decodeCbor(bytes, { maxBytes: 4 * 1024 * 1024, maxDepth: 5, maxItems: 64_000 });
  if (!decoded.ok || !Array.isArray(decoded.value))
    return unreadable('act-malformed', 'An act on membership cannot be read.');
  const [version, kind, ...rest] = decoded.value as readonly CborValue[];
  if (typeof version !== 'number' || typeof kind !== 'string' || version < 1)
    return unreadable('act-malformed', 'An act on membership cannot be read.');
  if (version > actVersion || !isKind(kind))
    return unreadable('act-newer', 'An act on membership was written by a newer version of Meridian.');
  const fields = codecs[kind].read(rest);
  if (fields === undefined)
    return unreadable('act-malformed', `An act of the kind "${kind}" does not have the expected fields.`);
  return { kind, ...fields } as WrittenAct;
};
