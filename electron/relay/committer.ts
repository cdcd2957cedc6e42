import type { EntryWrite, RelayStore } from './store/index.ts';

/** Writes of one batch of one connection. */
interface Waiting {
  readonly writes: readonly EntryWrite[];
  readonly done: (failure: Error | undefined) => void;
}

export interface Committer {
  /** Queues writes; `done` runs after the commit that holds them, or with the reason why there was none. */
  readonly submit: (writes: readonly EntryWrite[], done: Waiting['done']) => void;
  /** Commits what is queued now. */
  readonly flush: () => void;
}

const maxEntriesPerCommit = 8192;

/**
 * Group commit (S54): everything that came in during one turn of the event loop shares one transaction and one fsync.
 * `defer` runs a task after the current turn.
 */
export const createCommitter = (store: RelayStore, defer: (task: () => void) => void): Committer => {
  let queue: Waiting[] = [];
  let scheduled = false;

  const append = (group: readonly Waiting[]): Error | undefined => {
    const writes = group.flatMap((one) => one.writes);
    try {
      if (writes.length > 0) store.append(writes);
      return undefined;
    } catch (cause) {
      // Disk full or damaged file: told to every connection concerned, which then ends its session (S27).
      return cause instanceof Error ? cause : new Error(String(cause));
    }
  };

  const flush = (): void => {
    scheduled = false;
    const all = queue;
    queue = [];
    let group: Waiting[] = [];
    let entries = 0;
    let failure: Error | undefined;
    for (const [index, one] of all.entries()) {
      group.push(one);
      entries += one.writes.length;
      if (entries < maxEntriesPerCommit && index < all.length - 1) continue;
      // Later writes may continue the chains of a group that failed, so they fail with it.
      failure ??= append(group);
      for (const waiting of group) waiting.done(failure);
      group = [];
      entries = 0;
    }
  };

  return {
    submit: (writes, done) => {
      queue.push({ writes, done });
      if (scheduled) return;
      scheduled = true;
      defer(flush);
    },
    flush,
  };
};
