import type { ChangeHeader } from './chunk.ts';

/** A change of a record as the causal rules need it. */
export type Node = ChangeHeader;

/**
 * The causal graph of one record's changes. Every rule about a change is asked against its own past, never against
 * what else this replica happens to hold, so that all replicas judge alike.
 */
export interface Causality {
  readonly get: (hash: string) => Node | undefined;
  readonly all: () => Iterable<Node>;
  readonly heads: () => readonly string[];
  readonly add: (node: Node) => void;
  /** `heads` and everything before them; unknown heads are left out. */
  readonly past: (heads: readonly string[]) => Past;
  /** The change that made op `counter@actor`. */
  readonly maker: (counter: number, actor: string) => Node | undefined;
  readonly withSeq: (actor: string, seq: number) => Node | undefined;
  /** True once two changes were made without knowing of each other. */
  readonly forked: () => boolean;
  readonly copy: () => Causality;
}

export interface Past {
  readonly has: (hash: string) => boolean;
  /** True when the past is everything there is. */
  readonly whole: boolean;
  readonly hashes: () => ReadonlySet<string>;
}

interface State {
  readonly nodes: Map<string, Node>;
  readonly byActor: Map<string, Node[]>;
  heads: Set<string>;
  forked: boolean;
}

const causalityFrom = (state: State): Causality => {
  const { nodes, byActor } = state;

  const collect = (heads: readonly string[]): ReadonlySet<string> => {
    const seen = new Set<string>();
    const open = [...heads];
    for (let hash = open.pop(); hash !== undefined; hash = open.pop()) {
      const node = seen.has(hash) ? undefined : nodes.get(hash);
      if (node === undefined) continue;
      seen.add(hash);
      open.push(...node.deps);
    }
    return seen;
  };

  return {
    get: (hash) => nodes.get(hash),
    all: () => nodes.values(),
    heads: () => [...state.heads].sort(),
    add: (node) => {
      if (nodes.has(node.hash)) return;
      const deps = new Set(node.deps);
      for (const head of state.heads) if (!deps.has(head)) state.forked = true;
      state.heads = new Set([...[...state.heads].filter((head) => !deps.has(head)), node.hash]);
      nodes.set(node.hash, node);
      const own = byActor.get(node.actor);
      if (own === undefined) byActor.set(node.actor, [node]);
      else own.push(node);
    },
    past: (heads) => {
      const given = new Set(heads);
      const whole = [...state.heads].every((head) => given.has(head));
      let found: ReadonlySet<string> | undefined;
      const hashes = (): ReadonlySet<string> => (found ??= collect(heads));
      return { has: whole ? (hash) => nodes.has(hash) : (hash) => hashes().has(hash), whole, hashes };
    },
    maker: (counter, actor) => byActor.get(actor)?.find((node) => node.startOp <= counter && counter <= node.maxOp),
    withSeq: (actor, seq) => byActor.get(actor)?.find((node) => node.seq === seq),
    forked: () => state.forked,
    copy: () =>
      causalityFrom({
        nodes: new Map(nodes),
        byActor: new Map([...byActor].map(([actor, own]) => [actor, [...own]])),
        heads: new Set(state.heads),
        forked: state.forked,
      }),
  };
};

/** An empty graph; changes are added in causal order. */
export const createCausality = (): Causality =>
  causalityFrom({ nodes: new Map(), byActor: new Map(), heads: new Set(), forked: false });

/** Those of `hashes` that no other of them builds on. */
export const maximal = (causality: Causality, hashes: Iterable<string>): readonly string[] => {
  const all = [...hashes];
  if (all.length < 2) return all;
  const behind = new Set<string>();
  for (const hash of all) {
    const node = causality.get(hash);
    if (node === undefined) continue;
    for (const past of causality.past(node.deps).hashes()) behind.add(past);
  }
  return all.filter((hash) => !behind.has(hash)).sort();
};
