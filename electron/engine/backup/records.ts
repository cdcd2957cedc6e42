import { bytesOf, bytesUpTo, decodeCbor, encodeCbor, fieldsOf, orNull, textUpTo, uintIn } from '#shared/sync/index.ts';
import type { CborValue } from '#shared/sync/index.ts';
import { chunkLimit } from './chunks.ts';

const anyTime = uintIn(0, Number.MAX_SAFE_INTEGER);

/** What a backup consists of, in this order: secrets, relays, what was erased, entries, objects, drafts, pins, end. */
const kinds = {
  secrets: fieldsOf({ bytes: bytesUpTo(16 * 1024 * 1024) }),
  relay: fieldsOf({ url: textUpTo(512) }),
  erased: fieldsOf({
    log: bytesOf(32),
    seq: uintIn(1, Number.MAX_SAFE_INTEGER),
    hash: bytesOf(32),
    statement: orNull(bytesUpTo(2_048)),
    certificate: orNull(bytesUpTo(4_096)),
  }),
  entry: fieldsOf({ receivedAt: anyTime, wire: bytesUpTo(2 * 1024 * 1024) }),
  object: fieldsOf({ id: bytesOf(32), version: anyTime, bytes: orNull(bytesUpTo(256 * 1024)) }),
  draft: fieldsOf({ key: textUpTo(2_000), value: textUpTo(1_000_000), savedAt: anyTime }),
  pin: fieldsOf({ targetId: textUpTo(200), at: anyTime }),
  end: fieldsOf({ entries: anyTime, objects: anyTime }),
} as const;

type Kinds = typeof kinds;
type FieldsOf<K extends keyof Kinds> = NonNullable<ReturnType<Kinds[K]>>;
export type BackupRecord = { [K in keyof Kinds]: { readonly kind: K } & FieldsOf<K> }[keyof Kinds];

const itemsOf = (record: BackupRecord): readonly CborValue[] => {
  switch (record.kind) {
    case 'secrets':
      return [record.bytes];
    case 'relay':
      return [record.url];
    case 'erased':
      return [record.log, record.seq, record.hash, record.statement, record.certificate];
    case 'entry':
      return [record.receivedAt, record.wire];
    case 'object':
      return [record.id, record.version, record.bytes];
    case 'draft':
      return [record.key, record.value, record.savedAt];
    case 'pin':
      return [record.targetId, record.at];
    case 'end':
      return [record.entries, record.objects];
  }
};

export const recordValue = (record: BackupRecord): CborValue => [record.kind, ...itemsOf(record)];

/** Room a record takes in a chunk, roughly and never too little. */
export const sizeOf = (record: BackupRecord): number =>
  itemsOf(record).reduce<number>(
    (sum, item) =>
      sum + 16 + (item instanceof Uint8Array ? item.length : typeof item === 'string' ? item.length * 3 : 0),
    32,
  );

export const encodeRecords = (records: readonly BackupRecord[]): Uint8Array => encodeCbor(records.map(recordValue));

const isKind = (kind: unknown): kind is keyof Kinds => typeof kind === 'string' && Object.hasOwn(kinds, kind);

/** Undefined where any record cannot be read: a chunk that opened and makes no sense comes from a defect. */
export const decodeRecords = (plain: Uint8Array): readonly BackupRecord[] | undefined => {
  const value = decodeCbor(plain, { maxBytes: chunkLimit, maxDepth: 3, maxItems: 200_000 });
  if (!value.ok || !Array.isArray(value.value)) return undefined;
  const records: BackupRecord[] = [];
  for (const item of value.value as readonly CborValue[]) {
    const [kind, ...rest] = Array.isArray(item) ? (item as readonly CborValue[]) : [];
    const fields = isKind(kind) ? kinds[kind](rest) : undefined;
    if (fields === undefined) return undefined;
    // Kind and fields come from one row of the table above.
    records.push({ kind, ...fields } as BackupRecord);
  }
  return records;
};
