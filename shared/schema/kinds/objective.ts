import { defineKind } from '../define.ts';
import { accompanying, collection, field, holds, text } from '../fields.ts';

const confidences = ['on-track', 'at-risk', 'off-track'] as const;
const types = ['number', 'percent', 'currency', 'boolean', 'milestone', 'threshold'] as const;

export type Confidence = (typeof confidences)[number];
export type KeyResultType = (typeof types)[number];
export type Direction = 'at-least' | 'at-most';
export type ObjectiveState = 'draft' | 'active' | 'closed';
export type RollUp = 'key-results' | 'children' | 'both' | 'manual';

const reference = (label: string) => field<string | null>(label, holds.maybe(holds.id), null);
const importKey = field<string | null>('Import key', holds.maybe(holds.words(300)), null);

/** What somebody said about a key result: value, confidence, projection, note. Shared with the check-in. */
export const updateFields = {
  confidence: field<Confidence | null>('Confidence', holds.maybe(holds.oneOf(confidences)), null),
  projection: field<number | null>('Projection', holds.maybe(holds.number), null),
  note: field('Note', holds.words(4000), ''),
};

/** What a key result measures and how much it counts. Shared with templates. */
export const measureFields = {
  title: field('Key result', holds.line(300), ''),
  type: field<KeyResultType>('Type', holds.oneOf(types), 'number'),
  unit: field('Unit', holds.words(24), ''),
  start: field('Start', holds.number, 0),
  target: field('Target', holds.number, 1),
  direction: field<Direction>('Direction', holds.oneOf(['at-least', 'at-most']), 'at-least'),
  weight: field('Weight', holds.between(0, 1000), 1),
};

/** A goal with its key results and everything that was reported about them. */
export const objective = defineKind({
  kind: 'objective',
  version: 1,
  spaces: ['team'],
  key: 'own',
  scalars: {
    title: field('Title', holds.line(300), ''),
    ownerId: reference('Owner'),
    parentId: reference('Parent'),
    cycleId: reference('Cycle'),
    state: field<ObjectiveState>('State', holds.oneOf(['draft', 'active', 'closed']), 'active'),
    rollUp: field<RollUp>('Roll-up', holds.oneOf(['key-results', 'children', 'both', 'manual']), 'key-results'),
    manualProgress: field<number | null>('Manual progress', holds.maybe(holds.between(0, 1)), null),
    manualById: accompanying(reference('Manual progress set by')),
    score: field<number | null>('Score', holds.maybe(holds.between(0, 1)), null),
    closedAt: accompanying(field<number | null>('Closed', holds.maybe(holds.time), null)),
    due: field<string | null>('Deadline', holds.maybe(holds.day), null),
    deliverable: field('Deliverable', holds.words(2000), ''),
    // Not prose: the containers of a kind are part of how its records begin, and objectives exist already.
    doneMeans: field('Definition of done', holds.words(2000), ''),
    acceptedById: reference('Accepted by'),
    acceptedAt: accompanying(field<number | null>('Accepted', holds.maybe(holds.time), null)),
    /** Digest of what was accepted (`acceptedSince`). */
    acceptedOf: accompanying(field('Accepted expectation', holds.words(64), '')),
    /** The objective of an earlier cycle that this one goes on with. */
    carriedFromId: reference('Carried on from'),
    importKey,
  },
  texts: { description: text('Description'), reflection: text('Reflection') },
  items: {
    contributors: collection('Contributors', 200, { in: field('Contributor', holds.flag, false) }),
    keyResults: collection('Key results', 100, {
      ...measureFields,
      ownerId: reference('Key result owner'),
      archived: field('Archived', holds.flag, false),
      order: accompanying(field('Order', holds.number, 0)),
      importKey,
    }),
    updates: collection('Updates', 1000, {
      keyResultId: reference('Key result'),
      value: field('Value', holds.number, 0),
      ...updateFields,
      at: field('Reported', holds.time, 0),
    }),
  },
  required: ['title', 'cycleId'],
  title: (value) => value.title,
  searchText: (value) =>
    [
      value.description,
      value.reflection,
      value.deliverable,
      value.doneMeans,
      ...Object.values(value.keyResults).map((each) => each.title),
      ...Object.values(value.updates).map((each) => each.note),
    ]
      .filter((part) => part !== '')
      .join('\n'),
});
