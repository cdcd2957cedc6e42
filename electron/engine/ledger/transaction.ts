import type { Head, StoredChange } from '#shared/sync/index.ts';
import type { Effects } from './ingest.ts';

/** What one committed transaction changed. */
export interface Commit {
  /** Kinds of the records that changed. */
  readonly kinds: ReadonlySet<string>;
  readonly members: boolean;
  /** Ids of entries that had counted and do not any more, because of a cut (docs/formats/membership.md, C1 to C9). */
  readonly setAside: readonly string[];
  /** Ids of entries that had been set aside and count again. */
  readonly readmitted: readonly string[];
  readonly stored: StoredChange | null;
  /** There are redactions that others have not been told of. */
  readonly redacted: boolean;
}

/** What a transaction has done so far; it is told when it is committed and forgotten when it is not. */
export interface OpenTransaction {
  readonly kinds: Set<string>;
  members: boolean;
  readonly setAside: string[];
  readonly readmitted: string[];
  /** The newest entry of each log that grew, by log. */
  readonly heads: Map<string, Head>;
  /** How many keys were held before. */
  readonly keys: number;
  redacted: boolean;
  /** Something was deleted whose bytes the file still holds. */
  dropped: boolean;
}

export const openTransaction = (keys: number): OpenTransaction => ({
  kinds: new Set(),
  members: false,
  setAside: [],
  readmitted: [],
  heads: new Map(),
  keys,
  redacted: false,
  dropped: false,
});

export const addEffects = (open: OpenTransaction, effects: Effects): void => {
  for (const kind of effects.kinds) open.kinds.add(kind);
  open.members ||= effects.members;
  open.setAside.push(...effects.setAside);
  open.readmitted.push(...effects.readmitted);
};

export const commitOf = (
  { kinds, members, setAside, readmitted, heads, redacted }: OpenTransaction,
  origin: StoredChange['origin'],
): Commit => ({
  kinds,
  members,
  setAside,
  readmitted,
  stored: heads.size === 0 ? null : { heads, origin },
  redacted,
});
