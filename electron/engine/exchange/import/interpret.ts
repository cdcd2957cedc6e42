import type { ImportRole } from '#shared/protocol/index.ts';
import { firstLink, isBold, isItalic, plainText, readNumber, splitNames, trailingNames } from './cell.ts';
import { titleError, titleTooLong } from './limits.ts';
import type { Goal, KeyResultKind, Mapping, Reported, Table, TableRow } from './types.ts';

const numbering = /^(?:objective\s*|o)?(\d{1,3})(?:[.:)]|\s+[-–—])?\s+(?=\S)/i;
const listItem = /^(\d{1,2})[.)]\s+(?=\S)/;
const types: readonly KeyResultKind[] = ['number', 'percent', 'currency', 'boolean', 'milestone', 'threshold'];

/** A row by the roles of its columns. */
interface Cells {
  readonly row: TableRow;
  readonly raw: (role: ImportRole) => string;
  readonly text: (role: ImportRole) => string;
  /** The title is set in bold, in italics. */
  readonly bold: boolean;
  readonly italic: boolean;
  /** True when nothing but the title is filled in. */
  readonly alone: boolean;
}

const cellsOf = (row: TableRow, mapping: Mapping, markup: boolean): Cells => {
  const at = (role: ImportRole): string => {
    const index = mapping.indexOf(role);
    return index < 0 ? '' : (row.cells[index] ?? '');
  };
  const titleAt = mapping.indexOf('title');
  return {
    row,
    raw: at,
    text: (role) => (markup ? plainText(at(role)) : at(role).replace(/\s+/g, ' ').trim()),
    bold: markup && isBold(at('title')),
    italic: markup && isItalic(at('title')),
    alone: row.cells.every((cell, index) => index === titleAt || cell.trim() === ''),
  };
};

const skipped = (row: TableRow, title: string): Goal => ({
  line: row.line,
  kind: 'skipped',
  title,
  owners: [],
  actual: null,
  projection: null,
  score: null,
  priority: '',
  link: '',
  error: row.error,
});

const said = {
  actual: 'Actual',
  projection: 'Projection',
  score: 'Score',
  start: 'Start',
  target: 'Target',
  weight: 'Weight',
};

/** All numbers of a row, with a sentence about the first that is none. */
const numbersOf = (cells: Cells) => {
  const share = cells.text('target') === '';
  let error: string | null = null;
  const read = (role: keyof typeof said): number | null => {
    const value = readNumber(cells.raw(role), share && role !== 'weight');
    if (value === undefined) error ??= `${said[role]}: “${cells.text(role).slice(0, 60)}” is not a number.`;
    return value ?? null;
  };
  const numbers = {
    actual: read('actual'),
    projection: read('projection'),
    score: read('score'),
    start: read('start'),
    target: read('target'),
    weight: read('weight'),
  };
  const { score, actual, target, start, weight } = numbers;
  if (score !== null && (score < 0 || score > 1)) error ??= `Score ${score} is not between 0 and 1.`;
  if (target === null && actual !== null && (actual < 0 || actual > 1)) {
    error ??= `Actual ${actual} needs a target to be measured by. Say which column holds it.`;
  }
  if (target !== null && target === (start ?? 0))
    error ??= 'Start and target are the same, so there is no progress to measure.';
  if (weight !== null && (weight < 0 || weight > 1000)) error ??= `Weight ${weight} is not between 0 and 1000.`;
  return { ...numbers, error };
};

const typeOf = (text: string): KeyResultKind | undefined => types.find((type) => type === text.toLowerCase());

const directionOf = (text: string): Goal['direction'] => (text === 'at-least' || text === 'at-most' ? text : undefined);

const confidenceOf = (text: string): Reported['confidence'] | undefined => {
  const key = text.toLowerCase().replace(/\s+/g, '-');
  return key === 'on-track' || key === 'at-risk' || key === 'off-track' ? key : undefined;
};

const goalOf = (cells: Cells, kind: 'objective' | 'key-result', title: string, names: readonly string[]): Goal => {
  const { error, start, target, weight, ...numbers } = numbersOf(cells);
  const unit = cells.text('unit');
  const unitError = unit.length > 24 ? 'The unit is over 24 characters.' : null;
  return {
    line: cells.row.line,
    kind,
    title,
    owners: [...new Set([...splitNames(cells.raw('owner')), ...names])],
    ...numbers,
    priority: cells.text('priority').slice(0, 60),
    link: firstLink(cells.raw('link')) || firstLink(cells.raw('title')),
    error: cells.row.error ?? titleError(title) ?? error ?? unitError,
    start: start ?? undefined,
    target: target ?? undefined,
    weight: weight ?? undefined,
    unit: unit === '' ? undefined : unit,
    type: typeOf(cells.text('type')),
    direction: directionOf(cells.text('direction')),
    confidence: confidenceOf(cells.text('confidence')),
  };
};

const withError = (goal: Goal, error: string): Goal => ({ ...goal, error: goal.error ?? error });

/** Tables that name the objective of every row in a column of its own. */
const interpretFlat = (rows: readonly Cells[]): readonly Goal[] => {
  const goals: Goal[] = [];
  let current = '';
  for (const cells of rows) {
    const objective = cells.text('objective');
    const title = cells.text('title');
    if (objective === '' && title === '') {
      goals.push(skipped(cells.row, ''));
      continue;
    }
    if (objective !== '' && objective !== current) {
      current = objective;
      const implied = title !== '';
      const about = implied
        ? { ...skipped(cells.row, objective), kind: 'objective' as const, error: null }
        : goalOf(cells, 'objective', objective, []);
      const tooLong = titleTooLong(objective);
      goals.push(tooLong === null ? about : withError(about, tooLong));
      if (!implied) continue;
    } else if (title === '') {
      goals.push(skipped(cells.row, objective));
      continue;
    }
    const goal = goalOf(cells, 'key-result', title, []);
    goals.push(current === '' ? withError(goal, 'This row names no objective, and none stands above it.') : goal);
  }
  return goals;
};

/** A title without its number, if that is the number the `nth` objective (from 1) would have: "10 teams use it" keeps its. */
const unnumbered = (title: string, nth: number): string | undefined => {
  const match = numbering.exec(title);
  return Number(match?.[1]) === nth ? title.slice(match?.[0].length ?? 0) : undefined;
};

/** The title of a row that is the `nth` objective: alone in its row, and bold or numbered. */
const objectiveTitle = (cells: Cells, nth: number): string | undefined => {
  const title = cells.text('title');
  if (!cells.alone || title === '') return undefined;
  return unnumbered(title, nth) ?? (cells.bold ? title : undefined);
};

/** Tables in which an objective is a row of its own and its key results stand below it. */
const interpretSections = (rows: readonly Cells[]): readonly Goal[] => {
  const hasObjectives = rows.some((cells) => objectiveTitle(cells, 1) !== undefined);
  const goals: Goal[] = [];
  let objectives = 0;
  let list: { readonly title: string; readonly next: number } | undefined;
  for (const cells of rows) {
    const title = cells.text('title');
    const item = Number(listItem.exec(title)?.[1] ?? 0);
    // A list that is split over rows: "Write 3 guides:", then "1. …", "2. …", each a key result of its own.
    if (list !== undefined && item === list.next && !cells.bold) {
      const whole = `${list.title} ${title.replace(listItem, '')}`;
      goals.push(goalOf(cells, 'key-result', whole, []));
      list = { ...list, next: item + 1 };
      continue;
    }
    list = undefined;
    if (title === '' || (cells.alone && cells.italic)) {
      goals.push(skipped(cells.row, title));
      continue;
    }
    if (cells.alone && title.endsWith(':') && !cells.bold) {
      list = { title, next: 1 };
      goals.push(skipped(cells.row, title));
      continue;
    }
    if (!hasObjectives) {
      goals.push(goalOf(cells, 'objective', title, []));
      continue;
    }
    const objective = objectiveTitle(cells, objectives + 1);
    if (objective !== undefined) {
      const named = trailingNames(objective);
      goals.push(goalOf(cells, 'objective', named.title, named.names));
      objectives++;
      continue;
    }
    const goal = goalOf(cells, 'key-result', title, []);
    goals.push(objectives > 0 ? goal : withError(goal, 'This row has no objective above it.'));
  }
  return goals;
};

/**
 * What the rows of a table mean, in their order. Blank rows are left out, headings, totals and remarks are `skipped`,
 * and a row that cannot be imported says why in `error`. Pure.
 */
export const interpret = (table: Table, mapping: Mapping): readonly Goal[] => {
  if (table.goals !== undefined) return table.goals;
  const rows = table.rows
    .filter((row) => row.cells.some((cell) => cell.trim() !== ''))
    .map((row) => cellsOf(row, mapping, table.markup));
  const isFlat = mapping.includes('objective') && mapping.includes('title');
  return isFlat ? interpretFlat(rows) : interpretSections(rows);
};
