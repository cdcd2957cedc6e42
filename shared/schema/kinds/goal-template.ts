import { defineKind } from '../define.ts';
import { accompanying, collection, field, holds } from '../fields.ts';
import { measureFields } from './objective.ts';

/** A goal to begin others from: what it says, what is there in the end, and the key results it is measured by. */
export const goalTemplate = defineKind({
  kind: 'goal-template',
  version: 1,
  spaces: ['team'],
  key: 'own',
  scalars: {
    title: field('Template', holds.line(300), ''),
    description: field('Description', holds.words(4000), ''),
    deliverable: field('Deliverable', holds.words(2000), ''),
    doneMeans: field('Definition of done', holds.words(2000), ''),
    archived: field('Archived', holds.flag, false),
  },
  texts: {},
  items: {
    keyResults: collection('Key results', 20, {
      ...measureFields,
      order: accompanying(field('Order', holds.number, 0)),
    }),
  },
  required: ['title'],
  title: (value) => value.title,
  searchText: (value) =>
    [
      value.description,
      value.deliverable,
      value.doneMeans,
      ...Object.values(value.keyResults).map((each) => each.title),
    ].join('\n'),
});
