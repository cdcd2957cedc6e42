import type { Log } from '#shared/std/index.ts';
import { writeFault } from '../store/index.ts';

/**
 * Takes every step of an ending, one after the other, also behind one that fails: a full disk must leave no connection
 * and no key behind. What the disk refused is logged; a defect is thrown once everything is over.
 */
export const endAll = async (log: Log, steps: readonly (() => unknown)[]): Promise<void> => {
  const defects: unknown[] = [];
  for (const step of steps) {
    try {
      await step();
    } catch (cause) {
      const fault = writeFault(cause);
      if (fault === undefined) defects.push(cause);
      else log.warn('Something could not be written while the profile was closed', { sentence: fault.sentence });
    }
  }
  if (defects.length > 0) throw defects[0];
};
