import { err, ok } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import { decodeCbor, encodeCbor } from './cbor.ts';
import type { CborValue } from './cbor.ts';
import { bytesOf, bytesUpTo, fieldsOf, listOf, textUpTo, uintIn } from './fields.ts';
import type { Read } from './fields.ts';
import type { FrameFault } from './frames.ts';
import { maxGrantChain } from './grants.ts';
import { framed } from './hashing.ts';
import { limits } from './limits.ts';

/** A revocation with the grants of whoever issued it; no grants when the team root did. */
export interface RevocationNotice {
  readonly revocation: Uint8Array;
  readonly chain: readonly Uint8Array[];
}

/** What a device shows to be let in: by a relay (S50) or by another device (S61). */
export interface Proof {
  /** Whom it was made for: the dialled origin of a relay, the handshake hash between devices. */
  readonly origin: string;
  readonly team: Uint8Array;
  readonly device: Uint8Array;
  /** Grants from the team root to the device, root first. */
  readonly chain: readonly Uint8Array[];
  readonly revocations: readonly RevocationNotice[];
  /** Ed25519 by the device key over `proofMessage`. */
  readonly signature: Uint8Array;
}

/** Why a relay does not let a device in. `later` is the only one that trying again can help. */
export const refuseCodes = {
  malformed: 1,
  origin: 2,
  grant: 3,
  revoked: 4,
  inviteUsed: 5,
  closedRelay: 6,
  later: 7,
  version: 8,
} as const;
export type RefuseCode = (typeof refuseCodes)[keyof typeof refuseCodes];

export type ControlFrame =
  | { readonly type: 'challenge'; readonly version: number; readonly nonce: Uint8Array }
  | ({ readonly type: 'prove' } & Proof)
  | { readonly type: 'welcome' }
  | { readonly type: 'refuse'; readonly code: number; readonly sentence: string }
  | ({ readonly type: 'revoke' } & RevocationNotice)
  | { readonly type: 'fetch'; readonly id: Uint8Array }
  | { readonly type: 'found'; readonly objects: readonly Uint8Array[] };

/** Objects under one id that a relay answers a stranger with: one, unless somebody guessed or copied the id (S59). */
export const mostFound = 4;

const firstType = 64;
const grant = bytesUpTo(512);
const chain = listOf(grant, maxGrantChain);
const notice = fieldsOf({ revocation: grant, chain });

const codecs = [
  ['challenge', fieldsOf({ version: uintIn(0, 255), nonce: bytesOf(32) })],
  [
    'prove',
    fieldsOf({
      origin: textUpTo(500),
      team: bytesOf(32),
      device: bytesOf(32),
      chain,
      revocations: listOf(notice, 256),
      signature: bytesOf(64),
    }),
  ],
  ['welcome', fieldsOf({})],
  ['refuse', fieldsOf({ code: uintIn(0, 255), sentence: textUpTo(limits.sentenceChars) })],
  ['revoke', notice],
  ['fetch', fieldsOf({ id: bytesOf(32) })],
  ['found', fieldsOf({ objects: listOf(bytesUpTo(limits.objectBytes), mostFound) })],
] as const satisfies readonly (readonly [ControlFrame['type'], Read<object>])[];

const typeOf = new Map<ControlFrame['type'], number>(codecs.map(([name], index) => [name, firstType + index]));

const items = (frame: ControlFrame): readonly CborValue[] => {
  switch (frame.type) {
    case 'challenge':
      return [frame.version, frame.nonce];
    case 'prove':
      return [
        frame.origin,
        frame.team,
        frame.device,
        frame.chain,
        frame.revocations.map((one) => [one.revocation, one.chain]),
        frame.signature,
      ];
    case 'welcome':
      return [];
    case 'refuse':
      return [frame.code, frame.sentence];
    case 'revoke':
      return [frame.revocation, frame.chain];
    case 'fetch':
      return [frame.id];
    case 'found':
      return [frame.objects];
  }
};

/** The one byte form of a control frame: same rules as session frames (S2), types from 64 on. */
export const encodeControl = (frame: ControlFrame): Uint8Array =>
  encodeCbor([typeOf.get(frame.type) ?? firstType, ...items(frame)]);

/** Whether a message belongs to the conversation with the relay itself instead of the session (first item 64 or more). */
export const isControl = (bytes: Uint8Array): boolean => bytes[1] === 0x18;

/** Reads one control frame strictly. */
export const decodeControl = (bytes: Uint8Array): Result<ControlFrame, FrameFault> => {
  const decoded = decodeCbor(bytes, { maxBytes: limits.frameBytes, maxDepth: 4, maxItems: 32_768 });
  if (!decoded.ok)
    return err({ sentence: `The other side sent a message that cannot be read. ${decoded.error.sentence}` });
  const [type, ...rest] = Array.isArray(decoded.value) ? (decoded.value as readonly CborValue[]) : [];
  const codec = typeof type === 'number' ? codecs[type - firstType] : undefined;
  const fields = codec?.[1](rest);
  if (!codec || !fields) return err({ sentence: 'The other side sent a malformed message before the session.' });
  // Names and fields come from one row of the table above, which the compiler cannot follow through the index.
  return ok({ type: codec[0], ...fields } as ControlFrame);
};

/** What a device signs to be let in: for whom, for which team, and the challenge it got (S50, S51). */
export const proofMessage = (origin: string, team: Uint8Array, nonce: Uint8Array): Uint8Array =>
  framed('challenge', encodeCbor([origin, team, nonce]));
