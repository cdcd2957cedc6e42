import type { CheckReport } from '#shared/protocol/index.ts';
import type { Clock, Log, Random, Timers } from '#shared/std/index.ts';
import { quickCheck } from '../upkeep/index.ts';
import type { Live } from './live.ts';

export interface IntegrityDeps {
  readonly live: () => Live | null;
  readonly clock: Clock;
  readonly random: Random;
  readonly timers: Timers;
  readonly log: Log;
  readonly breathe: () => Promise<void>;
  readonly onChange: () => void;
}

/** The quick check begins this long after the profile is open: the first screen comes first. */
const afterMs = 1500;

/** What is known about the soundness of a profile, and the checks under way. */
export const createIntegrity = (deps: IntegrityDeps) => {
  let quick: CheckReport | null = null;
  let verifying: number | null = null;
  let cancelled = false;
  let closed = false;

  const check = async (): Promise<CheckReport | null> => {
    const live = deps.live();
    if (live === null) return null;
    const ended = (): boolean => closed || deps.live() !== live;
    const { clock, random, breathe } = deps;
    const report = await quickCheck({ ledger: live.ledger, clock, random, breathe, ended });
    if (ended()) return null;
    quick = report;
    deps.onChange();
    return report;
  };

  const stopPlan = deps.timers.after(afterMs, () => {
    check().catch((cause: unknown) => deps.log.warn('The quick check failed', { reason: String(cause) }));
  });

  return {
    quick: (): CheckReport | null => quick,
    /** Share of the complete check that is done, 0 to 100; null while none runs. */
    verifying: (): number | null => verifying,
    check,
    /** Begins a complete check; false while another runs. */
    begin: (): boolean => {
      if (verifying !== null) return false;
      verifying = 0;
      cancelled = false;
      deps.onChange();
      return true;
    },
    progress: (share: number): void => {
      const now = Math.floor(share * 100);
      if (now === verifying) return;
      verifying = now;
      deps.onChange();
    },
    end: (): void => {
      verifying = null;
      deps.onChange();
    },
    cancel: (): void => {
      cancelled = true;
    },
    cancelled: (): boolean => cancelled || closed,
    close: (): void => {
      closed = true;
      stopPlan();
    },
  };
};

export type Integrity = ReturnType<typeof createIntegrity>;
