import type { Direction, KeyResultType } from '../../schema/index.ts';
import { checkRange } from './range.ts';

/** What is needed of a key result to compute with it. */
export interface Measure {
  readonly type: KeyResultType;
  readonly start: number;
  readonly target: number;
  /** For thresholds: keep at least or at most the target. */
  readonly direction: Direction;
}

/** Progress, or the sentence that says why there is none. */
export interface Computed {
  /** 0 to 1; null when it cannot be computed. */
  readonly progress: number | null;
  /** Why not; null when it can. */
  readonly notComputed: string | null;
}

export const computed = (progress: number): Computed => ({ progress, notComputed: null });
export const notComputed = (sentence: string): Computed => ({ progress: null, notComputed: sentence });

/** Into 0 to 1. A difference so large that it is no number any more counts as none. */
export const clamp = (share: number): number => (Number.isNaN(share) ? 0 : Math.min(1, Math.max(0, share)));

/** Share of the way from start to target; halved first, because the difference of two numbers can overflow. */
const shareOfWay = (measure: Measure, value: number): number =>
  clamp((value / 2 - measure.start / 2) / (measure.target / 2 - measure.start / 2));

/** A threshold is kept or it is not. */
const keeps = ({ direction, target }: Measure, value: number): boolean =>
  direction === 'at-least' ? value >= target : value <= target;

/** True for types that are met or not and have no pace. */
export const isMetOrNot = ({ type }: Pick<Measure, 'type'>): boolean => type === 'threshold' || type === 'boolean';

/**
 * Progress that a value means (PRODUCT, progress): clamp((value - start) / (target - start), 0, 1), in either
 * direction. Thresholds and booleans are 1 when met and 0 otherwise. `value` null: nobody has reported yet, which is no
 * progress from the start, but says nothing about a threshold.
 */
export const progressOf = (measure: Measure, value: number | null): Computed => {
  const range = checkRange(measure);
  if (!range.ok) return notComputed(range.error.sentence);
  if (measure.type === 'threshold') {
    return value === null ? notComputed('Nothing has been reported yet.') : computed(keeps(measure, value) ? 1 : 0);
  }
  const share = shareOfWay(measure, value ?? measure.start);
  return computed(measure.type === 'boolean' ? Math.floor(share) : share);
};
