import type { CommandRequest } from '../../protocol/index.ts';
import { naturalKey } from '../../schema/index.ts';
import type { FieldEdit, TeamSettingsRecord } from '../../schema/index.ts';
import { dayOf, quarterOf } from '../time/day.ts';
import { findNatural } from './find.ts';
import { begin, changes, decided, edits } from './outcomes.ts';
import { beginPerson } from './person.ts';
import type { CommandContext, Creation, Decide } from './types.ts';

/** What a new team starts with where its founder's window says nothing; all of it is theirs to change. */
const firstQuestions = [
  'What did you learn this week that others should know?',
  'What should we stop doing?',
  'Whose help made a difference this week?',
];
const firstValues = ['Write it down', 'Help each other', 'Finish what we start'];

/** A question is one line, whatever was pasted. */
const asLines = (questions: readonly string[]): string =>
  questions.map((each) => each.replaceAll(/\s*[\r\n]+\s*/gu, ' ')).join('\n');

const beginSettings = (
  ctx: CommandContext,
  { teamName: name, questions = firstQuestions, values = firstValues }: CommandRequest<'team.create'>,
): Creation => ({
  act: 'create',
  kind: 'team-settings',
  key: naturalKey('team'),
  place: { space: 'team' },
  edits: [
    ...edits({ name, question: questions[0] ?? '', questions: asLines(questions) }),
    ...values.map((text) => ({ path: `values.${ctx.newId()}.text`, value: text })),
  ],
});

/** A new team's first records: its settings, its creator's page and a cycle for the present quarter. */
export const createTeam: Decide<'team.create'> = (request, ctx) => {
  const person = beginPerson(request.person, ctx);
  if (!person.ok) return person;
  const quarter = quarterOf(dayOf(ctx.now, request.person.timeZone));
  const cycle = begin(ctx, 'cycle', { space: 'team' }, edits({ ...quarter, state: 'open' }));
  return decided([beginSettings(ctx, request), person.value, cycle]);
};

/** Values by their words: a value that is left out is archived, one that comes back is taken up again. */
const valueEdits = (ctx: CommandContext, before: TeamSettingsRecord, wanted: readonly string[]): FieldEdit[] => {
  const known = Object.entries(before.values).map(([id, each]) => ({ id, ...each }));
  const fresh = [...new Set(wanted)].filter((text) => !known.some((each) => each.text === text));
  const archive = known.filter((each) => each.archived === wanted.includes(each.text));
  return [
    ...archive.map((each) => ({ path: `values.${each.id}.archived`, value: !each.archived })),
    ...fresh.map((text) => ({ path: `values.${ctx.newId()}.text`, value: text })),
  ];
};

export const updateTeam: Decide<'team.update'> = (request: CommandRequest<'team.update'>, ctx) => {
  const found = findNatural(ctx, 'team-settings', naturalKey('team'), request.base);
  if (!found.ok) return found;
  const { name, standardHours, urgentHours, staleDays, questions, retention } = request;
  // Earlier versions know one question only.
  const asked = questions === undefined ? {} : { questions: asLines(questions), question: questions[0] ?? '' };
  const kept = {
    retentionCheckIns: retention?.checkIns,
    retentionFeedback: retention?.feedback,
    retentionComments: retention?.comments,
  };
  const before = found.value.value;
  return decided([
    {
      act: 'revise',
      kind: 'team-settings',
      recordId: found.value.record.id,
      base: request.base,
      edits: [
        ...changes(before, { name, standardHours, urgentHours, staleDays, ...asked, ...kept }),
        ...(request.values === undefined ? [] : valueEdits(ctx, before, request.values)),
      ],
    },
  ]);
};
