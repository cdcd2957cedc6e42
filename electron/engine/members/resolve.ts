import { equalBytes } from '#shared/std/index.ts';
import type { SignedAct } from './acts.ts';
import { apply } from './apply.ts';
import { findForks } from './forks.ts';
import type { Node } from './graph.ts';
import { isContested, overruled } from './overruled.ts';
import type { Weighed } from './overruled.ts';
import { judge } from './rules.ts';
import { draftOf, emptyState } from './state.ts';
import type { Draft, Refusal, State } from './state.ts';
import { bySeniority } from './verdicts.ts';
import type { OwnVerdict } from './verdicts.ts';

const overruledRefusal: Refusal = {
  code: 'act-overruled',
  sentence: 'The author lost the authority for this before they knew it.',
};
const forkedRefusal: Refusal = {
  code: 'act-forked',
  sentence: 'The log of this device forked; its acts from there on do not count.',
};

const freeze = (draft: Draft, frozen: ReadonlySet<string>): void => {
  for (const key of frozen) {
    const device = draft.devices.get(key);
    if (device !== undefined) draft.devices.set(key, { ...device, state: 'frozen' });
  }
};

/** Carries out acts in order, leaving out what lost its ground: those are returned. */
const replay = (draft: Draft, acts: readonly Weighed[]): readonly Weighed[] => {
  const fallen: Weighed[] = [];
  for (const act of acts) {
    const judgement = judge(draft, act.node.signed, 'settled');
    if (judgement.allowed) apply(draft, act.node, act.seniority.rank);
    else {
      draft.refused.set(act.node.key, judgement.refusal);
      fallen.push(act);
    }
  }
  return fallen;
};

/**
 * What a causally closed set of acts amounts to. `acts` come in replay order. A pure function of the set: arrival order
 * plays no part.
 *
 * A reduction that itself lost its ground must not overrule anybody, and neither must one that is undone. Such acts are
 * taken out one by one, the most senior without ground first, and the rest is settled anew until the picture holds. What
 * is undone comes after those: whoever undid it may have had no ground.
 */
export const resolveSet = (
  teamRoot: Uint8Array,
  acts: readonly Node[],
  verdictOf: (node: Node) => OwnVerdict,
): State => {
  const refused = new Map<string, Refusal>();
  const honest: Weighed[] = [];
  for (const node of acts) {
    const verdict = verdictOf(node);
    if (verdict.honest) honest.push({ ...verdict, node });
    else refused.set(node.key, verdict.refusal);
  }
  const forks = findForks(
    teamRoot,
    acts,
    honest.map(({ node }) => node),
  );
  for (const node of forks.voided) if (!refused.has(node.key)) refused.set(node.key, forkedRefusal);
  const standing = honest.filter(({ node }) => !forks.voided.has(node));
  const fallen = new Map<Node, Refusal>();
  for (;;) {
    const left = standing.filter(({ node }) => !fallen.has(node));
    const { out, undoneLate } = overruled(left);
    const draft = draftOf(emptyState);
    draft.refused = new Map(refused);
    for (const [node, refusal] of fallen) draft.refused.set(node.key, refusal);
    for (const node of out) draft.refused.set(node.key, overruledRefusal);
    const lost = replay(
      draft,
      left.filter(({ node }) => !out.has(node)),
    );
    const [worst] = lost
      .filter(({ node }) => isContested(node))
      .sort((a, b) => bySeniority([a.node, a.seniority], [b.node, b.seniority]));
    const next = worst?.node ?? undoneLate;
    if (next === undefined) {
      freeze(draft, forks.frozenDevices);
      return draft;
    }
    fallen.set(next, draft.refused.get(next.key) ?? overruledRefusal);
  }
};

/** Whether an act takes away what was taken away before: of that it may keep what the first had not seen (M4). */
const repeats = (state: State, { act }: SignedAct): boolean => {
  const target = act.kind === 'remove' ? act.personId : act.kind === 'device-revoke' ? act.deviceId : undefined;
  return (
    target !== undefined && state.reductions.some((one) => one.kind === act.kind && equalBytes(one.target, target))
  );
};

/**
 * The state after one more act whose author had seen everything else: nothing is concurrent with it, so it can only add.
 * Undefined where that shortcut does not hold: forks, checkpoints and repeated removals reach back. (The caller keeps acts
 * whose place in their log is taken twice away from here.)
 */
export const extend = (state: State, node: Node, verdict: OwnVerdict): State | undefined => {
  const { kind } = node.signed.act;
  if (kind === 'fork' || kind === 'device-fork' || kind === 'checkpoint') return undefined;
  if (verdict.honest && kind === 'offer') return state;
  if (verdict.honest && repeats(state, node.signed)) return undefined;
  const draft = draftOf(state);
  if (!verdict.honest) draft.refused.set(node.key, verdict.refusal);
  else apply(draft, node, verdict.seniority.rank);
  return draft;
};
