import { mapKey } from '../crypto/index.ts';
import type { SignedAct, WrittenAct } from './acts.ts';
import { createGraph, isBefore, replayOrder } from './graph.ts';
import type { Node } from './graph.ts';
import { introducedId, proofsHold } from './proofs.ts';
import { extend, resolveSet } from './resolve.ts';
import { judge } from './rules.ts';
import { emptyState, rankNow } from './state.ts';
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
  /**
   * The frontier of all judged acts, for the next entry's `membersHeads`. For a device that acts beside a log give back
   * what the log took from it, it names those acts: without them it would write as somebody who may not.
   */
  readonly heads: (writer?: Writer) => readonly Uint8Array[];
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

/** Who asks for a frontier to write at. */
export interface Writer {
  readonly deviceId: Uint8Array;
  /** What its last entry named: no later one of the same log may forget that (FORMATS 1). */
  readonly named: () => readonly Uint8Array[];
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

  /** What a device may do as these heads show the team: the rank of its person, and less than any where it is out. */
  const standing = (heads: readonly Node[], deviceId: Uint8Array): number => {
    const { devices, persons } = resolvedAt(heads).state;
    const device = devices.get(mapKey(deviceId));
    const person = device?.state === 'active' ? persons.get(device.personKey) : undefined;
    return person === undefined || person.removed ? -2 : rankNow(person);
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

  /** Named heads, and of the others as many as it takes: one branch is mostly enough to void what lies in the log. */
  const headsFor = (writer: Writer): readonly Node[] => {
    const named = namedHeads();
    if (unnamed.size === 0) return named;
    const all = graph.heads();
    const known = reduced([...named, ...(nodesOf(writer.named()) ?? [])]);
    const now = standing(all, writer.deviceId);
    const enough = [undefined, ...all.filter((node) => unnamed.has(node.key))]
      .map((node) => (node === undefined ? known : reduced([...known, node])))
      .find((heads) => standing(heads, writer.deviceId) >= now);
    return [...(enough ?? all)].sort(replayOrder);
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
    heads: (writer) => (writer === undefined ? namedHeads() : headsFor(writer)).map((node) => node.signed.hash),
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
