import { err, ok } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import type { RecordValue } from '#shared/schema/index.ts';
import { presentOf, valuesBefore } from './before.ts';
import { createCache } from './cache.ts';
import { readOps } from './change-ops.ts';
import { readChange } from './chunk.ts';
import { concurrencyOf } from './conflicts.ts';
import { containersOf } from './containers.ts';
import { editLive } from './edit.ts';
import type { Edited, EditRequest } from './edit.ts';
import { fault } from './faults.ts';
import { judge } from './gate.ts';
import { makeGenesis } from './genesis.ts';
import { diffOf } from './history.ts';
import { createLive, factsOf, flush, newHandle, viewpoint } from './live.ts';
import type { Live, Staged } from './live.ts';
import { advance } from './present.ts';
import type { ChangeMeta, CheckResult, DocumentFault, Layout, PathChange, Settled } from './types.ts';
import { valueOf } from './values.ts';

export interface DocumentsDeps {
  /** How many documents stay in memory besides those with unsettled changes; one takes about 12 KB outside the heap. */
  readonly capacity: number;
  /** Bytes that `settle` gave for the record, as last committed; null when there is no such record. */
  readonly load: (recordId: string) => Uint8Array | null;
  /** Actor of the record's genesis change: the first 16 bytes of H("genesis", record id), in hex. */
  readonly genesisActor: (recordId: string) => string;
}

export interface CheckRequest {
  /** Actor (hex) under which the entry's author writes this record; its `changeAt` form is accepted too. */
  readonly actor: string;
  /** Hashes (hex) that the entry's signed body states, in order. */
  readonly expected: readonly string[];
  readonly changes: readonly Uint8Array[];
}

/** All that the engine does with Automerge. One record is one document; nothing of Automerge leaks out. */
export interface Documents {
  /** Writes a local edit at the heads its author saw. The document keeps it until `settle` or `rollback`. */
  readonly edit: (recordId: string, layout: Layout, request: EditRequest) => Result<Edited, DocumentFault>;
  /** The gate for changes of others (formats, section 2). Applies nothing. */
  readonly check: (recordId: string, layout: Layout, request: CheckRequest) => CheckResult;
  /** Takes in changes that `check` called ready. Automerge gets them at the next `settle`, all at once. */
  readonly apply: (recordId: string, layout: Layout, changes: readonly Uint8Array[]) => Result<void, DocumentFault>;
  /**
   * The document to store and what it shows. Proves by save -> load -> heads that changes of others left a document
   * that can be loaded again; if not, drops it and reports a fault, so that the caller can look for the culprit.
   */
  readonly settle: (recordId: string, layout: Layout) => Result<Settled, DocumentFault>;
  /** The record at `heads`; without heads, as it is now. Conflicts show as Automerge merged them. */
  readonly valueAt: (recordId: string, layout: Layout, heads?: readonly string[]) => Result<RecordValue, DocumentFault>;
  /** Heads (hex, sorted) of the record now. */
  readonly heads: (recordId: string, layout: Layout) => readonly string[];
  /** What each of the changes did, in the order given. */
  readonly history: (recordId: string, layout: Layout, hashes: readonly string[]) => readonly (readonly PathChange[])[];
  /**
   * Forgets what is not committed, after any rolled-back transaction: the record's document, or without an id every
   * document, because a settled one may have been stored in the transaction that is no more.
   */
  readonly rollback: (recordId?: string) => void;
  /** Frees the document; unsettled changes are lost. */
  readonly evict: (recordId: string) => void;
  /** Frees all documents. */
  readonly close: () => void;
}

const metaOf = ({ header, ops }: Staged): ChangeMeta => ({
  hash: header.hash,
  actor: header.actor,
  startOp: header.startOp,
  maxOp: header.maxOp,
  deps: header.deps,
  paths: ops.paths,
});

const stagedFrom = (live: Live, bytes: Uint8Array): Staged | DocumentFault => {
  const header = readChange(bytes);
  if (!header.ok) return header.error;
  const ops = readOps(bytes, header.value, live.containers);
  return ops.ok ? { bytes, header: header.value, ops: ops.value, appliedHeads: [] } : ops.error;
};

const corrupt = (): { readonly ok: false; readonly error: DocumentFault } =>
  err(fault('corrupt', 'The changes of this record do not make a document that can be loaded.'));

export const createDocuments = ({ capacity, load, genesisActor }: DocumentsDeps): Documents => {
  const cache = createCache<Live>(capacity, (live) => live.handle.free());

  const open = (recordId: string, layout: Layout): Live => {
    const held = cache.get(recordId);
    if (held !== undefined) return held;
    const actor = genesisActor(recordId);
    const genesis = makeGenesis(layout, actor);
    const handle = newHandle(actor);
    const saved = load(recordId);
    if (saved !== null) handle.loadIncremental(saved);
    const live = createLive(handle, containersOf(layout, actor), genesis, saved === null);
    cache.put(recordId, live);
    return live;
  };

  /** Runs what may throw out of Automerge; a document that threw is not to be trusted again. */
  const guarded = <T>(recordId: string, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      cache.drop(recordId);
      throw error;
    }
  };

  /** Hands staged changes to Automerge; false, with the document dropped, when it does not take them. */
  const flushed = (recordId: string, live: Live): boolean => {
    const before = live.staged.length;
    const expected = before === 0 ? live.appliedHeads : live.causality().heads();
    try {
      flush(live);
    } catch {
      // The gate has let something pass that Automerge refuses: to the caller a fault like any other.
      cache.drop(recordId);
      return false;
    }
    if (live.appliedHeads.join() === expected.join()) return true;
    cache.drop(recordId);
    return false;
  };

  const proves = (live: Live, saved: Uint8Array): boolean => {
    const copy = newHandle(live.genesis.actor);
    try {
      copy.loadIncremental(saved);
      return copy.getHeads().sort().join() === live.appliedHeads.join();
    } catch {
      // Seen: hostile changes that decode, apply and save, and then cannot be loaded.
      return false;
    } finally {
      copy.free();
    }
  };

  return {
    edit: (recordId, layout, request) => {
      const live = open(recordId, layout);
      if (!flushed(recordId, live)) return corrupt();
      const edited = guarded(recordId, () => editLive(live, request));
      if (edited.ok && edited.value.changes.length > 0) cache.pin(recordId);
      return edited;
    },

    check: (recordId, layout, { actor, expected, changes }) => {
      const live = open(recordId, layout);
      return guarded(recordId, (): CheckResult => {
        const verdict = judge(live, { actors: [actor], expected, changes });
        if (verdict.status !== 'ready') return verdict;
        const { admitted } = verdict;
        live.checked = new Map(admitted.map(({ staged }) => [staged.bytes, staged]));
        const before = valuesBefore(live, admitted);
        const checked = admitted.map(({ staged, ops }, index) => ({
          meta: metaOf(staged),
          ops,
          before: before[index] ?? (() => null),
        }));
        return {
          status: 'ready',
          metas: checked.map((change) => change.meta),
          ops: checked.flatMap((change) => change.ops),
          before: checked[0]?.before ?? (() => null),
          changes: checked,
        };
      });
    },

    apply: (recordId, layout, changes) => {
      const live = open(recordId, layout);
      return guarded(recordId, () => {
        const causality = live.causality();
        for (const bytes of changes) {
          const read = live.checked.get(bytes) ?? stagedFrom(live, bytes);
          if ('code' in read) return err(read);
          if (causality.get(read.header.hash) !== undefined) continue;
          if (read.header.deps.some((dep) => causality.get(dep) === undefined)) {
            return err(fault('wrong-sequence', 'A change was applied before what it depends on.'));
          }
          live.present = live.present === undefined ? undefined : advance(live.present, read.header, read.ops);
          live.stage(read);
          live.learn(read.header.hash, factsOf(read.ops));
          live.unproven = true;
          cache.pin(recordId);
        }
        live.checked = new Map();
        return ok(undefined);
      });
    },

    settle: (recordId, layout) => {
      const live = open(recordId, layout);
      if (!flushed(recordId, live)) return corrupt();
      return guarded(recordId, () => {
        // Not deflated: that would be half of what settling a grown record takes, and its entries are what fills a disk.
        const saved = live.handle.saveNoCompress();
        if (live.unproven && !proves(live, saved)) {
          cache.drop(recordId);
          return corrupt();
        }
        live.unproven = false;
        cache.unpin(recordId);
        const { conflicts, agreed } = concurrencyOf(live);
        const { value } = presentOf(live);
        return ok({
          saved,
          heads: live.appliedHeads,
          value: agreed.size === 0 ? value : { ...value, ...Object.fromEntries(agreed) },
          conflicts,
        });
      });
    },

    valueAt: (recordId, layout, heads) => {
      const live = open(recordId, layout);
      if (!flushed(recordId, live)) return corrupt();
      return guarded(recordId, () => {
        if (heads === undefined) return ok(presentOf(live).value);
        if (heads.length === 0 || live.handle.getMissingDeps([...heads]).length > 0) {
          return err(fault('unknown-base', 'This version of the record is not here.'));
        }
        // What a person sees is mostly the present, and that is carried along: reading it anew costs milliseconds.
        const at = viewpoint(live, heads);
        return ok(at === undefined ? presentOf(live).value : valueOf(live.handle, live.containers, at));
      });
    },

    heads: (recordId, layout) => {
      const live = open(recordId, layout);
      return live.staged.length === 0 ? live.appliedHeads : live.causality().heads();
    },

    history: (recordId, layout, hashes) => {
      const live = open(recordId, layout);
      if (!flushed(recordId, live)) return hashes.map(() => []);
      return guarded(recordId, () => hashes.map((hash) => diffOf(live, hash)));
    },

    rollback: (recordId) => {
      if (recordId === undefined) cache.clear();
      else cache.drop(recordId);
    },
    evict: (recordId) => cache.drop(recordId),
    close: () => cache.clear(),
  };
};
