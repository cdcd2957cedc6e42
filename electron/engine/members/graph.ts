import { compareBytes } from '#shared/std/index.ts';
import { mapKey } from '../crypto/index.ts';
import type { SignedAct } from './acts.ts';

/** An act in its place: behind everything its author had seen. */
export interface Node {
  /** Order of arrival; parents always have lower ones. Never decides anything that replicas must agree on. */
  readonly index: number;
  readonly key: string;
  readonly signed: SignedAct;
  readonly parents: readonly Node[];
  /** Longest way from the beginning. */
  readonly depth: number;
  /** Bit i is set when the act with index i is in the causal past of this one. */
  readonly past: Uint32Array;
}

export interface Graph {
  /** Adds an act; returns the acts that now have all they build on, in causal order. Empty if it has to wait. */
  readonly add: (signed: SignedAct) => readonly Node[];
  readonly knows: (hash: Uint8Array) => boolean;
  readonly node: (hash: Uint8Array) => Node | undefined;
  readonly heads: () => readonly Node[];
  /** The acts in the past of these, and these, in the one order every replica uses. */
  readonly upTo: (frontier: readonly Node[]) => readonly Node[];
  /** Acts that wait, with what they wait for. */
  readonly waiting: () => readonly SignedAct[];
}

export const isBefore = (a: Node, b: Node): boolean => ((b.past[a.index >> 5] ?? 0) & (1 << (a.index & 31))) !== 0;

export const isConcurrent = (a: Node, b: Node): boolean => a !== b && !isBefore(a, b) && !isBefore(b, a);

/** The order in which replicas replay acts: by depth, then by hash. It respects causality and knows no arrival. */
export const replayOrder = (a: Node, b: Node): number =>
  a.depth - b.depth || compareBytes(a.signed.hash, b.signed.hash);

const unite = (frontier: readonly Node[], length: number): Uint32Array => {
  const union = new Uint32Array(Math.ceil(length / 32));
  for (const node of frontier) {
    for (const [at, bits] of node.past.entries()) union[at] = (union[at] ?? 0) | bits;
    union[node.index >> 5] = (union[node.index >> 5] ?? 0) | (1 << (node.index & 31));
  }
  return union;
};

/** The members space as a graph. Grows only; forgets nothing. */
export const createGraph = (): Graph => {
  const nodes: Node[] = [];
  const byKey = new Map<string, Node>();
  const known = new Set<string>();
  const held = new Map<string, SignedAct[]>();
  const heads = new Map<string, Node>();

  const parentHashes = ({ heads: seen, prevHash, seq }: SignedAct): readonly Uint8Array[] =>
    seq > 1 ? [...seen, prevHash] : seen;

  const place = (signed: SignedAct): Node | undefined => {
    const parents = new Map<string, Node>();
    for (const hash of parentHashes(signed)) {
      const key = mapKey(hash);
      const parent = byKey.get(key);
      if (parent === undefined) {
        held.set(key, [...(held.get(key) ?? []), signed]);
        return undefined;
      }
      parents.set(key, parent);
    }
    const list = [...parents.values()];
    const node: Node = {
      index: nodes.length,
      key: mapKey(signed.hash),
      signed,
      parents: list,
      depth: list.reduce((deepest, parent) => Math.max(deepest, parent.depth + 1), 0),
      past: unite(list, nodes.length),
    };
    nodes.push(node);
    byKey.set(node.key, node);
    for (const key of parents.keys()) heads.delete(key);
    heads.set(node.key, node);
    return node;
  };

  return {
    add: (signed) => {
      const key = mapKey(signed.hash);
      if (known.has(key)) return [];
      known.add(key);
      const ready: Node[] = [];
      const queue = [signed];
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const node = place(next);
        if (node === undefined) continue;
        ready.push(node);
        queue.push(...(held.get(node.key) ?? []));
        held.delete(node.key);
      }
      return ready;
    },
    knows: (hash) => byKey.has(mapKey(hash)),
    node: (hash) => byKey.get(mapKey(hash)),
    heads: () => [...heads.values()].sort(replayOrder),
    upTo: (frontier) => {
      const union = unite(frontier, nodes.length);
      return nodes.filter((node) => ((union[node.index >> 5] ?? 0) & (1 << (node.index & 31))) !== 0).sort(replayOrder);
    },
    waiting: () => [...held.values()].flat(),
  };
};
