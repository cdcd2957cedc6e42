import { toText } from '#shared/std/index.ts';
import type { Db, EntryTables } from '../store/index.ts';
import type { ActGraph } from './act-graph.ts';
import type { Branches } from './branches.ts';
import { cutsOf, hadStill, type Cuts, type EntryPlace } from './cuts.ts';
import type { Spaces } from './spaces.ts';
import { waitName } from './verdict.ts';

/** An entry that was judged on its own record, as far as cuts ask. */
export interface JudgedEntry {
  readonly recordId: string;
  readonly spaceId: string;
  readonly personId: string;
  readonly deviceId: string;
  readonly log: Uint8Array;
  readonly seq: number;
  readonly heads: readonly Uint8Array[];
  /** Entries it names as answered: they may count because of it. */
  readonly refs: readonly Uint8Array[];
}

/** Where the logs of those who lost something end, and because of what. */
interface Ends {
  readonly version: number;
  readonly cuts: Cuts;
  readonly devices: ReadonlySet<string>;
  readonly lost: ReadonlySet<string>;
  /** By text of the log. */
  readonly logs: ReadonlyMap<string, { readonly log: Uint8Array; readonly end: number; readonly because: string }>;
  /** Logs that were looked at; null while nobody has lost anything. */
  readonly seen: ReadonlySet<string> | null;
}

export interface ContestDeps {
  readonly db: Db;
  readonly entries: EntryTables;
  readonly graph: ActGraph;
  readonly spaces: Spaces;
  readonly branches: Branches;
}

/**
 * Finds the records whose entries have to be weighed against cuts: because an entry that was just judged lies beyond
 * one, because the record holds such an entry from before, because acts have moved a cut, or because its log forked. While nobody in the team
 * has lost anything, and whoever wrote is in it, this costs one look at a flag. A device that is in nobody's list counts as lost
 * from its first entry on, whether or not it ever was in one: acts that come later may let its adding stand after all (C5, C11).
 */
export const createContests = ({ db, entries, graph, spaces, branches }: ContestDeps) => {
  const recordsBehind = db.prepare<unknown[], { record_id: string }>(
    `SELECT DISTINCT record_id FROM entries WHERE log = ? AND seq > ? AND record_id IS NOT NULL UNION
     SELECT e.record_id FROM branches b JOIN entries e ON e.id = b.entry_id
     WHERE b.log = ? AND b.seq > ? AND e.record_id IS NOT NULL`,
  );
  let known: Ends | undefined;

  const measure = (before: Ends | undefined): Ends => {
    const members = graph.now();
    const cuts = cutsOf(members);
    const devices = new Set(members.devices.keys());
    const gone = [...(before?.devices ?? [])].some((id) => !devices.has(id));
    const lost = new Set<string>();
    const logs = new Map<string, { log: Uint8Array; end: number; because: string }>();
    const quiet = { version: graph.version(), cuts, devices, lost, logs, seen: null };
    if (cuts.quiet && before?.lost.size === 0 && !gone) return quiet;
    const seen = new Set<string>();
    for (const row of entries.logs()) {
      if (row.device_id === null || row.space_id === null) continue;
      seen.add(toText(row.log));
      if (!devices.has(row.device_id)) lost.add(row.device_id);
      const log = toText(row.log);
      const losses = cuts.of(members.personOfDevice(row.device_id), row.device_id);
      if (losses.length === 0) continue;
      const space = spaces.get(row.space_id);
      const each = losses.map((loss) => (space === undefined ? 0 : cuts.end(loss, { log, space })));
      const because = losses.map(({ kind, role, acts }, at) => [kind, role, acts, each[at]].join(' ')).sort();
      logs.set(log, { log: row.log, end: Math.min(...each), because: because.join('\n') });
    }
    return { ...quiet, seen };
  };

  /** The cuts as they are now. */
  const current = (): Ends => {
    if (known?.version !== graph.version()) known = measure(known);
    return known;
  };

  /** Whether somebody wrote on a device that is in nobody's list and was not when the cuts were measured. */
  const isNewlyLost = ({ devices, lost }: Ends, judged: readonly JudgedEntry[]): boolean =>
    judged.some(({ deviceId }) => !devices.has(deviceId) && !lost.has(deviceId));

  const movedBy = (before: Ends, after: Ends): Set<string> => {
    const records = new Set<string>();
    for (const name of new Set([...before.logs.keys(), ...after.logs.keys()])) {
      const [a, b] = [before.logs.get(name), after.logs.get(name)];
      if (a?.because === b?.because) continue;
      const from = Math.min(a?.end ?? Infinity, b?.end ?? Infinity);
      const log = (a ?? b)?.log;
      if (from === Infinity || log === undefined) continue;
      for (const row of recordsBehind.all(log, from, log, from)) records.add(row.record_id);
    }
    // What came since then was weighed by those cuts, and nothing here says where they ended in its log.
    if (before.seen !== null)
      for (const { log } of entries.logs()) {
        if (before.seen.has(toText(log))) continue;
        for (const row of recordsBehind.all(log, 0, log, 0)) records.add(row.record_id);
      }
    return records;
  };

  const isLate = (entry: JudgedEntry, cuts: Cuts): boolean => {
    if (cuts.of(entry.personId, entry.deviceId).length === 0) return false;
    const space = spaces.get(entry.spaceId);
    if (space === undefined) return true;
    const place: EntryPlace = { ...entry, log: toText(entry.log), space };
    const beyond = cuts.beyond(place);
    return beyond.length > 0 && beyond.some((loss) => hadStill(loss, graph.at(entry.heads)));
  };

  const holdsLate = (recordId: string): boolean => entries.waitingFor(waitName.late(recordId)).length > 0;

  return {
    /** Before acts are added: what everything stored was judged by. */
    prepare: (): void => void current(),
    cuts: (): Cuts => current().cuts,
    /** Records to be weighed as a whole, given what was judged since the last time. */
    after: (judged: readonly JudgedEntry[]): Set<string> => {
      const before = known;
      let now = current();
      const records = before === undefined || before === now ? new Set<string>() : movedBy(before, now);
      // What it wrote moves when acts let its adding stand, so its logs are measured from now on, also in a quiet team.
      if (isNewlyLost(now, judged)) now = known = measure(undefined);
      const quiet = now.cuts.quiet && now.lost.size === 0;
      const forked = branches.any();
      for (const entry of judged) {
        if (records.has(entry.recordId)) continue;
        // Which of two changes that exclude each other counts must not depend on the branch that was heard first (S35).
        if (forked && entries.log(entry.log)?.fork != null) {
          records.add(entry.recordId);
          if (branches.isBaseless(entry.log))
            for (const row of recordsBehind.all(entry.log, 0, entry.log, 0)) records.add(row.record_id);
        }
        if (quiet) continue;
        if (isLate(entry, now.cuts) || holdsLate(entry.recordId)) records.add(entry.recordId);
        for (const hash of entry.refs) {
          const answered = entries.byHash(hash)?.record_id;
          if (answered != null && holdsLate(answered)) records.add(answered);
        }
      }
      return records;
    },
    holdsLate,
    /** After a rollback, and before a rebuild: what was measured may not be so. */
    forget: (): void => {
      known = undefined;
    },
  };
};

export type Contests = ReturnType<typeof createContests>;
