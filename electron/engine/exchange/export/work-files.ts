import { plannedIn, timesCarried } from '#shared/domain/index.ts';
import { kinds } from '#shared/schema/index.ts';
import type { AgendaItemRecord, LeaveRecord, TaskRecord } from '#shared/schema/index.ts';
import { acceptedAtOf } from '../../readmodels/index.ts';
import { escapeLine, escapeMarkdown } from '../markdown-text.ts';
import type { ExportData } from './collect.ts';
import { csvText, isoTime } from '#shared/std/index.ts';
import type { Cell } from '#shared/std/index.ts';
import type { ExportFile, Names } from './files.ts';

export interface Exported<T> {
  readonly id: string;
  readonly value: T;
}

/** Tasks and milestones of the export; what cannot be read stays in `meridian.json` only. */
export const tasksOf = ({ records }: ExportData): readonly Exported<TaskRecord>[] =>
  records.flatMap(({ id, kind, value }) => {
    const read = kind === 'task' ? kinds.task.parse(value) : undefined;
    return read?.ok === true ? [{ id, value: read.value }] : [];
  });

/** Lines of the 1:1s that this profile takes part in. */
export const agendaOf = ({ records }: ExportData): readonly Exported<AgendaItemRecord>[] =>
  records.flatMap(({ id, kind, value }) => {
    const read = kind === 'agenda-item' ? kinds['agenda-item'].parse(value) : undefined;
    return read?.ok === true ? [{ id, value: read.value }] : [];
  });

/** Days off that were not cancelled. */
export const leavesOf = ({ records }: ExportData): readonly Exported<LeaveRecord>[] =>
  records
    .flatMap(({ id, kind, value }) => {
      const read = kind === 'leave' ? kinds.leave.parse(value) : undefined;
      return read?.ok === true && !read.value.cancelled ? [{ id, value: read.value }] : [];
    })
    .toSorted((a, b) =>
      a.value.start < b.value.start ? -1 : a.value.start > b.value.start ? 1 : a.id < b.id ? -1 : 1,
    );

const keyResultTitles = (data: ExportData): ReadonlyMap<string, string> =>
  new Map(
    data.cycles
      .flatMap(({ objectives }) => objectives)
      .flatMap(({ keyResults }) => keyResults)
      .map((one) => [one.id, one.title]),
  );

const tasksCsv = (data: ExportData, names: Names): string => {
  const titles = keyResultTitles(data);
  return csvText(
    [
      'Id',
      'Title',
      'Owner',
      'Milestone',
      'Key result',
      'State',
      'Due',
      'Done',
      'Week',
      'Carried',
      'Deliverable',
    ].concat(['Done means', 'Accepted by', 'Accepted', 'Notes']),
    tasksOf(data).map(({ id, value }): readonly Cell[] => [
      id,
      value.title,
      names(value.ownerId),
      value.milestone,
      titles.get(value.keyResultId ?? '') ?? '',
      value.state,
      value.due ?? '',
      isoTime(value.doneAt),
      plannedIn(value)?.week ?? '',
      timesCarried(value),
      value.deliverable,
      value.doneMeans,
      names(value.acceptedById),
      isoTime(acceptedAtOf(value)),
      value.note,
    ]),
  );
};

const leavesCsv = (data: ExportData, names: Names): string =>
  csvText(
    ['Id', 'Person', 'First day', 'Last day', 'Reason', 'Note'],
    leavesOf(data).map(({ id, value }): readonly Cell[] => [
      id,
      names(value.personId),
      value.start,
      value.end,
      value.reason,
      value.note,
    ]),
  );

const mark = { open: ' ', done: 'x', dropped: '-' } as const;

const taskLine = ({ title, ownerId, due, state }: TaskRecord, names: Names): string => {
  const facts = [names(ownerId), due === null ? '' : `due ${due}`, state === 'dropped' ? 'dropped' : ''];
  const told = facts.filter((fact) => fact !== '').map(escapeLine);
  return `- [${mark[state]}] ${escapeLine(title)}${told.length === 0 ? '' : ` (${told.join(', ')})`}`;
};

const workText = (data: ExportData, names: Names): string => {
  const all = tasksOf(data).map(({ value }) => value);
  const weekOf = (task: TaskRecord): string => plannedIn(task)?.week ?? '';
  const weeks = [...new Set(all.filter((task) => !task.milestone).map(weekOf))].sort().reverse();
  const card = (task: TaskRecord): readonly string[] =>
    task.doneMeans === '' ? [] : [`  Done means: ${escapeMarkdown(task.doneMeans).replace(/\n/g, '\n  ')}`];
  const list = (tasks: readonly TaskRecord[]): string =>
    tasks.flatMap((task) => [taskLine(task, names), ...card(task)]).join('\n');
  const milestones = all.filter((task) => task.milestone);
  const parts = [
    '# Work',
    ...(milestones.length === 0 ? [] : ['## Milestones', list(milestones)]),
    ...weeks.flatMap((week) => [
      week === '' ? '## In no week' : `## ${week}`,
      list(all.filter((task) => !task.milestone && weekOf(task) === week)),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
};

/** Tasks, milestones and days off, to read and to calculate with. */
export const workFiles = (data: ExportData, names: Names): readonly ExportFile[] => [
  { path: 'work.md', text: workText(data, names) },
  { path: 'csv/tasks.csv', text: tasksCsv(data, names) },
  { path: 'csv/days-off.csv', text: leavesCsv(data, names) },
];
