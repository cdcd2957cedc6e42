import { carryOver, prefillPlans } from '#shared/domain/index.ts';
import type { CommandParams, KeyResultView, PlanView, QueryResult } from '#shared/protocol/index.ts';
import { choiceOf, emptyUpdate, saysSomething } from './form.ts';
import type { CheckInForm, Choice } from './form.ts';

export type CheckInDraft = QueryResult<'checkInDraft'>;
type Submission = CommandParams<'checkIn.submit'>;

/** A plan that nobody decided about goes on; so does one that was split, in its parts. */
const outcomes: Readonly<Record<Choice, PlanView['outcome']>> = {
  open: 'carried',
  carried: 'carried',
  split: 'carried',
  done: 'done',
  dropped: 'dropped',
  handed: 'dropped',
};

/** Last week's plans that go on as they are. */
export const carriedPlans = (form: CheckInForm, lastPlans: readonly PlanView[]): readonly PlanView[] =>
  lastPlans
    .filter((plan) => ['open', 'carried'].includes(choiceOf(form, plan)))
    .map((plan) => ({ ...carryOver(plan) }));

/** The first thing that keeps the form from being sent, in words; null when nothing does. */
export type Obstacle = 'empty' | 'blockerText' | 'blockerPerson';

export const obstacle = (form: CheckInForm, draft: Pick<CheckInDraft, 'lastPlans' | 'tasks'>): Obstacle | null => {
  if (form.blockers.some((blocker) => blocker.text.trim() === '')) return 'blockerText';
  if (form.blockers.some((blocker) => blocker.waitsForId === null)) return 'blockerPerson';
  const empty =
    draft.lastPlans.length === 0 &&
    draft.tasks.length === 0 &&
    form.plans.length === 0 &&
    form.adding.trim() === '' &&
    form.blockers.length === 0 &&
    form.answer.trim() === '' &&
    !Object.values(form.updates).some(saysSomething);
  return empty ? 'empty' : null;
};

/** The form as the command takes it. Only key results of mine are reported, and only where something was said. */
export const submissionOf = (form: CheckInForm, draft: CheckInDraft): Submission => {
  const typed = form.adding.trim();
  return {
    week: draft.week,
    lastPlans: draft.lastPlans.map((plan) => ({ ...plan, outcome: outcomes[choiceOf(form, plan)] })),
    plans: [
      ...carriedPlans(form, draft.lastPlans).map(({ id, text, carried, keyResultId }) => ({
        id,
        text,
        carried,
        keyResultId,
      })),
      ...draft.tasks.map(({ id, text, carried, keyResultId }) => ({ id, text, carried, keyResultId })),
      ...form.plans.filter((plan) => plan.text.trim() !== '').map(({ text, keyResultId }) => ({ text, keyResultId })),
      ...(typed === '' ? [] : [{ text: typed }]),
    ],
    updates: draft.keyResults.flatMap((keyResult: KeyResultView) => {
      const said = form.updates[keyResult.id] ?? emptyUpdate;
      if (!saysSomething(said)) return [];
      // What stood in the line and was left as it is, stays said.
      const confidence = said.confidence ?? keyResult.confidence;
      const projection = said.projection ?? keyResult.projection;
      return [{ keyResultId: keyResult.id, value: said.value, confidence, projection, note: said.note }];
    }),
    blockers: form.blockers.flatMap(({ text, waitsForId, urgent }) =>
      waitsForId === null ? [] : [{ text: text.trim(), waitsForId, urgent }],
    ),
    handOvers: form.blockers.flatMap(({ from, waitsForId: toId }) => {
      const plan = draft.lastPlans.find((one) => one.id === from);
      return plan === undefined || toId === null ? [] : [{ text: plan.text, toId, keyResultId: plan.keyResultId }];
    }),
    question: draft.question,
    answer: form.answer,
    pulse: form.pulse,
    sharePulse: form.sharePulse && form.pulse !== null,
  };
};

/** "Nothing changed": every plan goes on as it was, but for what was done or dropped in Work already. */
export const unchangedSubmission = (draft: CheckInDraft, pulse: number | null, sharePulse = false): Submission => ({
  week: draft.week,
  lastPlans: draft.lastPlans.map((plan) => ({ ...plan, outcome: outcomes[plan.outcome] })),
  plans: [
    ...prefillPlans(draft.lastPlans).map(({ id, text, carried, keyResultId }) => ({ id, text, carried, keyResultId })),
    ...draft.tasks.map(({ id, text, carried, keyResultId }) => ({ id, text, carried, keyResultId })),
  ],
  updates: [],
  blockers: [],
  question: draft.question,
  answer: '',
  nothingChanged: true,
  pulse,
  sharePulse: sharePulse && pulse !== null,
});
