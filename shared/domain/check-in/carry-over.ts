import type { CheckInRecord, PlanOutcome } from '../../schema/index.ts';

/** A plan as the check-in screen holds it. */
export interface Plan {
  readonly id: string;
  readonly text: string;
  readonly outcome: PlanOutcome;
  /** How many weeks it has been carried over so far. */
  readonly carried: number;
  readonly keyResultId: string | null;
}

/** From this many carry-overs on the check-in asks: split, hand over or drop? (PRODUCT, check-in) */
export const asksFrom = 3;

const inOrder = (items: CheckInRecord['plans']): readonly Plan[] =>
  Object.entries(items)
    .sort(([a, x], [b, y]) => x.order - y.order || (a < b ? -1 : 1))
    .map(([id, { text, outcome, carried, keyResultId }]) => ({ id, text, outcome, carried, keyResultId }));

/** Plans of a check-in in the order in which they were written. */
export const plansOf = (checkIn: Pick<CheckInRecord, 'plans'> | null): readonly Plan[] =>
  checkIn === null ? [] : inOrder(checkIn.plans);

/** Last week's plans of a check-in, with what became of them. */
export const lastPlansOf = (checkIn: Pick<CheckInRecord, 'lastPlans'>): readonly Plan[] => inOrder(checkIn.lastPlans);

/** What this week's check-in asks about: all that was planned in the one before, still open. */
export const prefillLastPlans = (previous: Pick<CheckInRecord, 'plans'> | null): readonly Plan[] =>
  plansOf(previous).map((plan) => ({ ...plan, outcome: 'open' }));

/** True for a plan whose next carry-over is the third or a later one. */
export const asksBeforeCarrying = (plan: Pick<Plan, 'carried'>): boolean => plan.carried + 1 >= asksFrom;

/** A plan in the week after: the same plan, carried over once more. */
export const carryOver = (plan: Plan): Plan => ({ ...plan, outcome: 'open', carried: plan.carried + 1 });

/** This week's plans to begin with: what was neither done nor dropped, carried over. */
export const prefillPlans = (lastPlans: readonly Plan[]): readonly Plan[] =>
  lastPlans.filter(({ outcome }) => outcome === 'open' || outcome === 'carried').map(carryOver);

/** "Nothing changed": last week's plans go on as they were. */
export const unchangedWeek = (
  previous: Pick<CheckInRecord, 'plans'> | null,
): { readonly lastPlans: readonly Plan[]; readonly plans: readonly Plan[] } => {
  const lastPlans = prefillLastPlans(previous).map((plan): Plan => ({ ...plan, outcome: 'carried' }));
  return { lastPlans, plans: prefillPlans(lastPlans) };
};
