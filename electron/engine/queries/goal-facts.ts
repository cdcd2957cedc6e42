import {
  cycleDay,
  estimate,
  expectedValue,
  forecast,
  isStale,
  metText,
  progressOf,
  projectedProgress,
  type Computed,
} from '#shared/domain/index.ts';
import type { KeyResultView } from '#shared/protocol/index.ts';
import type { KeyResultLine, ObjectiveLine } from './goal-data.ts';

/** What computed values depend on besides the records. */
export interface Present {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Calendar day of the reader. */
  readonly today: string;
  readonly staleDays: number;
  /** When a key result was first written, milliseconds since the epoch; null where no entry here says. */
  readonly writtenAt: (line: KeyResultLine) => number | null;
}

/** Elapsed share of an objective's cycle, 0 to 1; 0 while the cycle has not arrived. */
export const expectedShare = (objective: ObjectiveLine, { today }: Present): number =>
  objective.cycle_start === null || objective.cycle_end === null
    ? 0
    : cycleDay({ start: objective.cycle_start, end: objective.cycle_end }, today).expected;

/** The pace asks for a number that nobody reported, so it is said as an estimate. */
const asEstimate = (value: number | null, line: KeyResultLine): number | null =>
  value === null ? null : estimate(value, line);

/** Everything about a key result that follows from its numbers. */
export interface KeyResultFacts extends Computed {
  readonly metText: string | null;
  readonly projectedProgress: number | null;
  readonly stale: boolean;
}

const stale = (line: KeyResultLine, objective: ObjectiveLine, progress: number | null, at: Present): boolean => {
  const underWay = objective.state === 'active' && objective.cycle_state !== 'closed' && line.archived === 0;
  // What has reached its target needs no news; what has to be kept does.
  if (!underWay || (progress === 1 && line.type !== 'threshold')) return false;
  const begun = Math.max(objective.created_at, Date.parse(`${objective.cycle_start ?? '1970-01-01'}T00:00:00Z`));
  const staleSince = (since: number): boolean => isStale({ since, now: at.now, staleDays: at.staleDays });
  if (line.last_update_at !== null) return staleSince(line.last_update_at);
  // Nobody could report on a key result before it was there. Looked up only where it decides.
  return staleSince(begun) && staleSince(Math.max(begun, at.writtenAt(line) ?? begun));
};

export const keyResultFacts = (line: KeyResultLine, objective: ObjectiveLine, at: Present): KeyResultFacts => {
  const computed = progressOf(line, line.value);
  return {
    ...computed,
    metText: metText(line, line.value),
    projectedProgress: projectedProgress(line, line.projection),
    stale: stale(line, objective, computed.progress, at),
  };
};

/** A key result as its own page shows it; `updates` oldest first. */
export const keyResultView = (
  line: KeyResultLine,
  objective: ObjectiveLine,
  at: Present,
  updates: KeyResultView['updates'],
): KeyResultView => {
  const facts = keyResultFacts(line, objective, at);
  const expected = expectedShare(objective, at);
  return {
    id: line.id,
    objectiveId: line.record_id,
    title: line.title,
    type: line.type,
    unit: line.unit,
    start: line.start,
    target: line.target,
    direction: line.direction,
    weight: line.weight,
    ownerId: line.owner_id,
    archived: line.archived === 1,
    value: line.value ?? line.start,
    progress: facts.progress,
    notComputed: facts.notComputed,
    expectedValue: asEstimate(expectedValue(line, expected), line),
    confidence: line.confidence,
    projection: line.projection,
    projectedProgress: facts.projectedProgress,
    forecast: forecast({ ...line, expected }),
    lastUpdateAt: line.last_update_at,
    stale: facts.stale,
    updates,
  };
};
