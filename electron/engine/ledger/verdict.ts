/** What becomes of an entry whose chain and signature hold. Every replica that has the same entries says the same. */
export type Verdict =
  | { readonly state: 'applied' }
  /** Something it builds on has not arrived; `missing` are the names it waits for. */
  | { readonly state: 'waiting'; readonly missing: readonly string[]; readonly reason: string }
  /** No key here: kept and carried for those who have it. Never a fault of its author. */
  | { readonly state: 'locked'; readonly reason: string }
  /** Written by a newer version; applied after the upgrade. */
  | { readonly state: 'deferred'; readonly reason: string }
  /** Its content is gone for good, and so is its record. */
  | { readonly state: 'erased'; readonly reason: string }
  /** Breaks a rule; kept as evidence and applied by nobody. `until` names what would make it be judged again. */
  | { readonly state: 'quarantined'; readonly reason: string; readonly until?: readonly string[] };

export const applied: Verdict = { state: 'applied' };
export const quarantined = (reason: string): Verdict => ({ state: 'quarantined', reason });

/** Names that entries wait for, or are found again by. They share one table, so each kind has a prefix. */
export const waitName = {
  /** The first entry of a log, which says whose it is. */
  log: (logId: string): string => `log:${logId}`,
  /** An act of the members space, by entry hash. */
  act: (hash: string): string => `act:${hash}`,
  /** A change of a record's document, by Automerge hash. */
  change: (recordId: string, hash: string): string => `change:${recordId}:${hash}`,
  /** The record that states the readers of a space. */
  space: (spaceId: string): string => `space:${spaceId}`,
  /** Marks the entries of a record that lie beyond a cut, whether or not they count (membership.md, C4). */
  late: (recordId: string): string => `late:${recordId}`,
  /** Finds the entries that name an entry as answered, by its hash (membership.md, C7). */
  answer: (hash: string): string => `answer:${hash}`,
};
