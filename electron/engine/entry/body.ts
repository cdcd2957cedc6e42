import { compareBytes, ok } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import {
  bytesOf,
  bytesUpTo,
  createFlatReader,
  decodeCbor,
  encodeCbor,
  fieldsOf,
  listOf,
  orNull,
  textUpTo,
  uintIn,
} from '#shared/sync/index.ts';
import { fault } from './fault.ts';
import type { EntryFault } from './fault.ts';

/** What an entry says, for the readers of its space only (FORMATS 1). Ids and hashes are 32 bytes. */
export interface Body {
  /** Record kind, or `act` for an act on membership, keys or redaction. */
  readonly kind: string;
  /** Schema version of the record kind; the act version for acts. */
  readonly schema: number;
  /** 16 random bytes per engine start; part of the Automerge actor (FORMATS 2). */
  readonly writerId: Uint8Array;
  /** What the writer's clock said, in milliseconds since the epoch. Display only. */
  readonly time: number;
  /** Heads of the members space the writer knew: what policies judge by. Ascending, without repeats. */
  readonly membersHeads: readonly Uint8Array[];
  /** Entries this one answers. Ascending, without repeats. */
  readonly refs: readonly Uint8Array[];
  /** Up to 16 heads of the same space the writer had. Advisory. Ascending, without repeats. */
  readonly seen: readonly Uint8Array[];
  /** Key of the record within space and kind: the id is always computed from it, never claimed (decision 2). */
  readonly recordKey: Uint8Array;
  /** Hash of each change, in the order of `changes`. */
  readonly expected: readonly Uint8Array[];
  /** Automerge changes, or the single act. */
  readonly changes: readonly Uint8Array[];
  /** The device's certificate for the log: in the first entry of a log, null afterwards. */
  readonly certificate: Uint8Array | null;
}

export const bodyLimits = {
  inflatedBytes: 4 * 1024 * 1024,
  changes: 1_000,
  heads: 256,
  refs: 256,
  seen: 16,
  kind: 64,
  certificateBytes: 512,
  writerIdBytes: 16,
  recordKeyBytes: 256,
  /** The last moment a JavaScript date can hold. */
  time: 8_640_000_000_000_000,
} as const;

const hashes = (most: number) => listOf(bytesOf(32), most);

const readBody = fieldsOf({
  kind: textUpTo(bodyLimits.kind),
  schema: uintIn(1, 0xffff),
  writerId: bytesOf(bodyLimits.writerIdBytes),
  time: uintIn(0, bodyLimits.time),
  membersHeads: hashes(bodyLimits.heads),
  refs: hashes(bodyLimits.refs),
  seen: hashes(bodyLimits.seen),
  recordKey: bytesUpTo(bodyLimits.recordKeyBytes),
  expected: hashes(bodyLimits.changes),
  changes: listOf(bytesUpTo(bodyLimits.inflatedBytes), bodyLimits.changes),
  certificate: orNull(bytesUpTo(bodyLimits.certificateBytes)),
});

const isAscending = (list: readonly Uint8Array[]): boolean =>
  list.every((item, at) => at === 0 || compareBytes(list[at - 1] ?? item, item) < 0);

/** A set of hashes in its one written order. */
export const ascending = (list: readonly Uint8Array[]): readonly Uint8Array[] =>
  [...list].sort(compareBytes).filter((item, at, all) => at === 0 || compareBytes(all[at - 1] ?? item, item) !== 0);

/** Body plaintext: the CBOR array of the fields of `Body` in their order, sets ascending. */
export const encodeBody = (body: Body): Uint8Array =>
  encodeCbor([
    body.kind,
    body.schema,
    body.writerId,
    body.time,
    ascending(body.membersHeads),
    ascending(body.refs),
    ascending(body.seen),
    body.recordKey,
    body.expected,
    body.changes,
    body.certificate,
  ]);

/** The usual case without detours; undefined for anything else, which the strict reader then explains. */
const readBodyFast = (bytes: Uint8Array): Body | undefined => {
  if (bytes.length > bodyLimits.inflatedBytes) return undefined;
  const reader = createFlatReader(bytes);
  let sized = true;
  const list = (most: number, each?: number): readonly Uint8Array[] => {
    const length = reader.array();
    if (length < 0 || length > most) sized = false;
    const items: Uint8Array[] = [];
    for (let i = 0; sized && i < length; i += 1) {
      const item = reader.bytes();
      if (each !== undefined && item.length !== each) sized = false;
      items.push(item);
    }
    return items;
  };
  if (reader.array() !== 11) return undefined;
  const body: Body = {
    kind: reader.word(),
    schema: reader.uint(),
    writerId: reader.bytes(),
    time: reader.uint(),
    membersHeads: list(bodyLimits.heads, 32),
    refs: list(bodyLimits.refs, 32),
    seen: list(bodyLimits.seen, 32),
    recordKey: reader.bytes(),
    expected: list(bodyLimits.changes, 32),
    changes: list(bodyLimits.changes),
    certificate: reader.bytesOrNull(),
  };
  const { kind, schema, writerId, time, recordKey, certificate } = body;
  const fits =
    kind.length <= bodyLimits.kind &&
    schema >= 1 &&
    schema <= 0xffff &&
    writerId.length === bodyLimits.writerIdBytes &&
    time <= bodyLimits.time &&
    recordKey.length <= bodyLimits.recordKeyBytes &&
    (certificate === null || certificate.length <= bodyLimits.certificateBytes);
  return sized && fits && reader.done() ? body : undefined;
};

/** Strict reading of a body plaintext. */
export const decodeBody = (bytes: Uint8Array): Result<Body, EntryFault> => {
  const fast = readBodyFast(bytes);
  if (fast !== undefined) return checked(fast);
  const value = decodeCbor(bytes, { maxBytes: bodyLimits.inflatedBytes, maxDepth: 2, maxItems: 4_000 });
  if (!value.ok)
    return fault('entry-body-malformed', `The content of an entry cannot be read. ${value.error.sentence}`);
  const body = readBody(value.value);
  if (body === undefined)
    return fault('entry-body-malformed', 'The content of an entry does not have the expected fields.');
  return checked(body);
};

/** What the fields of a body promise each other. */
const checked = (body: Body): Result<Body, EntryFault> => {
  if (body.expected.length !== body.changes.length)
    return fault('entry-body-malformed', 'An entry names more or fewer changes than it carries.');
  if (![body.membersHeads, body.refs, body.seen].every(isAscending))
    return fault('entry-body-malformed', 'A list of references in an entry is not in its one allowed order.');
  return ok(body);
};
