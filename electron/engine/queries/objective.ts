import type { ObjectiveView, ProgressUpdateView } from '#shared/protocol/index.ts';
import type { ObjectiveRow, ProgressUpdateRow, RecordViewRow } from '../readmodels/index.ts';
import { createComments } from './comments.ts';
import type { QueryContext } from './context.ts';
import { expectedShare, keyResultView } from './goal-facts.ts';
import { createGoals, goalTopics } from './goals-reader.ts';
import type { QueryHandler } from './handler.ts';
import { conflictsFrom, headsFrom } from './stored-json.ts';

type Stored = Omit<RecordViewRow, 'record_id'> &
  Pick<
    ObjectiveRow,
    | 'description'
    | 'reflection'
    | 'due'
    | 'deliverable'
    | 'done_means'
    | 'accepted_by_id'
    | 'accepted_at'
    | 'carried_from_id'
  >;

const updateView = (row: ProgressUpdateRow): ProgressUpdateView => ({
  id: row.id,
  keyResultId: row.key_result_id,
  value: row.value,
  confidence: row.confidence,
  projection: row.projection,
  note: row.note,
  byId: row.by_id,
  at: row.at,
});

/** One objective, asked for by its own id or a key result's, with its key results, their updates and the comments. */
export const objectiveQuery = (ctx: QueryContext): QueryHandler<'objective'> => {
  const { db } = ctx;
  const goals = createGoals(ctx);
  const comments = createComments(db);
  const read = db.prepare<[string], Stored>(
    `SELECT o.description, o.reflection, o.due, o.deliverable, o.done_means, o.accepted_by_id, o.accepted_at,
       o.carried_from_id, v.* FROM objectives o JOIN record_view v USING (record_id) WHERE o.record_id = ?`,
  );
  const contributors = db.prepare<[string], { person_id: string }>(
    'SELECT person_id FROM contributors WHERE record_id = ? ORDER BY person_id',
  );
  const updates = db.prepare<[string], ProgressUpdateRow>(
    'SELECT * FROM progress_updates WHERE record_id = ? ORDER BY key_result_id, at, id',
  );
  const titleOf = db.prepare<[string | null], { title: string }>('SELECT title FROM objectives WHERE record_id = ?');

  const carriedTo = db.prepare<[string], { id: string; title: string }>(
    'SELECT record_id AS id, title FROM objectives WHERE carried_from_id = ? ORDER BY record_id',
  );

  const view = (id: string, stored: Stored): ObjectiveView | null => {
    const found = goals.ofObjectives([id]);
    const node = found.tree.get(id);
    const facts = found.facts.get(id);
    if (node === undefined || facts === undefined) return null;
    const { line } = node;
    const updatesOf = Map.groupBy(updates.all(id), (row) => row.key_result_id);
    return {
      id,
      title: line.title,
      description: stored.description,
      ownerId: line.owner_id,
      contributorIds: contributors.all(id).map((row) => row.person_id),
      parentId: line.parent_id,
      parentTitle: titleOf.get(line.parent_id)?.title ?? null,
      cycleId: line.cycle_id ?? '',
      state: line.state,
      rollUp: line.roll_up,
      progress: facts.progress,
      notComputed: facts.notComputed,
      manualProgress: line.manual_progress,
      manualById: line.manual_by_id,
      expected: expectedShare(line, found.present),
      worst: facts.worst,
      score: line.score,
      reflection: stored.reflection,
      due: stored.due,
      deliverable: stored.deliverable,
      doneMeans: stored.done_means,
      acceptedById: stored.accepted_by_id,
      acceptedAt: stored.accepted_at,
      carriedFrom:
        stored.carried_from_id === null
          ? null
          : { id: stored.carried_from_id, title: titleOf.get(stored.carried_from_id)?.title ?? '' },
      carriedTo: carriedTo.all(id),
      keyResults: (found.lines.keyResults.get(id) ?? []).map((row) =>
        keyResultView(row, line, found.present, (updatesOf.get(row.id) ?? []).map(updateView)),
      ),
      comments: comments(id),
      audience: ctx.audienceOf(stored.space_id),
      heads: headsFrom(stored.heads),
      conflicts: conflictsFrom('objective', stored.conflicts),
      createdById: stored.author_id,
      createdAt: stored.created_at,
      readOnlyReason: stored.read_only_reason,
    };
  };

  const holder = db.prepare<[string], { record_id: string }>(
    'SELECT record_id FROM key_results WHERE id = ? ORDER BY record_id LIMIT 1',
  );

  return {
    topics: [...goalTopics, 'records:comment', 'members'],
    run: ({ id: asked }) => {
      // A link may name one of its key results: those have no record of their own.
      const id = holder.get(asked)?.record_id ?? asked;
      const stored = read.get(id);
      const objective = stored === undefined ? null : view(id, stored);
      return { objective, cycle: objective === null ? null : goals.cycles.one(objective.cycleId) };
    },
  };
};
