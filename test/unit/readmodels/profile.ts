import Database from 'better-sqlite3';
import { migrations } from '#engine/profile/migrations.ts';
import { createReadModels, type RecordSnapshot } from '#engine/readmodels/index.ts';
import { kinds, naturalKey, ownKey, type RecordKind, type RecordValue } from '#shared/schema/index.ts';
import { expectOk, toText } from '#shared/std/index.ts';

/** A readable 32-byte id: the name, then dashes. */
export const idOf = (name: string): string =>
  toText(Uint8Array.from({ length: 32 }, (_, index) => name.charCodeAt(index) || 45));

/** A readable 16-byte item id. */
export const itemOf = (name: string): string =>
  toText(Uint8Array.from({ length: 16 }, (_, index) => name.charCodeAt(index) || 45));

export const ana = idOf('Ana');
export const bilal = idOf('Bilal');
export const chen = idOf('Chen');
export const teamSpace = idOf('team space');

/** A profile's database with the real tables, in memory. */
export const openDatabase = (): Database.Database => {
  const db = new Database(':memory:');
  for (const step of migrations) step(db);
  return db;
};

const keyOf = (kind: RecordKind, name: string, by: string): Uint8Array => {
  const form = kinds[kind].key;
  return form === 'own' ? expectOk(ownKey(itemOf(name), by)) : naturalKey(...name.split('/'));
};

export interface SnapshotOptions {
  readonly by?: string | null;
  readonly at?: number;
  readonly updatedAt?: number;
  readonly spaceId?: string;
  /** Natural key; by default the name is a salt. */
  readonly key?: string;
  readonly authors?: Readonly<Record<string, { readonly personId: string; readonly at: number }>>;
  readonly conflicts?: RecordSnapshot['conflicts'];
  readonly readOnlyReason?: string;
}

/** A record as the engine hands it to the read models. The record's id is made from `name`. */
export const snapshot = (
  kind: RecordKind,
  name: string,
  value: RecordValue,
  options: SnapshotOptions = {},
): RecordSnapshot => {
  const by = options.by === undefined ? ana : options.by;
  const at = options.at ?? 1_000_000;
  return {
    id: idOf(name),
    spaceId: options.spaceId ?? teamSpace,
    kind,
    key: keyOf(kind, options.key ?? name, by ?? ana),
    schema: 1,
    value,
    heads: ['0'.repeat(64)],
    conflicts: options.conflicts ?? [],
    createdById: by,
    createdAt: at,
    updatedAt: options.updatedAt ?? at,
    readOnlyReason: options.readOnlyReason ?? null,
    authorOf: (path) => {
      const author = options.authors?.[path] ?? (by === null ? undefined : { personId: by, at });
      return author === undefined ? undefined : { ...author, entryId: idOf(`entry of ${name}`) };
    },
  };
};

export const projected = (...snapshots: readonly RecordSnapshot[]): Database.Database => {
  const db = openDatabase();
  const models = createReadModels(db);
  for (const each of snapshots) models.project(each);
  return db;
};
