import { defineKind } from '../define.ts';
import { collection, field, holds } from '../fields.ts';

/** What the whole team shares: its name, its response norm, its question and its values. */
export const teamSettings = defineKind({
  kind: 'team-settings',
  version: 1,
  spaces: ['team'],
  key: /^team$/,
  scalars: {
    name: field('Name', holds.line(120), ''),
    standardHours: field('Standard response, hours', holds.between(1, 336), 24),
    urgentHours: field('Urgent response, hours', holds.between(1, 72), 4),
    staleDays: field('Stale after, days', holds.whole(1, 365), 14),
    question: field('Question', holds.words(300), ''),
    /** The questions of the check-in, one a line, a week each in turn; `question` where there are none. */
    questions: field('Questions in turn', holds.words(6000), ''),
    /** Months after which authors' own devices erase such records; 0 keeps them. */
    retentionCheckIns: field('Check-ins are kept, months', holds.whole(0, 120), 0),
    retentionFeedback: field('Feedback is kept, months', holds.whole(0, 120), 0),
    retentionComments: field('Comments are kept, months', holds.whole(0, 120), 0),
  },
  texts: {},
  items: {
    values: collection('Team values', 100, {
      text: field('Team value', holds.line(60), ''),
      archived: field('Archived', holds.flag, false),
    }),
  },
  required: ['name'],
  title: (value) => value.name,
  searchText: (value) =>
    Object.values(value.values)
      .filter((each) => !each.archived)
      .map((each) => each.text)
      .join('\n'),
});
