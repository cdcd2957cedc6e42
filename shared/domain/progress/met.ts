import { isMetOrNot, progressOf } from './measure.ts';
import type { Measure } from './measure.ts';
import { sayValue } from './words.ts';

/** "Met, 99.94%" for what is met or not; null for all other types. */
export const metText = (of: Measure & { readonly unit: string }, value: number | null): string | null => {
  if (!isMetOrNot(of)) return null;
  const { progress } = progressOf(of, value);
  if (progress === null) return 'Not reported';
  if (of.type === 'boolean') return progress === 1 ? 'Met' : 'Not met';
  return `${progress === 1 ? 'Met' : 'Not met'}, ${sayValue(value ?? of.start, of)}`;
};
