import { equalBytes, err, ok } from '../std/index.ts';
import type { Result } from '../std/index.ts';
import { decodeCbor, encodeCbor } from './cbor.ts';
import { bytesOf, bytesUpTo, fieldsOf, orNull, uintIn } from './fields.ts';
import type { Read } from './fields.ts';
import { createFlatReader } from './flat-reader.ts';
import type { Hash } from './hashing.ts';

/** The entry version this build writes and reads. */
export const entryVersion = 1;

export const entryLimits = {
  headerBytes: 256,
  bodyBytes: 1024 * 1024,
  /** A wire entry adds a signature and a few bytes of framing to header and body. */
  wireBytes: 1024 * 1024 + 512,
  redactionBytes: 1024,
} as const;

export const zeroHash: Uint8Array = new Uint8Array(32);

/** What relays and carriers see of an entry, and nothing else (FORMATS 1). */
export interface Header {
  readonly v: number;
  /** Ed25519 public key of the log: one per (space, device). */
  readonly logId: Uint8Array;
  /** Place in the log, from 1. */
  readonly seq: number;
  /** Hash of the entry before this one; 32 zero bytes at seq 1. */
  readonly prevHash: Uint8Array;
  /** 16 bytes that tell readers of the space which key opens the body, and tell others nothing. */
  readonly epochTag: Uint8Array;
  /** H("body", body). */
  readonly bodyHash: Uint8Array;
  /** Bytes of the body as it travels. */
  readonly bodyLen: number;
}

/** An entry as it travels and is stored. The body is null once it was redacted. */
export interface WireEntry {
  readonly header: Uint8Array;
  readonly signature: Uint8Array;
  readonly body: Uint8Array | null;
  /** Only where the body is null: the redaction that allows it, as `encodeRedaction` made it. */
  readonly redaction?: Uint8Array;
}

export interface HeaderFault {
  readonly code: 'entry-malformed' | 'entry-oversized' | 'entry-newer' | 'entry-out-of-order' | 'entry-body-mismatch';
  readonly sentence: string;
}

const malformed = (sentence: string): Result<never, HeaderFault> => err({ code: 'entry-malformed', sentence });

const readHeader = fieldsOf({
  v: uintIn(entryVersion, entryVersion),
  logId: bytesOf(32),
  seq: uintIn(1, Number.MAX_SAFE_INTEGER),
  prevHash: bytesOf(32),
  epochTag: bytesOf(16),
  bodyHash: bytesOf(32),
  bodyLen: uintIn(1, entryLimits.bodyBytes),
});

const readWire = fieldsOf({
  header: bytesUpTo(entryLimits.headerBytes),
  signature: bytesOf(64),
  body: orNull(bytesUpTo(entryLimits.bodyBytes)),
});

const nothing: Read<null> = (value) => (value === null ? null : undefined);
const readBlank = fieldsOf({
  header: bytesUpTo(entryLimits.headerBytes),
  signature: bytesOf(64),
  body: nothing,
  redaction: bytesUpTo(entryLimits.redactionBytes),
});

/** Header bytes: CBOR `[v, logId, seq, prevHash, epochTag, bodyHash, bodyLen]`. Throws for fields outside the format. */
export const encodeHeader = (header: Header): Uint8Array =>
  encodeCbor([header.v, header.logId, header.seq, header.prevHash, header.epochTag, header.bodyHash, header.bodyLen]);

/** The usual case without detours; undefined for anything else, which the strict reader then explains. */
const readHeaderFast = (bytes: Uint8Array): Header | undefined => {
  const reader = createFlatReader(bytes);
  if (reader.array() !== 7) return undefined;
  const header: Header = {
    v: reader.uint(),
    logId: reader.bytes(),
    seq: reader.uint(),
    prevHash: reader.bytes(),
    epochTag: reader.bytes(),
    bodyHash: reader.bytes(),
    bodyLen: reader.uint(),
  };
  const { v, logId, seq, prevHash, epochTag, bodyHash, bodyLen } = header;
  const sized = logId.length === 32 && prevHash.length === 32 && epochTag.length === 16 && bodyHash.length === 32;
  const ranged = v === entryVersion && seq >= 1 && bodyLen >= 1 && bodyLen <= entryLimits.bodyBytes;
  return reader.done() && sized && ranged ? header : undefined;
};

const readWireFast = (bytes: Uint8Array): WireEntry | undefined => {
  const reader = createFlatReader(bytes);
  if (reader.array() !== 3) return undefined;
  const entry: WireEntry = { header: reader.bytes(), signature: reader.bytes(), body: reader.bytesOrNull() };
  const { header, signature, body } = entry;
  const sized =
    header.length <= entryLimits.headerBytes &&
    signature.length === 64 &&
    (body === null || body.length <= entryLimits.bodyBytes);
  return reader.done() && sized ? entry : undefined;
};

const firstOfLog = (header: Header): Result<Header, HeaderFault> =>
  header.seq === 1 && !equalBytes(header.prevHash, zeroHash)
    ? malformed('The first entry of a log claims an entry before it.')
    : ok(header);

/** Strict reading of header bytes; a newer version is told apart, because it is not the sender's mistake. */
export const decodeHeader = (bytes: Uint8Array): Result<Header, HeaderFault> => {
  if (bytes.length > entryLimits.headerBytes)
    return err({ code: 'entry-oversized', sentence: 'An entry header is larger than allowed.' });
  const fast = readHeaderFast(bytes);
  if (fast !== undefined) return firstOfLog(fast);
  const value = decodeCbor(bytes, { maxDepth: 4, maxItems: 64 });
  if (!value.ok) return malformed(`An entry header cannot be read. ${value.error.sentence}`);
  const version = Array.isArray(value.value) ? (value.value as readonly unknown[])[0] : undefined;
  if (typeof version === 'number' && version > entryVersion)
    return err({ code: 'entry-newer', sentence: 'An entry was written by a newer version of Meridian.' });
  const header = readHeader(value.value);
  if (header === undefined) return malformed('An entry header does not have the expected fields.');
  return firstOfLog(header);
};

/** Wire bytes: CBOR `[header, signature, body | null]`; where it was erased `[header, signature, null, redaction]`. */
export const encodeWireEntry = ({ header, signature, body, redaction }: WireEntry): Uint8Array =>
  encodeCbor(
    body === null && redaction !== undefined ? [header, signature, null, redaction] : [header, signature, body],
  );

/** Strict reading of wire bytes. Checks form and sizes only; see `checkWire` for what the header promises. */
export const decodeWireEntry = (bytes: Uint8Array): Result<WireEntry, HeaderFault> => {
  if (bytes.length > entryLimits.wireBytes)
    return err({ code: 'entry-oversized', sentence: 'An entry is larger than allowed.' });
  const fast = readWireFast(bytes);
  if (fast !== undefined) return ok(fast);
  const value = decodeCbor(bytes, { maxDepth: 2, maxItems: 16 });
  if (!value.ok) return malformed(`An entry cannot be read. ${value.error.sentence}`);
  const entry = readWire(value.value) ?? readBlank(value.value);
  return entry === undefined ? malformed('An entry does not have the expected parts.') : ok(entry);
};

/** The name of an entry everywhere: H("entry", header bytes). The header covers the body through its hash. */
export const entryHash = (hash: Hash, header: Uint8Array): Uint8Array => hash('entry', header);

/** What a replica knows of a log's end: the next entry must follow it. */
export interface LogEnd {
  readonly seq: number;
  readonly hash: Uint8Array;
}

/** The end of a log nobody has written to. */
export const emptyLogEnd: LogEnd = { seq: 0, hash: zeroHash };

/**
 * Everything about an entry that can be checked without keys: form, sizes, place in the chain (when `after` is given)
 * and that the body is the one the header promises. This is what relays check; signatures are the receivers' part.
 */
export const checkWire = (
  entry: WireEntry,
  hash: Hash,
  after?: LogEnd,
): Result<{ readonly header: Header; readonly hash: Uint8Array }, HeaderFault> => {
  const decoded = decodeHeader(entry.header);
  if (!decoded.ok) return decoded;
  const header = decoded.value;
  if (entry.signature.length !== 64) return malformed('An entry signature does not have 64 bytes.');
  if (after !== undefined && (header.seq !== after.seq + 1 || !equalBytes(header.prevHash, after.hash)))
    return err({ code: 'entry-out-of-order', sentence: 'An entry does not follow the last one known of its log.' });
  if (entry.body !== null) {
    if (entry.body.length !== header.bodyLen || !equalBytes(hash('body', entry.body), header.bodyHash))
      return err({ code: 'entry-body-mismatch', sentence: 'The content of an entry is not what its header promises.' });
  }
  return ok({ header, hash: entryHash(hash, entry.header) });
};
