import { z } from 'zod';
import type { PlanView } from '#shared/protocol/index.ts';

const choice = z.enum(['open', 'done', 'carried', 'dropped', 'split', 'handed']);

const newPlan = z.object({
  key: z.string(),
  text: z.string(),
  keyResultId: z.string().nullable(),
  /** Plan of last week that this one came out of by splitting it. */
  from: z.string().nullable(),
});

const update = z.object({
  value: z.number().nullable(),
  confidence: z.enum(['on-track', 'at-risk', 'off-track']).nullable(),
  projection: z.number().nullable(),
  note: z.string(),
});

const blocker = z.object({
  key: z.string(),
  text: z.string(),
  waitsForId: z.string().nullable(),
  urgent: z.boolean(),
  /** Plan of last week that was handed over with this. */
  from: z.string().nullable(),
});

const checkInForm = z.object({
  version: z.literal(1),
  choices: z.record(z.string(), choice),
  plans: z.array(newPlan),
  /** What stands in the line for the next plan, not added yet. */
  adding: z.string(),
  updates: z.record(z.string(), update),
  blockers: z.array(blocker),
  answer: z.string(),
  pulse: z.number().int().min(1).max(5).nullable(),
  /** Drafts of before do not say. */
  sharePulse: z.boolean().default(false),
  /** Makes keys of new lines. */
  next: z.number().int(),
});

/** What became of a plan of last week. `split` and `handed` are the two ways out of carrying it a third time. */
export type Choice = z.infer<typeof choice>;
export type NewPlan = z.infer<typeof newPlan>;
export type FormUpdate = z.infer<typeof update>;
export type FormBlocker = z.infer<typeof blocker>;
/** What somebody has filled in so far: kept as a draft on this device, as JSON. */
export type CheckInForm = z.infer<typeof checkInForm>;

export const emptyForm: CheckInForm = {
  version: 1,
  choices: {},
  plans: [],
  adding: '',
  updates: {},
  blockers: [],
  answer: '',
  pulse: null,
  sharePulse: false,
  next: 1,
};

/** The kept draft; an empty form for none, and for one that another version of Meridian wrote in another shape. */
export const readForm = (draft: string): CheckInForm => {
  if (draft === '') return emptyForm;
  let json: unknown;
  try {
    json = JSON.parse(draft);
  } catch (cause) {
    if (cause instanceof SyntaxError) return emptyForm;
    throw cause;
  }
  const read = checkInForm.safeParse(json);
  return read.success ? read.data : emptyForm;
};

export const emptyUpdate: FormUpdate = { value: null, confidence: null, projection: null, note: '' };

export const saysSomething = (said: FormUpdate): boolean =>
  said.value !== null || said.confidence !== null || said.projection !== null || said.note.trim() !== '';

/** What is chosen for a plan of last week: until somebody chooses, what Work says of it. */
export const choiceOf = (form: CheckInForm, plan: Pick<PlanView, 'id' | 'outcome'>): Choice =>
  form.choices[plan.id] ?? plan.outcome;

/** Whether sending "nothing changed" would leave something behind that was typed or chosen. */
export const isTouched = (form: CheckInForm, lastPlans: readonly PlanView[]): boolean =>
  lastPlans.some((plan) => choiceOf(form, plan) !== plan.outcome) ||
  form.plans.length > 0 ||
  form.adding.trim() !== '' ||
  Object.values(form.updates).some(saysSomething) ||
  form.blockers.length > 0 ||
  form.answer.trim() !== '';
