import { equalBytes } from '#shared/std/index.ts';
import { decodeHeader } from '#shared/sync/index.ts';
import { createMembers } from '../members/index.ts';
import type { Act, Members, MembersGraph, Refusal, Writer, WrittenAct } from '../members/index.ts';
import type { Body } from '../entry/index.ts';
import type { EntryRow } from '../store/index.ts';
import { sameHeads } from './frontiers.ts';
import { createKeyActs } from './key-acts.ts';

/**
 * The members graph of a profile, fed from stored entries. It can be emptied and filled again, which is what a rebuild
 * and a rolled-back transaction need.
 */
export const createActGraph = (teamRoot: Uint8Array) => {
  let graph: MembersGraph = createMembers(teamRoot);
  const keys = createKeyActs();
  let version = 0;
  /** Entries that follow one another were mostly written knowing the same of the team. */
  let last: { readonly version: number; readonly heads: readonly Uint8Array[]; readonly members: Members } | undefined;
  return {
    add: (row: EntryRow, body: Body, deviceId: Uint8Array, act: Act): void => {
      const header = decodeHeader(row.header);
      if (!header.ok) throw new Error('An entry that was opened has no readable header.');
      const { prevHash, logId } = header.value;
      if (!graph.knows(row.hash)) keys.add({ hash: row.hash, deviceId, time: body.time }, act);
      version += 1;
      const signed = {
        hash: row.hash,
        logId,
        seq: row.seq,
        prevHash,
        deviceId,
        heads: body.membersHeads,
        time: body.time,
        act,
      };
      graph.add(signed, !equalBytes(row.log, logId));
    },
    has: (hash: Uint8Array): boolean => graph.knows(hash),
    now: (): Members => graph.now(),
    whyNot: (deviceId: Uint8Array, act: WrittenAct): Refusal | undefined => graph.whyNot(deviceId, act),
    /** The team as the author of an entry knew it. All heads must be known: ask `has` first. */
    at: (heads: readonly Uint8Array[]): Members => {
      if (last?.version === version && sameHeads(last.heads, heads)) return last.members;
      const members = graph.at(heads);
      if (members === undefined) throw new Error('The members were asked for at a frontier that is not here.');
      last = { version, heads, members };
      return members;
    },
    /** Acts about keys, for those who make and hand out keys. */
    keys,
    heads: (writer?: Writer): readonly Uint8Array[] => graph.heads(writer),
    covers: (later: readonly Uint8Array[], earlier: readonly Uint8Array[]): boolean => graph.covers(later, earlier),
    /** Another number after every change: what was read from the graph before may not hold any more. */
    version: (): number => version,
    clear: (): void => {
      version += 1;
      graph = createMembers(teamRoot);
      keys.clear();
    },
  };
};

export type ActGraph = ReturnType<typeof createActGraph>;
