import { clamp, isMetOrNot, progressOf } from './measure.ts';
import type { Measure } from './measure.ts';
import { estimate, sayShare, sayValue } from './words.ts';

/** Below this share of the way, a cycle's end counts as a miss (PRODUCT, forecast alarm). */
export const missBelow = 0.7;

/** In the first tenth of a cycle one day's work moves the pace too far for it to mean anything. */
const paceFrom = 0.1;

/** How a key result will end, by what its owner projects and by its pace. */
export interface Forecast {
  /** Amber: projection or pace says a miss. Red: both do. */
  readonly level: 'none' | 'amber' | 'red';
  /** With the numbers behind it. */
  readonly sentence: string;
}

export interface ForecastInput extends Measure {
  readonly unit: string;
  /** The value reported last; null when nobody has reported. */
  readonly value: number | null;
  /** The end value that was projected last. */
  readonly projection: number | null;
  /** Elapsed share of the cycle, 0 to 1. */
  readonly expected: number;
}

/** Progress that the projected end value means, 0 to 1; null without a projection or where nothing is computed. */
export const projectedProgress = (measure: Measure, projection: number | null): number | null =>
  projection === null ? null : progressOf(measure, projection).progress;

/**
 * Share of the way at the end of the cycle if the rest goes as the part that has passed; null for what is met or not,
 * and while it is too early to tell.
 */
export const paceProgress = (input: ForecastInput): number | null => {
  const now = progressOf(input, input.value).progress;
  return isMetOrNot(input) || now === null || input.expected < paceFrom ? null : clamp(now / input.expected);
};

const projectionWords = (input: ForecastInput, projection: number, share: number): string =>
  isMetOrNot(input)
    ? `The projection is ${sayValue(projection, input)}, the target ${sayValue(input.target, input)}.`
    : `The projection is ${sayValue(projection, input)}, ${sayShare(share)} of the way to ${sayValue(input.target, input)}.`;

const paceWords = (input: ForecastInput, share: number): string => {
  const end = estimate(input.start * (1 - share) + input.target * share, input);
  return `At the present pace it ends at ${sayValue(end, input)}, ${sayShare(share)} of the way.`;
};

/** The alarm of a key result, with the sentence that gives its numbers (PRODUCT, forecast alarm). */
export const forecast = (input: ForecastInput): Forecast => {
  const projected = projectedProgress(input, input.projection);
  const pace = paceProgress(input);
  const words = [
    ...(projected === null || input.projection === null ? [] : [projectionWords(input, input.projection, projected)]),
    ...(pace === null ? [] : [paceWords(input, pace)]),
  ];
  const misses = [projected, pace].filter((share) => share !== null && share < missBelow).length;
  return {
    level: misses === 2 ? 'red' : misses === 1 ? 'amber' : 'none',
    sentence: words.join(' ') || 'There is no projection yet, and the pace says nothing so far.',
  };
};
