import { ok } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import type {
  Audience,
  CheckInView,
  CycleView,
  FeedbackView,
  KudosView,
  ObjectiveView,
  PersonView,
  ProtocolError,
  QueryResult,
} from '#shared/protocol/index.ts';
import type { ExportedRecord, ExportSource } from './source.ts';

export interface ExportedCycle {
  readonly cycle: CycleView;
  readonly objectives: readonly ObjectiveView[];
}

/** Everything that this profile may read, in the shapes that people see. */
export interface ExportData {
  readonly team: QueryResult<'session'>['team'];
  readonly me: PersonView | null;
  readonly people: readonly PersonView[];
  readonly cycles: readonly ExportedCycle[];
  readonly checkIns: readonly CheckInView[];
  readonly feedback: readonly FeedbackView[];
  readonly kudos: readonly KudosView[];
  readonly records: readonly ExportedRecord[];
  /** Who can read each space that anything lies in. */
  readonly audiences: readonly Audience[];
}

const checkInsEach = 200;

const distinct = <T extends { readonly id: string }>(items: readonly T[]): readonly T[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
];

const readCycle = async (source: ExportSource, cycle: CycleView): Promise<Result<ExportedCycle, ProtocolError>> => {
  const goals = await source.read('goals', { cycleId: cycle.id });
  if (!goals.ok) return goals;
  const objectives: ObjectiveView[] = [];
  for (const row of goals.value.rows) {
    if (row.kind !== 'objective') continue;
    const read = await source.read('objective', { id: row.id });
    if (!read.ok) return read;
    if (read.value.objective !== null) objectives.push(read.value.objective);
  }
  return ok({ cycle, objectives });
};

/** Reads all of it through the queries; fails as the first query that fails. */
export const collect = async (source: ExportSource): Promise<Result<ExportData, ProtocolError>> => {
  const session = await source.read('session', {});
  if (!session.ok) return session;
  const people = await source.read('people', {});
  if (!people.ok) return people;
  const cycles = await source.read('cycles', {});
  if (!cycles.ok) return cycles;

  const trust = await source.read('trust', {});
  if (!trust.ok) return trust;

  const exported: ExportedCycle[] = [];
  for (const cycle of cycles.value.cycles) {
    const read = await readCycle(source, cycle);
    if (!read.ok) return read;
    exported.push(read.value);
  }
  const checkIns: CheckInView[] = [];
  const feedback: FeedbackView[] = [];
  const kudos: KudosView[] = [];
  for (const person of people.value.people) {
    const theirs = await source.read('checkIns', { personId: person.id, limit: checkInsEach });
    if (!theirs.ok) return theirs;
    const thread = await source.read('thread', { personId: person.id });
    if (!thread.ok) return thread;
    checkIns.push(...theirs.value.checkIns);
    feedback.push(...thread.value.feedback);
    kudos.push(...thread.value.kudos);
  }
  return ok({
    team: session.value.team,
    me: session.value.me,
    people: people.value.people,
    cycles: exported,
    checkIns: distinct(checkIns).toSorted((a, b) =>
      a.week === b.week ? (a.personId < b.personId ? -1 : 1) : a.week < b.week ? -1 : 1,
    ),
    feedback: distinct(feedback).toSorted((a, b) => a.at - b.at),
    kudos: distinct(kudos).toSorted((a, b) => a.at - b.at),
    records: [...source.records()],
    audiences: trust.value.spaces.map(({ audience }) => audience),
  });
};
