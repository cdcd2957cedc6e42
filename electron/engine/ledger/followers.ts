import { toText } from '#shared/std/index.ts';
import type { EntryRow } from '../store/index.ts';
import type { ActGraph } from './act-graph.ts';
import type { Branches } from './branches.ts';
import type { Frontiers } from './frontiers.ts';
import { toHex } from './hex.ts';
import { openEntry, type OpenDeps, type OpenedEntry } from './open-entry.ts';
import { quarantined, waitName, type Verdict } from './verdict.ts';

export const forgetful = 'It forgets changes in the team that its author knew before.';

export interface FollowerDeps extends OpenDeps {
  readonly branches: Branches;
  readonly frontiers: Frontiers;
}

/** What to do about an entry whose measure changed. */
export interface Remeasured {
  /** It went back behind what its author knew: it never counted, whatever came of it meanwhile. */
  readonly refuse: (row: EntryRow, opened: OpenedEntry, recordId: string) => void;
  /** It was refused for that, and is judged anew. */
  readonly judge: (row: EntryRow) => void;
}

/**
 * Entries that were judged before what they are measured against was here, or while it still was (redaction.md, R10).
 * Made for one batch.
 */
export const createFollowers = (deps: FollowerDeps, { refuse, judge }: Remeasured) => {
  const { entries, branches, frontiers } = deps;
  const forked = branches.any();
  /** By log: whether entries behind the first that was locked until now were judged before this batch. */
  const judgedBehind = new Map<string, boolean>();

  const measure = (next: EntryRow | undefined): void => {
    if (next?.record_id == null) return;
    const { opened } = openEntry(next, deps);
    if (opened !== null && !frontiers.goesOn(opened)) refuse(next, opened, next.record_id);
  };
  const aside = (before: Uint8Array): readonly (EntryRow | undefined)[] =>
    forked ? branches.table.after(before).map(({ entry_id: id }) => entries.byId(id)) : [];

  return {
    /** The content of an entry can be read from now on. */
    opened: ({ row: { seq, hash }, header: { logId } }: OpenedEntry): void => {
      const name = toText(logId);
      const followed = judgedBehind.get(name) ?? entries.anyJudgedBehind(logId, seq);
      judgedBehind.set(name, followed);
      if (followed) measure(entries.at(logId, seq + 1));
      for (const next of aside(hash)) measure(next);
    },
    /** The content of an entry is gone: what follows is measured against what came before it. */
    erased: ({ log, seq, hash }: EntryRow): void => {
      frontiers.forget(log);
      let next = entries.at(log, seq + 1);
      while (next?.body === null) next = entries.at(log, next.seq + 1);
      for (const follower of [next, ...aside(hash)]) {
        measure(follower);
        if (follower?.reason === forgetful) judge(follower);
      }
    },
  };
};

/** An act builds on the one before it in its log, whatever else its author names. */
export const followed = (
  { row, header }: OpenedEntry,
  { entries, graph }: Pick<OpenDeps, 'entries'> & { readonly graph: ActGraph },
): Verdict | undefined => {
  if (row.seq === 1) return undefined;
  const previous = entries.byHash(header.prevHash);
  if (previous === undefined || graph.has(previous.hash)) return undefined;
  if (previous.state === 'quarantined') return quarantined('It follows an entry that is not valid.');
  const missing = [waitName.act(toHex(previous.hash))];
  return { state: 'waiting', missing, reason: 'The act before it in its log cannot be judged yet.' };
};
