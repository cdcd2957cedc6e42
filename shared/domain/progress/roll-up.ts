import type { Confidence, RollUp } from '../../schema/index.ts';
import { clamp, computed, notComputed } from './measure.ts';
import type { Computed } from './measure.ts';

/** Something that counts into a roll-up. Children weigh 1. */
export interface Part {
  /** Null when the part itself cannot be computed; it is left out then, because counting it as 0 would be a lie. */
  readonly progress: number | null;
  readonly weight: number;
}

/** What an objective's progress is made of. */
export interface RollUpInput {
  readonly mode: RollUp;
  /** Without archived ones. */
  readonly keyResults: readonly Part[];
  readonly children: readonly Part[];
  /** The value set by hand; null when none is. */
  readonly manual: number | null;
}

const nothing: Readonly<Record<Exclude<RollUp, 'manual'>, string>> = {
  'key-results': 'There are no key results yet.',
  children: 'There are no objectives below this one yet.',
  both: 'There are no key results and no objectives below this one yet.',
};

const weighted = (parts: readonly Part[], none: string): Computed => {
  if (parts.length === 0) return notComputed(none);
  const known = parts.flatMap(({ progress, weight }) => (progress === null ? [] : [{ progress, weight }]));
  if (known.length === 0) return notComputed('None of its parts can be computed yet.');
  const heaviest = Math.max(...known.map(({ weight }) => weight));
  if (heaviest <= 0) return notComputed('All weights are 0. Give at least one part a weight.');
  // Shares of the heaviest: products and sums of tiny or huge weights would lose their digits.
  const shares = known.map(({ progress, weight }) => ({ progress, share: weight / heaviest }));
  const total = shares.reduce((sum, { share }) => sum + share, 0);
  return computed(clamp(shares.reduce((sum, { progress, share }) => sum + share * progress, 0) / total));
};

/**
 * Progress of an objective (PRODUCT, roll-up): sum(w p) / sum(w) over its key results, its children or both; a total
 * weight of 0 is not computed. A manual value stands as it was said.
 */
export const rollUp = ({ mode, keyResults, children, manual }: RollUpInput): Computed => {
  switch (mode) {
    case 'manual':
      return manual === null ? notComputed('Nobody has set the progress by hand yet.') : computed(clamp(manual));
    case 'key-results':
      return weighted(keyResults, nothing[mode]);
    case 'children':
      return weighted(children, nothing[mode]);
    case 'both':
      return weighted([...keyResults, ...children], nothing[mode]);
  }
};

const badness: Readonly<Record<Confidence, number>> = { 'on-track': 1, 'at-risk': 2, 'off-track': 3 };

/**
 * The worst thing that anybody says about the parts, and how many parts share it: shown beside the roll-up, because a
 * mean hides it. Null without parts; confidence null when nobody has said anything.
 */
export const worstConfidence = (
  parts: readonly (Confidence | null)[],
): { readonly confidence: Confidence | null; readonly count: number } | null => {
  if (parts.length === 0) return null;
  const worst = parts.reduce((a, b) => ((a === null ? 0 : badness[a]) >= (b === null ? 0 : badness[b]) ? a : b));
  return { confidence: worst, count: parts.filter((part) => part === worst).length };
};

/** The worse of two confidences; what nobody said is no confidence at all. */
export const worse = (a: Confidence | null, b: Confidence | null): Confidence | null =>
  worstConfidence([a, b])?.confidence ?? null;
