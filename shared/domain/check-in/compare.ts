import type { Confidence } from '../../schema/index.ts';
import type { Plan } from './carry-over.ts';

/** A check-in as far as it is compared. */
export interface ComparedCheckIn {
  readonly lastPlans: readonly Pick<Plan, 'id' | 'text' | 'outcome'>[];
  readonly plans: readonly Pick<Plan, 'id' | 'text'>[];
  readonly updates: readonly {
    readonly keyResultId: string;
    readonly value: number | null;
    readonly confidence: Confidence | null;
  }[];
}

/** What one key result was said to be, before and now. */
export interface SaidOf {
  readonly keyResultId: string;
  readonly value: { readonly from: number | null; readonly to: number | null };
  readonly confidence: { readonly from: Confidence | null; readonly to: Confidence | null };
}

export interface CheckInChanges {
  readonly done: number;
  readonly carried: number;
  readonly dropped: number;
  /** Plans that the one before did not have. */
  readonly fresh: number;
  /** Key results of which something else is said than the time before; newly reported ones too. */
  readonly said: readonly SaidOf[];
}

/** What changed from one check-in of a person to their next, as the next one says it. */
export const compareCheckIns = (before: ComparedCheckIn, now: ComparedCheckIn): CheckInChanges => {
  const outcome = (wanted: string): number => now.lastPlans.filter((plan) => plan.outcome === wanted).length;
  const known = new Set([...before.plans, ...now.lastPlans].flatMap(({ id, text }) => [id, text]));
  const said = now.updates.flatMap(({ keyResultId, value, confidence }): SaidOf[] => {
    const earlier = before.updates.find((update) => update.keyResultId === keyResultId);
    const one = {
      keyResultId,
      value: { from: earlier?.value ?? null, to: value },
      confidence: { from: earlier?.confidence ?? null, to: confidence },
    };
    const differs = one.value.from !== one.value.to || one.confidence.from !== one.confidence.to;
    return differs ? [one] : [];
  });
  return {
    done: outcome('done'),
    carried: outcome('carried'),
    dropped: outcome('dropped'),
    fresh: now.plans.filter(({ id, text }) => !known.has(id) && !known.has(text)).length,
    said,
  };
};
