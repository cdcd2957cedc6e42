import { z } from 'zod';
import { err, ok } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import { periodIn } from './period.ts';
import type { Goal, ImportFault, Table } from './types.ts';

const confidence = z.enum(['on-track', 'at-risk', 'off-track']).nullable();

/** The parts of our own export that an import reads; what else is in the file is left alone. */
const exported = z.object({
  format: z.literal('meridian-export'),
  version: z.literal(1),
  people: z.array(z.unknown()),
  cycles: z.array(z.unknown()),
  objectives: z.array(z.unknown()),
});

const exportedPerson = z.object({ id: z.string(), name: z.string() });
const exportedCycle = z.object({ id: z.string(), title: z.string(), start: z.string(), end: z.string() });

const exportedGoal = z.object({
  title: z.string(),
  description: z.string(),
  reflection: z.string(),
  ownerId: z.string().nullable(),
  contributorIds: z.array(z.string()),
  cycleId: z.string(),
  state: z.enum(['draft', 'active', 'closed']),
  rollUp: z.enum(['key-results', 'children', 'both', 'manual']),
  score: z.number().nullable(),
  keyResults: z.array(
    z.object({
      title: z.string(),
      type: z.enum(['number', 'percent', 'currency', 'boolean', 'milestone', 'threshold']),
      unit: z.string(),
      start: z.number(),
      target: z.number(),
      direction: z.enum(['at-least', 'at-most']),
      weight: z.number(),
      ownerId: z.string().nullable(),
      archived: z.boolean(),
      updates: z.array(
        z.object({
          value: z.number(),
          confidence,
          projection: z.number().nullable(),
          note: z.string(),
          at: z.number().int(),
        }),
      ),
    }),
  ),
});

type ExportedGoal = z.infer<typeof exportedGoal>;

const parse = (text: string): Result<unknown, ImportFault> => {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    return err({ sentence: `The file is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}.` });
  }
};

const nothing = { actual: null, projection: null, score: null, priority: '', link: '', error: null };

type Issue = z.core.$ZodIssue;

const unreadable = (issue: Issue | undefined, before: string): Result<never, ImportFault> => {
  const at = `${before}${(issue?.path ?? []).map(String).join('.')}`;
  const where = at === '' ? '' : ` (at ${at})`;
  return err({ sentence: `The file is not an export of Meridian that this version can read${where}.` });
};

/** One item after the other up to the first that is wrong: the validator would explain each fault of a whole list. */
const readEach = <T>(list: readonly unknown[], name: string, item: z.ZodType<T>): Result<readonly T[], ImportFault> => {
  const items: T[] = [];
  for (const [index, one] of list.entries()) {
    const read = item.safeParse(one);
    if (!read.success) return unreadable(read.error.issues[0], `${name}.${index}.`);
    items.push(read.data);
  }
  return ok(items);
};

/** Objectives by the cycle they belong to. */
const byCycle = (goals: readonly ExportedGoal[]): ReadonlyMap<string, readonly ExportedGoal[]> => {
  const lists = new Map<string, ExportedGoal[]>();
  for (const objective of goals) {
    const list = lists.get(objective.cycleId);
    if (list === undefined) lists.set(objective.cycleId, [objective]);
    else list.push(objective);
  }
  return lists;
};

/** The goals of one cycle as rows; `line` counts them, for JSON has no lines that people look at. */
const goalsOf = (objectives: readonly ExportedGoal[], names: ReadonlyMap<string, string>): readonly Goal[] => {
  const owners = (id: string | null): readonly string[] => {
    const name = id === null ? undefined : names.get(id);
    return name === undefined ? [] : [name];
  };
  const goals: Omit<Goal, 'line'>[] = [];
  for (const objective of objectives) {
    const { title, description, reflection, state, rollUp, score } = objective;
    goals.push({
      ...nothing,
      kind: 'objective',
      title,
      owners: owners(objective.ownerId),
      ownerId: objective.ownerId ?? undefined,
      contributorIds: objective.contributorIds,
      description,
      reflection,
      state,
      // Progress that somebody set by hand is their word, which an import does not repeat in another name.
      rollUp: rollUp === 'manual' ? 'key-results' : rollUp,
      score,
    });
    for (const { ownerId, updates, ...keyResult } of objective.keyResults) {
      goals.push({
        ...nothing,
        ...keyResult,
        kind: 'key-result',
        owners: owners(ownerId),
        ownerId: ownerId ?? undefined,
        updates: updates.map(({ value, confidence: said, projection, note, at }) => ({
          value,
          confidence: said,
          projection,
          note,
          at,
        })),
      });
    }
  }
  return goals.map((goal, index) => ({ ...goal, line: index + 1 }));
};

/** Reads `meridian.json` of an export: one table a cycle that has goals. */
export const readJson = (text: string): Result<readonly Table[], ImportFault> => {
  const json = parse(text);
  if (!json.ok) return json;
  const file = exported.safeParse(json.value);
  if (!file.success) return unreadable(file.error.issues[0], '');
  const people = readEach(file.data.people, 'people', exportedPerson);
  if (!people.ok) return people;
  const listed = readEach(file.data.cycles, 'cycles', exportedCycle);
  if (!listed.ok) return listed;
  const goals = readEach(file.data.objectives, 'objectives', exportedGoal);
  if (!goals.ok) return goals;
  const names = new Map(people.value.map((person) => [person.id, person.name]));
  const objectives = byCycle(goals.value);
  // A cycle that is listed again is the same one.
  const cycles = [...new Map(listed.value.map((cycle) => [cycle.id, cycle])).values()];
  const tables = cycles.flatMap((cycle): Table[] => {
    const rows = goalsOf(objectives.get(cycle.id) ?? [], names);
    if (rows.length === 0) return [];
    const { title, start, end } = cycle;
    const period =
      /^\d{4}-\d{2}-\d{2}$/.test(start) && /^\d{4}-\d{2}-\d{2}$/.test(end) ? { title, start, end } : periodIn(title);
    return [{ title, columns: [], rows: [], period, markup: false, goals: rows }];
  });
  return tables.length === 0 ? err({ sentence: 'The export holds no goals.' }) : ok(tables);
};
