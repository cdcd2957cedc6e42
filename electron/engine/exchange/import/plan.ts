import type { ImportRow } from '#shared/protocol/index.ts';
import type { FieldEdit, ObjectiveRecord } from '#shared/schema/index.ts';
import { keyResultKey, objectiveKey } from './keys.ts';
import { newKeyResultEdits, newObjectiveEdits } from './new-goal-edits.ts';
import { ownersOf } from './owners.ts';
import type { NamedPerson } from './owners.ts';
import { keyResultChanges, objectiveChanges } from './changes.ts';
import { reportEdits } from './reports.ts';
import type { Goal, Period } from './types.ts';

/** An objective that is already there. */
export interface ExistingGoal {
  readonly recordId: string;
  readonly value: ObjectiveRecord;
}

/** Everything that a plan depends on besides the rows. */
export interface PlanContext {
  readonly fileName: string;
  /** The cycle to import into; null while it is only proposed, and then everything is new. */
  readonly cycle: (Period & { readonly id: string }) | null;
  /** Objectives of that cycle. */
  readonly existing: readonly ExistingGoal[];
  readonly people: readonly NamedPerson[];
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** 16 random bytes as text. */
  readonly newId: () => string;
  /** Why these edits of an existing objective may not be made by the person who imports; null when they may. */
  readonly refusal: (recordId: string, edits: readonly FieldEdit[]) => string | null;
}

/** What to write for one objective: a new record, or changes of one that is there. Never both halves of anything. */
export type PlannedWrite =
  | { readonly act: 'create'; readonly edits: readonly FieldEdit[] }
  | { readonly act: 'revise'; readonly recordId: string; readonly edits: readonly FieldEdit[] };

export interface ImportPlan {
  readonly rows: readonly ImportRow[];
  readonly writes: readonly PlannedWrite[];
  /** Objectives and key results that are new, unchanged, changed; rows that are wrong. */
  readonly counts: { readonly fresh: number; readonly same: number; readonly changed: number; readonly errors: number };
}

interface Group {
  readonly objective: Goal;
  readonly keyResults: readonly Goal[];
}

const maxKeyResults = 100;

/** Objectives with the key results below them. Rows of an objective that appears twice come together. */
const groupsOf = (goals: readonly Goal[]): readonly Group[] => {
  const groups = new Map<string, { objective: Goal; keyResults: Goal[] }>();
  let current: { objective: Goal; keyResults: Goal[] } | undefined;
  for (const goal of goals) {
    if (goal.kind === 'objective') {
      const key = objectiveKey(goal.title);
      current = groups.get(key) ?? { objective: goal, keyResults: [] };
      groups.set(key, current);
    } else if (goal.kind === 'key-result') current?.keyResults.push(goal);
  }
  return [...groups.values()];
};

const publicRow = (goal: Goal, effect: ImportRow['effect'], error: string | null): ImportRow => ({
  line: goal.line,
  kind: goal.kind,
  title: goal.title,
  owners: [...goal.owners],
  actual: goal.actual,
  projection: goal.projection,
  score: goal.score,
  priority: goal.priority,
  link: goal.link,
  error,
  effect,
});

/** An existing objective is found by the key of its import, or else by its title as it is now. */
const findExisting = (key: string, existing: readonly ExistingGoal[]): ExistingGoal | undefined =>
  existing.find(({ value }) => value.importKey === key) ??
  existing.find(({ value }) => value.importKey === null && objectiveKey(value.title) === key);

/** Key results of an existing objective by the key that an import gives them. */
const existingKeyResults = (objective: string, value: ObjectiveRecord): ReadonlyMap<string, string> => {
  const byKey = new Map<string, string>();
  const seen = new Map<string, number>();
  const inOrder = Object.entries(value.keyResults).toSorted(([, a], [, b]) => a.order - b.order);
  for (const [id, item] of inOrder) {
    const nth = seen.get(item.title) ?? 0;
    seen.set(item.title, nth + 1);
    byKey.set(item.importKey ?? keyResultKey(objective, item.title, nth), id);
  }
  return byKey;
};

interface Outcome {
  readonly goal: Goal;
  readonly effect: ImportRow['effect'];
  readonly error: string | null;
}

const left = (goal: Goal, error: string): Outcome => ({ goal, effect: 'none', error: goal.error ?? error });
const outcome = (goal: Goal, effect: ImportRow['effect']): Outcome => ({ goal, effect, error: null });

interface KeyResultsPlan {
  readonly edits: readonly FieldEdit[];
  readonly outcomes: readonly Outcome[];
  /** New key results with the names that are nobody here, for the objective's description. */
  readonly fresh: readonly { readonly goal: Goal; readonly unknown: readonly string[] }[];
}

const planKeyResults = (
  { keyResults }: Group,
  key: string,
  found: ExistingGoal | undefined,
  ctx: PlanContext,
): KeyResultsPlan => {
  const known = found === undefined ? new Map<string, string>() : existingKeyResults(key, found.value);
  const edits: FieldEdit[] = [];
  const outcomes: Outcome[] = [];
  const fresh: { readonly goal: Goal; readonly unknown: readonly string[] }[] = [];
  const seen = new Map<string, number>();
  const orders = Object.values(found?.value.keyResults ?? {}).map((item) => item.order);
  let order = orders.reduce((most, one) => Math.max(most, one), -1) + 1;

  for (const goal of keyResults) {
    if (goal.error !== null) {
      outcomes.push(left(goal, goal.error));
      continue;
    }
    const nth = seen.get(goal.title) ?? 0;
    seen.set(goal.title, nth + 1);
    const importKey = keyResultKey(key, goal.title, nth);
    const itemId = known.get(importKey);
    const owner = ownersOf(goal, ctx.people);
    if (itemId !== undefined && found !== undefined) {
      const changes = [
        ...keyResultChanges(itemId, goal, owner.ownerId, found.value),
        ...reportEdits(itemId, importKey, goal, owner.unknown, ctx, found.value),
      ];
      edits.push(...changes);
      outcomes.push(outcome(goal, changes.length === 0 ? 'same' : 'changed'));
    } else if (known.size + fresh.length >= maxKeyResults) {
      outcomes.push(left(goal, `An objective holds at most ${maxKeyResults} key results.`));
    } else {
      const id = ctx.newId();
      edits.push(...newKeyResultEdits(id, goal, owner.ownerId, order++, importKey));
      edits.push(...reportEdits(id, importKey, goal, owner.unknown, ctx, undefined));
      fresh.push({ goal, unknown: owner.unknown });
      outcomes.push(outcome(goal, 'new'));
    }
  }
  return { edits, outcomes, fresh };
};

interface GroupPlan {
  readonly write: PlannedWrite | undefined;
  readonly outcomes: readonly Outcome[];
}

const planGroup = (group: Group, ctx: PlanContext): GroupPlan => {
  const { objective, keyResults } = group;
  if (objective.error !== null) {
    const below = keyResults.map((goal) => left(goal, 'The objective above it cannot be imported.'));
    return { write: undefined, outcomes: [left(objective, objective.error), ...below] };
  }
  const key = objectiveKey(objective.title);
  const found = findExisting(key, ctx.existing);
  const owners = ownersOf(objective, ctx.people);
  const below = planKeyResults(group, key, found, ctx);
  if (found === undefined) {
    const own = newObjectiveEdits(objective, owners, below.fresh, key, ctx);
    return {
      write: { act: 'create', edits: [...own, ...below.edits] },
      outcomes: [outcome(objective, 'new'), ...below.outcomes],
    };
  }
  const own = objectiveChanges(objective, owners.ownerId, found.value, below.fresh);
  const edits = [...own.edits, ...below.edits];
  const outcomes = [outcome(objective, own.changed ? 'changed' : 'same'), ...below.outcomes];
  if (edits.length === 0) return { write: undefined, outcomes };
  const refusal =
    found.value.state === 'closed'
      ? 'The objective is closed here. Open it again to import changes.'
      : ctx.refusal(found.recordId, edits);
  if (refusal === null) return { write: { act: 'revise', recordId: found.recordId, edits }, outcomes };
  return {
    write: undefined,
    outcomes: outcomes.map((one) => (one.effect === 'new' || one.effect === 'changed' ? left(one.goal, refusal) : one)),
  };
};

/**
 * What importing the rows would do. Pure: the preview shows it, applying writes it. A row with an error is left out,
 * with everything below an objective that has one; a second import of the same rows plans nothing.
 */
export const planImport = (goals: readonly Goal[], ctx: PlanContext): ImportPlan => {
  const plans = groupsOf(goals).map((group) => planGroup(group, ctx));
  const writes = plans.flatMap(({ write }) => (write === undefined ? [] : [write]));
  const outcomes = new Map(plans.flatMap((plan) => plan.outcomes.map((one) => [one.goal, one])));

  const rows = goals.map((goal) => {
    const known = outcomes.get(goal);
    return publicRow(goal, known?.effect ?? 'none', known === undefined ? goal.error : known.error);
  });
  const count = (effect: ImportRow['effect']): number => rows.filter((row) => row.effect === effect).length;
  return {
    rows,
    writes,
    counts: {
      fresh: count('new'),
      same: count('same'),
      changed: count('changed'),
      errors: rows.filter((row) => row.error !== null).length,
    },
  };
};
