import { emptyUpdate } from './form.ts';
import type { CheckInForm, Choice, FormBlocker, FormUpdate, NewPlan } from './form.ts';

/** A change of the form: pure, so that the newest form is never lost between two of them. */
export type Change = (form: CheckInForm) => CheckInForm;

const keyed = (form: CheckInForm, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `n${String(form.next + index)}`);

/** Says what became of a plan. What came out of an earlier choice (halves, a handed-over blocker) goes with it. */
export const choose =
  (planId: string, choice: Choice): Change =>
  (form) => ({
    ...form,
    choices: { ...form.choices, [planId]: choice },
    plans: form.plans.filter((plan) => plan.from !== planId),
    blockers: form.blockers.filter((blocker) => blocker.from !== planId),
  });

/** Two smaller plans instead of one that was carried over again and again. */
export const split =
  (plan: { readonly id: string; readonly keyResultId: string | null }, parts: readonly string[]): Change =>
  (form) => {
    const chosen = choose(plan.id, 'split')(form);
    const keys = keyed(chosen, parts.length);
    return {
      ...chosen,
      next: chosen.next + parts.length,
      plans: [
        ...chosen.plans,
        ...parts.map((text, index) => ({
          key: keys[index] ?? text,
          text: text.trim(),
          keyResultId: plan.keyResultId,
          from: plan.id,
        })),
      ],
    };
  };

/** Asks somebody else to take a plan over: it leaves my list and becomes something that waits for them. */
export const handOver =
  (plan: { readonly id: string }, to: { readonly personId: string; readonly text: string }): Change =>
  (form) => {
    const chosen = choose(plan.id, 'handed')(form);
    const [key = ''] = keyed(chosen, 1);
    const handed: FormBlocker = { key, text: to.text, waitsForId: to.personId, urgent: false, from: plan.id };
    return { ...chosen, next: chosen.next + 1, blockers: [...chosen.blockers, handed] };
  };

/** Puts what stands in the adding line into the list. */
export const addPlan: Change = (form) => {
  const text = form.adding.trim();
  if (text === '') return form;
  const [key = ''] = keyed(form, 1);
  return {
    ...form,
    adding: '',
    next: form.next + 1,
    plans: [...form.plans, { key, text, keyResultId: null, from: null }],
  };
};

export const changePlan =
  (key: string, change: Partial<NewPlan>): Change =>
  (form) => ({ ...form, plans: form.plans.map((plan) => (plan.key === key ? { ...plan, ...change } : plan)) });

/** Takes a plan out of the list. A split plan whose last part goes is dropped: nothing of it goes on. */
export const removePlan =
  (key: string): Change =>
  (form) => {
    const from = form.plans.find((plan) => plan.key === key)?.from ?? null;
    const plans = form.plans.filter((plan) => plan.key !== key);
    const ended = from !== null && !plans.some((plan) => plan.from === from);
    return { ...form, plans, choices: ended ? { ...form.choices, [from]: 'dropped' } : form.choices };
  };

export const addBlocker: Change = (form) => {
  const [key = ''] = keyed(form, 1);
  const fresh: FormBlocker = { key, text: '', waitsForId: null, urgent: false, from: null };
  return { ...form, next: form.next + 1, blockers: [...form.blockers, fresh] };
};

export const changeBlocker =
  (key: string, change: Partial<FormBlocker>): Change =>
  (form) => ({
    ...form,
    blockers: form.blockers.map((blocker) => (blocker.key === key ? { ...blocker, ...change } : blocker)),
  });

/** A handed-over plan whose blocker goes comes back as carried: nothing disappears without a choice. */
export const removeBlocker =
  (key: string): Change =>
  (form) => {
    const gone = form.blockers.find((blocker) => blocker.key === key);
    const blockers = form.blockers.filter((blocker) => blocker.key !== key);
    const from = gone?.from ?? null;
    return from === null
      ? { ...form, blockers }
      : { ...form, blockers, choices: { ...form.choices, [from]: 'carried' } };
  };

export const report =
  (keyResultId: string, change: Partial<FormUpdate>): Change =>
  (form) => ({
    ...form,
    updates: { ...form.updates, [keyResultId]: { ...(form.updates[keyResultId] ?? emptyUpdate), ...change } },
  });
