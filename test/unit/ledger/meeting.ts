import { expectOk, toText } from '#shared/std/index.ts';
import type { Ledger } from '#engine/ledger/index.ts';
import { deliver } from './team.ts';

/** Gives what one offers beside its logs to another (SPEC S33). */
const handBranches = (from: Ledger, to: Ledger): void => {
  for (const note of from.branches.list()) {
    const object = to.branches.lacks(note) ? from.branches.get(note.id) : undefined;
    if (object !== undefined) expectOk(to.takeBranch(object, 'relay test'));
  }
};

/** What two sessions find out: both hold something else at one place of a log (SPEC S30). */
const compare = (one: Ledger, other: Ledger): void => {
  for (const { log } of one.entries.logs()) {
    const seq = Math.min(one.entries.log(log)?.head_seq ?? 0, other.entries.log(log)?.head_seq ?? 0);
    const [mine, theirs] = [one.entries.at(log, seq), other.entries.at(log, seq)];
    if (mine === undefined || theirs === undefined || toText(mine.hash) === toText(theirs.hash)) continue;
    expectOk(one.noteFork({ theirs }));
    expectOk(other.noteFork({ theirs: mine }));
  }
};

/** One machine brings another what it has: the logs, and what lies beside those that forked. */
export const tell = (from: Ledger, to: Ledger): void => {
  deliver(from, to);
  compare(from, to);
  handBranches(from, to);
};
