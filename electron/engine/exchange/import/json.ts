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
  people: z.array(z.object({ id: z.string(), name: z.string() })),
  cycles: z.array(z.object({ id: z.string(), title: z.string(), start: z.string(), end: z.string() })),
  objectives: z.array(
    z.object({
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
    }),
  ),
});

type Exported = z.infer<typeof exported>;

const parse = (text: string): Result<unknown, ImportFault> => {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    return err({ sentence: `The file is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}.` });
  }
};

const nothing = { actual: null, projection: null, score: null, priority: '', link: '', error: null };

/** The goals of one cycle as rows; `line` counts them, for JSON has no lines that people look at. */
const goalsOf = (file: Exported, cycleId: string): readonly Goal[] => {
  const names = new Map(file.people.map((person) => [person.id, person.name]));
  const owners = (id: string | null): readonly string[] => {
    const name = id === null ? undefined : names.get(id);
    return name === undefined ? [] : [name];
  };
  const goals: Omit<Goal, 'line'>[] = [];
  for (const objective of file.objectives) {
    if (objective.cycleId !== cycleId) continue;
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
  if (!file.success) {
    const [issue] = file.error.issues;
    const where = issue === undefined || issue.path.length === 0 ? '' : ` (at ${issue.path.map(String).join('.')})`;
    return err({ sentence: `The file is not an export of Meridian that this version can read${where}.` });
  }
  const tables = file.data.cycles.flatMap((cycle): Table[] => {
    const goals = goalsOf(file.data, cycle.id);
    if (goals.length === 0) return [];
    const { title, start, end } = cycle;
    const period =
      /^\d{4}-\d{2}-\d{2}$/.test(start) && /^\d{4}-\d{2}-\d{2}$/.test(end) ? { title, start, end } : periodIn(title);
    return [{ title, columns: [], rows: [], period, markup: false, goals }];
  });
  return tables.length === 0 ? err({ sentence: 'The export holds no goals.' }) : ok(tables);
};
