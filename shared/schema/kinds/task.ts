import { defineKind } from '../define.ts';
import { accompanying, collection, field, holds, text } from '../fields.ts';
import type { PlanOutcome } from './check-in.ts';

/** The week of a plan that was taken back: what the field says before anybody writes it. */
export const noWeek = '1970-W01';

export type TaskState = 'open' | 'done' | 'dropped';

const reference = (label: string) => field<string | null>(label, holds.maybe(holds.id), null);
const time = (label: string) => field<number | null>(label, holds.maybe(holds.time), null);

/**
 * A piece of work with its expectation card: who, until when, what is delivered, when it counts as done, and who
 * accepts it. A milestone moves the key result it belongs to; a task never does (PRODUCT, initiatives).
 */
export const task = defineKind({
  kind: 'task',
  version: 1,
  spaces: ['team'],
  key: 'own',
  scalars: {
    title: field('Title', holds.line(300), ''),
    ownerId: reference('Owner'),
    milestone: field('Milestone', holds.flag, false),
    keyResultId: reference('Key result'),
    due: field<string | null>('Due', holds.maybe(holds.day), null),
    state: field<TaskState>('State', holds.oneOf(['open', 'done', 'dropped']), 'open'),
    doneAt: accompanying(time('Done')),
    deliverable: field('Deliverable', holds.words(2000), ''),
    acceptedById: reference('Accepted by'),
    acceptedAt: accompanying(time('Accepted')),
    /** Digest of what was accepted (`acceptedSince`). */
    acceptedOf: accompanying(field('Accepted expectation', holds.words(64), '')),
    order: accompanying(field('Order', holds.number, 0)),
    importKey: field<string | null>('Import key', holds.maybe(holds.words(300)), null),
  },
  texts: { doneMeans: text('Definition of done'), note: text('Notes') },
  items: {
    /** The weeks it was planned for, and what became of it in each: what completion rates are made from. */
    planned: collection('Planned weeks', 200, {
      week: field('Week', holds.week, noWeek),
      outcome: field<PlanOutcome>('Outcome', holds.oneOf(['open', 'done', 'carried', 'dropped']), 'open'),
    }),
  },
  required: ['title'],
  title: (value) => value.title,
  searchText: (value) => [value.deliverable, value.doneMeans, value.note].filter((part) => part !== '').join('\n'),
});
