import type { BlockerView, CheckInView, ObjectiveView } from '#shared/protocol/index.ts';
import { escapeLine, escapeMarkdown, paragraphs } from '../markdown-text.ts';
import type { ExportData, ExportedCycle } from './collect.ts';
import type { ExportFile, Names } from './files.ts';

const percent = (share: number | null): string => (share === null ? 'not computed' : `${Math.round(share * 100)} %`);
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
const line = escapeLine;

const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

const comments = (of: ObjectiveView['comments'], names: Names): string =>
  of.length === 0
    ? ''
    : paragraphs('Comments:', list(of.map((one) => `${day(one.at)}, ${line(names(one.byId))}: ${line(one.text)}`)));

const keyResultTable = (objective: ObjectiveView, names: Names): string => {
  if (objective.keyResults.length === 0) return '';
  const rows = objective.keyResults.map((one) => {
    const unit = one.unit === '' ? '' : ` ${line(one.unit)}`;
    const cells = [
      line(one.title) + (one.archived ? ' (archived)' : ''),
      line(names(one.ownerId)),
      `${one.start} to ${one.target}${unit}`,
      one.updates.length === 0 ? '' : `${one.value}${unit}`,
      percent(one.progress),
      one.confidence ?? '',
      one.projection === null ? '' : String(one.projection),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| Key result | Owner | From, to | Now | Progress | Confidence | Projection |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
};

const updates = (objective: ObjectiveView, names: Names): string => {
  const all = objective.keyResults.flatMap((keyResult) => keyResult.updates.map((update) => ({ keyResult, update })));
  if (all.length === 0) return '';
  const items = all
    .toSorted((a, b) => a.update.at - b.update.at)
    .map(({ keyResult, update }) => {
      const said = [
        `${update.value}`,
        update.confidence ?? '',
        update.projection === null ? '' : `projection ${update.projection}`,
      ];
      const words = said.filter((part) => part !== '').join(', ');
      const note = update.note === '' ? '' : ` ${line(update.note)}`;
      return `${day(update.at)}, ${line(names(update.byId))}, ${line(keyResult.title)}: ${words}.${note}`;
    });
  return paragraphs('Updates:', list(items));
};

const objectiveText = (objective: ObjectiveView, names: Names): string => {
  const facts = [
    `Owner: ${line(names(objective.ownerId)) || 'nobody'}`,
    `state: ${objective.state}`,
    `progress: ${percent(objective.progress)}${objective.rollUp === 'manual' ? ` (set by ${line(names(objective.manualById))})` : ''}`,
    ...(objective.score === null ? [] : [`score: ${objective.score}`]),
    ...(objective.parentTitle === null ? [] : [`part of: ${line(objective.parentTitle)}`]),
  ];
  return paragraphs(
    `## ${line(objective.title)}`,
    `${facts.join('; ')}.`,
    escapeMarkdown(objective.description),
    keyResultTable(objective, names),
    updates(objective, names),
    objective.reflection === '' ? '' : paragraphs('Reflection:', escapeMarkdown(objective.reflection)),
    comments(objective.comments, names),
  );
};

/** All goals of a cycle as a page to read. */
export const cycleText = ({ cycle, objectives }: ExportedCycle, names: Names): string =>
  `${paragraphs(`# ${line(cycle.title)}`, `${cycle.start} to ${cycle.end}, ${cycle.state}.`, ...objectives.map((one) => objectiveText(one, names)))}\n`;

/** Where a blocker stands, and how it was answered. */
const blockerText = ({ text, waitsForId, urgent, request }: BlockerView, names: Names): string => {
  const state = request === null || request.state === 'open' ? '' : `, ${request.state}`;
  const answers = (request?.answers ?? []).map((said) => ` ${line(names(said.byId))}: ${line(said.text)}`);
  return `${line(text)} (waits for ${line(names(waitsForId))}${urgent ? ', urgent' : ''}${state})${answers.join('')}`;
};

const checkInText = (one: CheckInView, names: Names): string => {
  const plan = (title: string, items: readonly string[]): string =>
    items.length === 0 ? '' : paragraphs(title, list(items));
  return paragraphs(
    `## ${line(names(one.personId))}`,
    `Submitted ${day(one.submittedAt)}.${one.nothingChanged ? ' Nothing changed.' : ''}`,
    plan(
      'Last week:',
      one.lastPlans.map((each) => `${line(each.text)} (${each.outcome})`),
    ),
    plan(
      'This week:',
      one.plans.map((each) => line(each.text)),
    ),
    plan(
      'Blockers:',
      one.blockers.map((each) => blockerText(each, names)),
    ),
    one.answer === '' ? '' : paragraphs(`**${line(one.question)}**`, escapeMarkdown(one.answer)),
    comments(one.comments, names),
    one.acknowledgements.length === 0
      ? ''
      : `Acknowledged by ${one.acknowledgements.map((each) => `${line(names(each.byId))} on ${day(each.at)}`).join(', ')}.`,
  );
};

const peopleText = ({ people }: ExportData, names: Names): string =>
  `${paragraphs(
    '# People',
    ...people.map((one) =>
      paragraphs(
        `## ${line(one.name)}`,
        [one.title, one.place, one.timeZone, one.role, one.managerId === null ? '' : `manager: ${names(one.managerId)}`]
          .filter((part) => part !== '')
          .map(line)
          .join(', ') + '.',
        escapeMarkdown(one.howToWorkWithMe),
      ),
    ),
  )}\n`;

const feedbackText = ({ feedback }: ExportData, names: Names): string =>
  `${paragraphs(
    '# Feedback',
    ...feedback.map((one) =>
      paragraphs(
        `## ${day(one.at)}: ${line(names(one.byId))} to ${line(names(one.aboutId))}`,
        `Readers: ${one.audience.kind === 'team' ? 'the whole team' : one.audience.readerIds.map((id) => line(names(id))).join(', ')}.`,
        escapeMarkdown(one.text),
      ),
    ),
  )}\n`;

const kudosText = ({ kudos }: ExportData, names: Names): string =>
  `${paragraphs(
    '# Kudos',
    ...kudos.map((one) =>
      paragraphs(
        `## ${day(one.at)}: ${line(names(one.byId))} to ${line(names(one.toId))}`,
        one.value === '' ? '' : `For ${line(one.value)}.`,
        escapeMarkdown(one.text),
        one.evidenceTitle === null ? '' : `Evidence: ${line(one.evidenceTitle)}.`,
      ),
    ),
  )}\n`;

/** Pages to read, besides the goals of each cycle. */
export const markdownFiles = (data: ExportData, names: Names): readonly ExportFile[] => {
  const weeks = [...new Set(data.checkIns.map((one) => one.week))];
  return [
    { path: 'people.md', text: peopleText(data, names) },
    { path: 'feedback.md', text: feedbackText(data, names) },
    { path: 'kudos.md', text: kudosText(data, names) },
    ...weeks.map((week) => ({
      path: `check-ins/${week.toLowerCase()}.md`,
      text: `${paragraphs(`# Check-ins of ${week}`, ...data.checkIns.filter((one) => one.week === week).map((one) => checkInText(one, names)))}\n`,
    })),
  ];
};
