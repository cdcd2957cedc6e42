import { mapKey } from '../crypto/index.ts';
import type { SignedAct, WrittenAct } from './acts.ts';
import { createGraph, isBefore, replayOrder } from './graph.ts';
import type { Node } from './graph.ts';
import { introducedId, proofsHold } from './proofs.ts';
import { extend, resolveSet } from './resolve.ts';
import { judge } from './rules.ts';
import { emptyState } from './state.ts';
import type { Refusal, State } from './state.ts';
import { seniorityIn } from './verdicts.ts';
import type { OwnVerdict } from './verdicts.ts';
import { viewOf } from './view.ts';
import type { Members } from './view.ts';

/** The members space of one team: takes acts in any order and answers for any frontier. */
export interface MembersGraph {
  /**
   * Adds an act. Returns the acts that can be judged now: this one and those that waited for it. One that lies `beside`
   * its log (SPEC S33) counts like any other, but is named by nobody who does not have to: it is void anyway.
   */
  readonly add: (act: SignedAct, beside?: boolean) => readonly SignedAct[];
  readonly knows: (hash: Uint8Array) => boolean;
  /** The frontier of all judged acts, for the next entry's `membersHeads`. */
  readonly heads: () => readonly Uint8Array[];
  /** Those of a frontier that are not here yet. */
  readonly missing: (heads: readonly Uint8Array[]) => readonly Uint8Array[];
  readonly now: () => Members;
  /** Why an act that this device would write now would not stand; undefined where it would. Proofs are not looked at. */
  readonly whyNot: (deviceId: Uint8Array, act: WrittenAct) => Refusal | undefined;
  /** The team as the author of an entry with this frontier knew it; undefined while part of it is missing. */
  readonly at: (heads: readonly Uint8Array[]) => Members | undefined;
  /** Whether a frontier includes everything of an earlier one: frontiers only grow along a chain (FORMATS 1). */
  readonly covers: (later: readonly Uint8Array[], earlier: readonly Uint8Array[]) => boolean;
}

/** How many frontiers are kept resolved. Old ones are asked for rarely and can be resolved again. */
const rememberedStates = 96;

interface Resolved {
  readonly state: State;
  view: Members | undefined;
}

/** The resolver with its memory. Everything it answers is a function of the acts added, never of their order. */
export const createMembers = (teamRoot: Uint8Array): MembersGraph => {
  const graph = createGraph();
  const verdicts = new Map<Node, OwnVerdict>();
  const states = new Map<string, Resolved>();
  const places = new Map<string, number>();
  const unnamed = new Set<string>();
  const placeOf = ({ signed }: Node): string => `${mapKey(signed.logId)}/${signed.seq}`;

  const verdictOf = (node: Node): OwnVerdict => {
    const verdict = verdicts.get(node);
    if (verdict === undefined) throw new Error('an act is judged before what builds on it');
    return verdict;
  };

  /** The frontier without acts that others in it have seen, in a fixed order. */
  const reduced = (frontier: readonly Node[]): readonly Node[] =>
    [...new Set(frontier)]
      .filter((node) => !frontier.some((other) => isBefore(node, other)))
      .sort((a, b) => a.index - b.index);

  const namedHeads = (): readonly Node[] => {
    const heads = graph.heads();
    if (unnamed.size === 0) return heads;
    const named = new Set<Node>();
    const open = [...heads];
    for (let node = open.pop(); node !== undefined; node = open.pop())
      if (unnamed.has(node.key)) open.push(...node.parents);
      else named.add(node);
    return [...reduced([...named])].sort(replayOrder);
  };

  const keyOf = (frontier: readonly Node[]): string => frontier.map((node) => node.index).join(',');

  const remember = (key: string, resolved: Resolved): Resolved => {
    states.delete(key);
    states.set(key, resolved);
    const [oldest] = states.keys();
    if (states.size > rememberedStates && oldest !== undefined) states.delete(oldest);
    return resolved;
  };

  const resolvedAt = (heads: readonly Node[]): Resolved => {
    const frontier = reduced(heads);
    const key = keyOf(frontier);
    const known = states.get(key);
    if (known !== undefined) return remember(key, known);
    const [only, ...others] = frontier;
    if (only === undefined) return remember(key, { state: emptyState, view: undefined });
    if (others.length === 0 && places.get(placeOf(only)) === 1) {
      const before = only.parents.length === 0 ? emptyState : states.get(keyOf(reduced(only.parents)))?.state;
      const next = before === undefined ? undefined : extend(before, only, verdictOf(only));
      if (next !== undefined) return remember(key, { state: next, view: undefined });
    }
    return remember(key, { state: resolveSet(teamRoot, graph.upTo(frontier), verdictOf), view: undefined });
  };

  /** Judges an act in the view of its own author: what it may see is fixed, so this never changes. */
  const judgeOwn = (node: Node): OwnVerdict => {
    const before = resolvedAt(node.parents).state;
    const { act } = node.signed;
    const judgement = judge(before, node.signed, 'own');
    if (!judgement.allowed) return { honest: false, refusal: judgement.refusal };
    const { authorKey, seniority } = seniorityIn(before, node);
    const newcomer = act.kind === 'join' || act.kind === 'create' ? introducedId(act.person) : undefined;
    const author = authorKey === null ? undefined : before.persons.get(authorKey)?.id;
    if (!proofsHold(teamRoot, node.signed, author))
      return {
        honest: false,
        refusal: { code: 'act-bad-proof', sentence: 'A signature inside an act on membership does not hold.' },
      };
    const own = newcomer === undefined ? authorKey : mapKey(newcomer);
    return { honest: true, needs: judgement.needs, authorKey: own, seniority };
  };

  const nodesOf = (heads: readonly Uint8Array[]): readonly Node[] | undefined => {
    const nodes: Node[] = [];
    for (const hash of heads) {
      const node = graph.node(hash);
      if (node === undefined) return undefined;
      nodes.push(node);
    }
    return nodes;
  };

  const viewAt = (heads: readonly Node[]): Members => {
    const resolved = resolvedAt(heads);
    resolved.view ??= viewOf(resolved.state);
    return resolved.view;
  };

  return {
    add: (signed, beside = false) => {
      if (beside) unnamed.add(mapKey(signed.hash));
      const ready = graph.add(signed);
      for (const node of ready) {
        places.set(placeOf(node), (places.get(placeOf(node)) ?? 0) + 1);
        verdicts.set(node, judgeOwn(node));
      }
      return ready.map((node) => node.signed);
    },
    knows: graph.knows,
    heads: () => namedHeads().map((node) => node.signed.hash),
    missing: (heads) => heads.filter((hash) => !graph.knows(hash)),
    now: () => viewAt(graph.heads()),
    whyNot: (deviceId, act) => {
      const zero = new Uint8Array(32);
      const entry = { hash: zero, logId: zero, seq: 2, prevHash: zero, deviceId, heads: [], time: 0, act };
      const judged = judge(resolvedAt(graph.heads()).state, entry, 'own');
      return judged.allowed ? undefined : judged.refusal;
    },
    at: (heads) => {
      const nodes = nodesOf(heads);
      return nodes === undefined ? undefined : viewAt(nodes);
    },
    covers: (later, earlier) => {
      const [after, before] = [nodesOf(later), nodesOf(earlier)];
      if (after === undefined || before === undefined) return false;
      return before.every((node) => after.some((other) => other === node || isBefore(node, other)));
    },
  };
};

/** What a set of acts amounts to, in whatever order they come. Acts that build on missing ones play no part. */
export const resolve = (teamRoot: Uint8Array, acts: readonly SignedAct[]): Members => {
  const members = createMembers(teamRoot);
  for (const act of acts) members.add(act);
  return members.now();
};
