import type { BranchObjects } from '../replica/index.ts';
import type { Ledger } from './ledger.ts';

/** Entries of forked logs as the replica of a profile offers and takes them; `via` names the transport in the history. */
export const branchObjectsOf = (ledger: Pick<Ledger, 'branches' | 'takeBranch'>, via: string): BranchObjects => ({
  list: ledger.branches.list,
  get: ledger.branches.get,
  lacks: ledger.branches.lacks,
  onNew: ledger.branches.onNew,
  put: (object) => {
    const taken = ledger.takeBranch(object, via);
    // Storage faults end the session with their sentence (S27).
    if (!taken.ok) throw new Error(taken.error.sentence);
    return taken.value;
  },
});
