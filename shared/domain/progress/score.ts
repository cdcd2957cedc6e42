/** Colour of a score. */
export type ScoreBand = 'red' | 'yellow' | 'green';

/** Band of a score from 0 to 1, read at one decimal: 0.0-0.3 red, 0.4-0.6 yellow, 0.7-1.0 green (PRODUCT, score). */
export const scoreBand = (score: number): ScoreBand => {
  // 0.35 and its like are a hair below in binary; a person reads 0.4.
  const tenths = Math.round(score * 10 + 1e-9);
  return tenths <= 3 ? 'red' : tenths <= 6 ? 'yellow' : 'green';
};

const msPerDay = 86_400_000;

/**
 * No news for so long that somebody should ask (PRODUCT, stale). `since` is the last update, or the beginning where
 * there has been none, and `now` the present, both in milliseconds since the epoch.
 */
export const isStale = ({
  since,
  now,
  staleDays,
}: {
  readonly since: number;
  readonly now: number;
  readonly staleDays: number;
}): boolean => now - since > staleDays * msPerDay;
