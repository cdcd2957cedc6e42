import type { CheckReport } from '#shared/protocol/index.ts';
import { equalBytes, type Clock, type Random } from '#shared/std/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { EntryRow } from '../store/index.ts';
import { placeOf, rowFault } from './sound-row.ts';

export interface QuickCheckDeps {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly random: Random;
  /** Lets other work run in between. */
  readonly breathe: () => Promise<void>;
  /** True once the profile is being closed: the check ends where it is. */
  readonly ended: () => boolean;
}

/** Time for all of it, in milliseconds, not counting the pauses. */
const budgetMs = 250;
/** Files up to this size are read whole by SQLite's own check, which cannot be stopped half-way: about 100 ms. */
const wholeBytes = 24 * 1024 * 1024;
const mostSignatures = 500;
const inOneGo = 20;

/**
 * The check of every start: the file's structure where that is quick, the end of every log, and the signatures of the
 * newest and of randomly chosen entries. Bounded in time and never in anybody's way; the complete check is `verify`.
 */
export const quickCheck = async (deps: QuickCheckDeps): Promise<CheckReport> => {
  const { ledger, clock, random } = deps;
  const { db, entries } = ledger;
  const at = clock.now();
  const problems: { where: string; sentence: string }[] = [];
  let spent = 0;
  let signatures = 0;
  let complete = true;
  /** Runs a piece of work, unless the time is used up. */
  const within = (work: () => void): boolean => {
    if (deps.ended() || spent >= budgetMs) {
      complete = false;
      return false;
    }
    const started = clock.now();
    work();
    spent += Math.max(0, clock.now() - started);
    return true;
  };

  // In an encrypted profile the file is attached beside the tables in memory.
  const file = db.prepare<[], { name: string }>("SELECT name FROM pragma_database_list WHERE name = 'disk'").get();
  const schema = file?.name ?? 'main';
  const page = Number(db.pragma(`${schema}.page_size`, { simple: true }));
  if (Number(db.pragma(`${schema}.page_count`, { simple: true })) * page > wholeBytes) complete = false;
  else
    within(() => {
      const rows = db.prepare<[], { quick_check: string }>(`PRAGMA ${schema}.quick_check(5)`).all();
      for (const row of rows)
        if (row.quick_check !== 'ok') problems.push({ where: 'profile file', sentence: `${row.quick_check}.` });
    });
  await deps.breathe();

  const check = (row: EntryRow | undefined): void => {
    if (row === undefined) return;
    signatures += 1;
    const fault = rowFault(ledger, row);
    if (fault !== undefined) problems.push({ where: placeOf(row), sentence: fault });
  };
  let logs = 0;
  const all = deps.ended() ? [] : entries.logs();
  for (let from = 0; from < all.length; from += inOneGo) {
    const going = within(() => {
      for (const log of all.slice(from, from + inOneGo)) {
        logs += 1;
        const row = entries.at(log.log, log.head_seq);
        if (row === undefined || !equalBytes(row.hash, log.head_hash)) {
          const sentence = 'The end of this log is missing or was changed.';
          problems.push({ where: placeOf({ log: log.log, seq: log.head_seq }), sentence });
        } else check(row);
      }
    });
    if (!going) break;
    await deps.breathe();
  }

  const newest = deps.ended()
    ? 0
    : (db.prepare<[], { n: number | null }>('SELECT max(id) AS n FROM entries').get()?.n ?? 0);
  while (signatures < Math.min(mostSignatures, newest)) {
    const going = within(() => {
      for (let count = 0; count < inOneGo; count += 1) {
        const bytes = random.bytes(4);
        const row = entries.byId(1 + (new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) % newest));
        // A place that is empty counts too: the number of tries is bounded whatever the file holds.
        if (row === undefined) signatures += 1;
        check(row);
      }
    });
    if (!going) break;
    await deps.breathe();
  }
  return { at, ms: spent, complete, logs, signatures, problems: unique(problems) };
};

const unique = (problems: readonly { where: string; sentence: string }[]) => [
  ...new Map(problems.map((problem) => [`${problem.where} ${problem.sentence}`, problem])).values(),
];
