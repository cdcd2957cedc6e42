import { defineKind } from '../define.ts';
import { accompanying, collection, field, holds, text } from '../fields.ts';
import { checkInKey } from './natural-keys.ts';
import { updateFields } from './objective.ts';

export type PlanOutcome = 'open' | 'done' | 'carried' | 'dropped';

const planFields = {
  text: field('Plan', holds.line(300), ''),
  outcome: field<PlanOutcome>('Outcome', holds.oneOf(['open', 'done', 'carried', 'dropped']), 'open'),
  carried: field('Times carried over', holds.whole(0, 10_000), 0),
  keyResultId: field<string | null>('Key result', holds.maybe(holds.id), null),
  order: accompanying(field('Order', holds.number, 0)),
};

/** One person's week: what became of last week's plans, this week's, updates, blockers and the answer. */
export const checkIn = defineKind({
  kind: 'check-in',
  version: 1,
  spaces: ['team'],
  key: checkInKey,
  scalars: {
    personId: field<string | null>('Person', holds.maybe(holds.id), null),
    week: field('Week', holds.week, '1970-W01'),
    question: field('Question', holds.words(300), ''),
    nothingChanged: field('Nothing changed', holds.flag, false),
    submittedAt: accompanying(field('Submitted', holds.time, 0)),
    skipped: field('Skipped', holds.flag, false),
    skipReason: field('Why it was skipped', holds.words(300), ''),
    /** How the week felt, where its author shares that one week; else it lies in their private space only. */
    pulse: field<number | null>('Shared pulse', holds.maybe(holds.whole(1, 5)), null),
  },
  texts: { answer: text('Answer') },
  items: {
    lastPlans: collection("Last week's plans", 200, planFields),
    plans: collection("This week's plans", 200, planFields),
    updates: collection('Updates', 200, {
      keyResultId: field<string | null>('Key result', holds.maybe(holds.id), null),
      value: field<number | null>('Value', holds.maybe(holds.number), null),
      ...updateFields,
    }),
    blockers: collection('Blockers', 100, {
      text: field('Blocker', holds.line(4000), ''),
      waitsForId: field<string | null>('Waits for', holds.maybe(holds.id), null),
      urgent: field('Urgent', holds.flag, false),
      order: accompanying(field('Order', holds.number, 0)),
    }),
  },
  required: ['personId', 'week', 'submittedAt'],
  title: (value) => `Check-in ${value.week}`,
  searchText: (value) =>
    [
      value.answer,
      value.skipReason,
      ...Object.values(value.plans).map((each) => each.text),
      ...Object.values(value.lastPlans).map((each) => each.text),
      ...Object.values(value.updates).map((each) => each.note),
      ...Object.values(value.blockers).map((each) => each.text),
    ]
      .filter((part) => part !== '')
      .join('\n'),
});
