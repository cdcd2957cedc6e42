import type { ObjectiveView } from '#shared/protocol/index.ts';
import type { ExportData, ExportedCycle } from './collect.ts';
import { csvText, isoTime } from '#shared/std/index.ts';
import type { Cell } from '#shared/std/index.ts';
import type { ExportFile, Names } from './files.ts';

const goalColumns = [
  'Objective',
  'Key result',
  'Owner',
  'Type',
  'Unit',
  'Start',
  'Target',
  'Direction',
  'Weight',
  'Actual',
  'Projection',
  'Confidence',
  'Score',
];

const goalRows = (objective: ObjectiveView, names: Names): readonly (readonly Cell[])[] => [
  [objective.title, '', names(objective.ownerId), '', '', null, null, '', null, null, null, '', objective.score],
  ...objective.keyResults
    .filter((keyResult) => !keyResult.archived)
    .map((keyResult): readonly Cell[] => {
      const reported = keyResult.updates.length > 0;
      return [
        objective.title,
        keyResult.title,
        names(keyResult.ownerId),
        keyResult.type,
        keyResult.unit,
        keyResult.start,
        keyResult.target,
        keyResult.direction,
        keyResult.weight,
        reported ? keyResult.value : null,
        reported ? keyResult.projection : null,
        reported ? (keyResult.confidence ?? '') : '',
        null,
      ];
    }),
];

/** The goals of one cycle in the form that an import reads back. */
export const goalsCsv = ({ objectives }: ExportedCycle, names: Names): string =>
  csvText(
    goalColumns,
    objectives.flatMap((objective) => goalRows(objective, names)),
  );

const objectivesCsv = ({ cycles }: ExportData, names: Names): string =>
  csvText(
    [
      'Id',
      'Cycle',
      'Title',
      'Owner',
      'Contributors',
      'Parent',
      'State',
      'Progress',
      'Manual',
      'Score',
      'Description',
      'Reflection',
      'Created by',
      'Created',
    ],
    cycles.flatMap(({ cycle, objectives }) =>
      objectives.map((one): readonly Cell[] => [
        one.id,
        cycle.title,
        one.title,
        names(one.ownerId),
        one.contributorIds.map(names).join('; '),
        one.parentTitle,
        one.state,
        one.progress,
        one.rollUp === 'manual',
        one.score,
        one.description,
        one.reflection,
        names(one.createdById),
        isoTime(one.createdAt),
      ]),
    ),
  );

const keyResultsCsv = ({ cycles }: ExportData, names: Names): string =>
  csvText(
    [
      'Id',
      'Cycle',
      'Objective',
      'Title',
      'Owner',
      'Type',
      'Unit',
      'Start',
      'Target',
      'Direction',
      'Weight',
      'Value',
      'Progress',
      'Confidence',
      'Projection',
      'Archived',
    ],
    cycles.flatMap(({ cycle, objectives }) =>
      objectives.flatMap((objective) =>
        objective.keyResults.map((one): readonly Cell[] => [
          one.id,
          cycle.title,
          objective.title,
          one.title,
          names(one.ownerId),
          one.type,
          one.unit,
          one.start,
          one.target,
          one.direction,
          one.weight,
          one.value,
          one.progress,
          one.confidence,
          one.projection,
          one.archived,
        ]),
      ),
    ),
  );

const updatesCsv = ({ cycles }: ExportData, names: Names): string =>
  csvText(
    ['Id', 'Cycle', 'Objective', 'Key result', 'Value', 'Confidence', 'Projection', 'Note', 'By', 'At'],
    cycles.flatMap(({ cycle, objectives }) =>
      objectives.flatMap((objective) =>
        objective.keyResults.flatMap((keyResult) =>
          keyResult.updates.map((one): readonly Cell[] => [
            one.id,
            cycle.title,
            objective.title,
            keyResult.title,
            one.value,
            one.confidence,
            one.projection,
            one.note,
            names(one.byId),
            isoTime(one.at),
          ]),
        ),
      ),
    ),
  );

const checkInsCsv = ({ checkIns }: ExportData, names: Names): string =>
  csvText(
    [
      'Id',
      'Person',
      'Week',
      'Submitted',
      'Nothing changed',
      'Last week',
      'This week',
      'Blockers',
      'Question',
      'Answer',
      'Acknowledged by',
    ],
    checkIns.map((one): readonly Cell[] => [
      one.id,
      names(one.personId),
      one.week,
      isoTime(one.submittedAt),
      one.nothingChanged,
      one.lastPlans.map((plan) => `${plan.text} (${plan.outcome})`).join('\n'),
      one.plans.map((plan) => plan.text).join('\n'),
      one.blockers
        .map(({ text, waitsForId, request }) => {
          const state = request === null || request.state === 'open' ? '' : `, ${request.state}`;
          return `${text} (waits for ${names(waitsForId)}${state})`;
        })
        .join('\n'),
      one.question,
      one.answer,
      one.acknowledgements.map((each) => names(each.byId)).join('; '),
    ]),
  );

const peopleCsv = ({ people }: ExportData, names: Names): string =>
  csvText(
    [
      'Id',
      'Name',
      'Title',
      'Place',
      'Time zone',
      'Role',
      'State',
      'Manager',
      'Mon',
      'Tue',
      'Wed',
      'Thu',
      'Fri',
      'Sat',
      'Sun',
      'How to work with me',
    ],
    people.map((one): readonly Cell[] => [
      one.id,
      one.name,
      one.title,
      one.place,
      one.timeZone,
      one.role,
      one.state,
      names(one.managerId),
      ...one.workingHours,
      one.howToWorkWithMe,
    ]),
  );

const feedbackCsv = ({ feedback }: ExportData, names: Names): string =>
  csvText(
    ['Id', 'About', 'By', 'At', 'Visibility', 'Readers', 'Text'],
    feedback.map((one): readonly Cell[] => [
      one.id,
      names(one.aboutId),
      names(one.byId),
      isoTime(one.at),
      one.visibility,
      one.audience.readerIds.map(names).join('; '),
      one.text,
    ]),
  );

const kudosCsv = ({ kudos }: ExportData, names: Names): string =>
  csvText(
    ['Id', 'To', 'By', 'At', 'Value', 'Text', 'Evidence'],
    kudos.map((one): readonly Cell[] => [
      one.id,
      names(one.toId),
      names(one.byId),
      isoTime(one.at),
      one.value,
      one.text,
      one.evidenceTitle,
    ]),
  );

/** One CSV file a kind of thing. */
export const csvFiles = (data: ExportData, names: Names): readonly ExportFile[] => [
  { path: 'csv/objectives.csv', text: objectivesCsv(data, names) },
  { path: 'csv/key-results.csv', text: keyResultsCsv(data, names) },
  { path: 'csv/updates.csv', text: updatesCsv(data, names) },
  { path: 'csv/check-ins.csv', text: checkInsCsv(data, names) },
  { path: 'csv/people.csv', text: peopleCsv(data, names) },
  { path: 'csv/feedback.csv', text: feedbackCsv(data, names) },
  { path: 'csv/kudos.csv', text: kudosCsv(data, names) },
];
