import { getBackend, init, ImmutableString } from '@automerge/automerge';
import type { RecordValue, Scalar } from '#shared/schema/index.ts';
import { createCausality } from './causality.ts';
import type { Causality } from './causality.ts';
import type { ChangeOps, SetOp } from './change-ops.ts';
import { readOps } from './change-ops.ts';
import { readChange } from './chunk.ts';
import type { ChangeHeader } from './chunk.ts';
import type { Containers } from './containers.ts';
import type { Genesis } from './genesis.ts';
import { freshPresent } from './present.ts';
import type { Present } from './present.ts';
import type { Ranges } from './ranges.ts';

/** Automerge's own handle. Working on it directly spares building a JavaScript copy of the document at every step. */
export type Handle = ReturnType<typeof getBackend>;

/** What later rules ask about a change that is in the document. */
export interface Facts {
  readonly paths: readonly string[];
  readonly inserts: ReadonlyMap<string, Ranges>;
}

/** A change that is accepted but not yet handed to Automerge, which is far cheaper by the batch. */
export interface Staged {
  readonly bytes: Uint8Array;
  readonly header: ChangeHeader;
  readonly ops: ChangeOps;
  /** Heads, among the changes that Automerge holds, of this change's past. */
  readonly appliedHeads: readonly string[];
}

/** A record's document in memory. */
export interface Live {
  readonly containers: Containers;
  readonly genesis: Genesis;
  handle: Handle;
  /** Heads of what Automerge holds; staged changes come on top. */
  appliedHeads: readonly string[];
  readonly staged: Staged[];
  /** Value at all heads, staged ones included; undefined until somebody asks. */
  present: Present | undefined;
  /** Takes a change in without handing it to Automerge yet. */
  readonly stage: (change: Staged) => void;
  /** True after changes of others were applied that no save -> load has proven yet. */
  unproven: boolean;
  /** Changes of the last batch that the gate called ready, by their very bytes, so that applying decodes nothing twice. */
  checked: ReadonlyMap<Uint8Array, Staged>;
  /** True while Automerge holds nothing at all: a new record's genesis goes in together with its first changes. */
  empty: boolean;
  readonly causality: () => Causality;
  /** Adds a change to the graph, if the graph has been made. */
  readonly note: (header: ChangeHeader) => void;
  readonly facts: (hash: string) => Facts;
  readonly learn: (hash: string, facts: Facts) => void;
}

export const factsOf = (ops: ChangeOps): Facts => ({
  paths: ops.paths,
  inserts: new Map(ops.texts.map((text) => [text.objectId, text.inserts])),
});

let pristine: Handle | undefined;

/** An empty handle that writes as `actor` (hex): copies of one that was set up are far cheaper than new ones. */
export const newHandle = (actor: string): Handle => (pristine ??= getBackend(init())).clone(actor);

const emptyValue = (containers: Containers): RecordValue => ({
  ...Object.fromEntries(containers.texts.map(({ path }) => [path, ''])),
  ...Object.fromEntries(containers.collections.map((name) => [name, {}])),
});

/** Wraps a handle: of a stored record, or an empty one for a new record. */
export const createLive = (handle: Handle, containers: Containers, genesis: Genesis, empty: boolean): Live => {
  const known = new Map<string, Facts>([[genesis.hash, { paths: [], inserts: new Map() }]]);
  let causality: Causality | undefined;

  const live: Live = {
    containers,
    genesis,
    handle,
    appliedHeads: empty ? [genesis.hash] : handle.getHeads().sort(),
    staged: [],
    checked: new Map(),
    empty,
    present: empty ? freshPresent([genesis.hash], emptyValue(containers)) : undefined,
    stage: (change) => {
      live.causality().add(change.header);
      live.staged.push({ ...change, appliedHeads: appliedHeadsOf(change.header, live.staged) });
    },
    unproven: false,
    causality: () => {
      if (causality !== undefined) return causality;
      causality = createCausality();
      if (live.empty) {
        causality.add(genesis.header);
        return causality;
      }
      // Only now: most documents are loaded to be edited once, and need no graph.
      for (const meta of live.handle.getChangesMeta([])) causality.add(meta);
      return causality;
    },
    note: (header) => causality?.add(header),
    facts: (hash) => {
      const found = known.get(hash);
      if (found !== undefined) return found;
      const bytes = live.handle.getChangeByHash(hash);
      const header = bytes === null ? undefined : readChange(bytes);
      const ops = bytes !== null && header?.ok === true ? readOps(bytes, header.value, containers) : undefined;
      if (ops?.ok !== true) throw new Error('A document holds a change that its gate would refuse.');
      const facts = factsOf(ops.value);
      known.set(hash, facts);
      return facts;
    },
    learn: (hash, facts) => known.set(hash, facts),
  };
  return live;
};

/** Heads of a change's past among the changes that Automerge already holds. */
export const appliedHeadsOf = (header: ChangeHeader, staged: readonly Staged[]): readonly string[] => {
  if (staged.length === 0) return header.deps;
  const heads = new Set<string>();
  for (const dep of header.deps) {
    const unapplied = staged.find((one) => one.header.hash === dep);
    for (const head of unapplied === undefined ? [dep] : unapplied.appliedHeads) heads.add(head);
  }
  return [...heads];
};

/** Hands all staged changes to Automerge. Throws what Automerge throws. */
export const flush = (live: Live): void => {
  if (live.staged.length === 0 && !live.empty) return;
  const bytes = live.staged.map((staged) => staged.bytes);
  if (live.empty) bytes.unshift(live.genesis.bytes);
  live.staged.length = 0;
  live.empty = false;
  live.handle.applyChanges(bytes);
  live.appliedHeads = live.handle.getHeads().sort();
};

const covers = (heads: readonly string[], all: readonly string[]): boolean =>
  all.length <= heads.length && all.every((head) => heads.includes(head));

/** Heads to pass to Automerge to look at `heads`; undefined, which is much cheaper, when that is the present. */
export const viewpoint = (live: Live, heads: readonly string[]): string[] | undefined =>
  covers(heads, live.appliedHeads) ? undefined : [...heads];

/** True while Automerge holds nothing but the empty record. */
export const onlyGenesis = (live: Live): boolean =>
  live.appliedHeads.length === 1 && live.appliedHeads[0] === live.genesis.hash;

/** Ids of the values of a key that are visible at `heads`, with staged changes taken into account. */
export const visibleAt = (
  live: Live,
  staged: readonly Staged[],
  set: Pick<SetOp, 'objectId' | 'key'>,
  appliedHeads: readonly string[],
  inPast: (hash: string) => boolean,
): ReadonlySet<string> => {
  const held = onlyGenesis(live) ? [] : live.handle.getAll(set.objectId, set.key, viewpoint(live, appliedHeads));
  const visible = new Set(held.map((value) => String(value.at(-1))));
  for (const { header, ops } of staged) {
    for (const earlier of ops.sets) {
      if (earlier.key !== set.key || earlier.objectId !== set.objectId || !inPast(header.hash)) continue;
      for (const id of earlier.replaces) visible.delete(id);
      visible.add(earlier.id);
    }
  }
  return visible;
};

/** A value as Automerge hands it out, as plain data. */
export const plain = (value: unknown): Scalar => {
  if (value instanceof ImmutableString) return value.val;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value === null || value === undefined) return null;
  throw new Error('A document holds a value that its gate would refuse.');
};
