import { compareBytes, equalBytes } from '../std/index.ts';
import { decodeCbor, encodeCbor } from './cbor.ts';
import { bytesOf, bytesUpTo, fieldsOf, listOf, orNull, uintIn } from './fields.ts';
import type { SignBytes, VerifyBytes } from './grants.ts';
import { framed } from './hashing.ts';
import type { Hash } from './hashing.ts';
import type { Header } from './header.ts';
import type { SyncObject } from './replica.ts';

/**
 * The word of a log's own key that the body of one of its entries is to be dropped for good (docs/formats/redaction.md).
 * It proves itself: whoever carries entries that they cannot read can check it, and it is never taken back.
 */
export interface Redaction {
  readonly logId: Uint8Array;
  readonly seq: number;
  /** Entry hash: header and signature stay, so that the chain verifies. */
  readonly hash: Uint8Array;
  /** For the first entry of a log: its certificate, sealed for the readers of the space. Null otherwise. */
  readonly certificate: Uint8Array | null;
  /** Ed25519 by the log key, domain "redaction". */
  readonly signature: Uint8Array;
}

export const redactionLimits = {
  /** A redaction as bytes. */
  bytes: 1024,
  certificateBytes: 640,
  /** Entries that one list is about: list n holds those with seq in n * span + 1 … (n + 1) * span. */
  span: 1024,
} as const;

const signedPart = (of: Omit<Redaction, 'signature'>): Uint8Array =>
  framed('redaction', encodeCbor([1, of.logId, of.seq, of.hash, of.certificate]));

const fields = {
  seq: uintIn(1, Number.MAX_SAFE_INTEGER),
  hash: bytesOf(32),
  certificate: orNull(bytesUpTo(redactionLimits.certificateBytes)),
  signature: bytesOf(64),
};
const readRedaction = fieldsOf({ v: uintIn(1, 1), logId: bytesOf(32), ...fields });
const readList = fieldsOf({
  v: uintIn(1, 1),
  logId: bytesOf(32),
  part: uintIn(0, 0xffff_ffff),
  items: listOf(fieldsOf(fields), redactionLimits.span),
});

/** Signs a redaction with the key of the log. */
export const buildRedaction = (of: Omit<Redaction, 'signature'>, sign: SignBytes): Redaction => ({
  ...of,
  signature: sign(signedPart(of)),
});

/** CBOR `[1, logId, seq, hash, certificate | null, signature]`. */
export const encodeRedaction = (of: Redaction): Uint8Array =>
  encodeCbor([1, of.logId, of.seq, of.hash, of.certificate, of.signature]);

export const redactionHolds = (of: Redaction, verify: VerifyBytes): boolean =>
  verify(of.logId, of.signature, signedPart(of));

/** Reads a redaction and checks its signature; undefined for anything else. */
export const decodeRedaction = (bytes: Uint8Array, verify: VerifyBytes): Redaction | undefined => {
  if (bytes.length > redactionLimits.bytes) return undefined;
  const value = decodeCbor(bytes, { maxDepth: 1, maxItems: 8 });
  const read = value.ok ? readRedaction(value.value) : undefined;
  if (read === undefined) return undefined;
  const { logId, seq, hash, certificate, signature } = read;
  const redaction = { logId, seq, hash, certificate, signature };
  return redactionHolds(redaction, verify) ? redaction : undefined;
};

/** The redaction that an entry without body brings along, if it is one of exactly that entry. */
export const proofOfBlank = (
  wire: { readonly body: Uint8Array | null; readonly redaction?: Uint8Array },
  header: Pick<Header, 'logId' | 'seq'>,
  hash: Uint8Array,
  verify: VerifyBytes,
): Redaction | undefined => {
  if (wire.body !== null || wire.redaction === undefined) return undefined;
  const proof = decodeRedaction(wire.redaction, verify);
  if (proof === undefined || proof.seq !== header.seq) return undefined;
  return equalBytes(proof.logId, header.logId) && equalBytes(proof.hash, hash) ? proof : undefined;
};

/**
 * Versions from here on belong to lists of redactions (S45): an object with such a version is taken only if it is a
 * valid list. So nothing can stand in a list's place, replace it by less, or delete it.
 */
export const firstListVersion = 2 ** 52;

export const isListVersion = (version: number): boolean => version >= firstListVersion;

/** By place, and of entries on two branches at one place by hash. */
const isAfter = (one: Redaction, before: Redaction | undefined): boolean =>
  before === undefined || one.seq > before.seq || (one.seq === before.seq && compareBytes(one.hash, before.hash) > 0);

const partBytes = (part: number): Uint8Array => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, part);
  return bytes;
};

/** Number of the list that an entry of a log belongs to. */
export const listPartOf = (seq: number): number => Math.floor((seq - 1) / redactionLimits.span);

/** All redactions of one stretch of a log as an object beside the logs: tells those who hold the bodies to drop them. */
export const buildRedactionList = (
  logId: Uint8Array,
  part: number,
  redactions: readonly Redaction[],
  hash: Hash,
): SyncObject => {
  const items = [...redactions].sort((a, b) => a.seq - b.seq || compareBytes(a.hash, b.hash));
  return {
    id: hash('redaction-list', logId, partBytes(part)),
    version: firstListVersion + items.length,
    bytes: encodeCbor([1, logId, part, items.map((one) => [one.seq, one.hash, one.certificate, one.signature])]),
  };
};

/** Reads a list: right id and version for its content, ascending, every signature good. Undefined for anything else. */
export const readRedactionList = (
  object: SyncObject,
  hash: Hash,
  verify: VerifyBytes,
): readonly Redaction[] | undefined => {
  if (object.bytes === null) return undefined;
  const value = decodeCbor(object.bytes, { maxDepth: 3, maxItems: 8 * redactionLimits.span });
  const list = value.ok ? readList(value.value) : undefined;
  if (list === undefined || list.items.length === 0) return undefined;
  const { logId, part, items } = list;
  if (object.version !== firstListVersion + items.length) return undefined;
  if (!equalBytes(object.id, hash('redaction-list', logId, partBytes(part)))) return undefined;
  const redactions = items.map((item): Redaction => ({ logId, ...item }));
  const sound = redactions.every(
    (one, at) => listPartOf(one.seq) === part && isAfter(one, redactions[at - 1]) && redactionHolds(one, verify),
  );
  return sound ? redactions : undefined;
};
