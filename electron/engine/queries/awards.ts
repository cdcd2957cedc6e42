import { partsIn } from '#shared/domain/index.ts';
import type { AwardView } from '#shared/protocol/index.ts';
import { createMilestoneRoles, type BadgeRow } from '../readmodels/index.ts';
import type { QueryContext } from './context.ts';
import type { QueryHandler, Topic } from './handler.ts';

type Stored = BadgeRow & { readonly milestone_title: string | null };

const shown = 200;
/** How far back finished milestones are looked at for a badge. */
const shownMilestones = 100;

const topics: readonly Topic[] = ['records:badge', 'records:task', 'records:objective', 'members'];

/** Badges that were given. */
export const awardsQuery = (ctx: QueryContext): QueryHandler<'awards'> => {
  const read = (where: string) =>
    ctx.db.prepare<[string], Stored>(
      `SELECT b.*, v.title AS milestone_title FROM badges b LEFT JOIN record_view v ON v.record_id = b.milestone_id
       WHERE ${where} ORDER BY b.at DESC, b.record_id LIMIT ${shown}`,
    );
  const ofPerson = read('? IN (b.to_id, b.by_id)');
  const ofMilestone = read('b.milestone_id = ?');
  const ofGoal = read(
    `b.milestone_id IN (SELECT t.record_id FROM key_results k JOIN tasks t ON t.key_result_id = k.id
       WHERE k.record_id = ? AND t.milestone = 1)`,
  );
  const view = (row: Stored): AwardView => ({
    id: row.record_id,
    milestoneId: row.milestone_id,
    milestoneTitle: row.milestone_title,
    toId: row.to_id,
    byId: row.by_id,
    at: row.at,
    title: row.title,
    value: row.value,
    words: row.words,
  });
  return {
    topics,
    run: ({ personId, milestoneId, objectiveId }) => {
      if (milestoneId !== undefined) return { awards: ofMilestone.all(milestoneId).map(view) };
      if (objectiveId !== undefined) return { awards: ofGoal.all(objectiveId).map(view) };
      return { awards: personId === undefined ? [] : ofPerson.all(personId).map(view) };
    },
  };
};

/** Finished milestones and who had a part in each: whom a badge can go to. The same rule judges the command. */
export const awardableQuery = (ctx: QueryContext): QueryHandler<'awardable'> => {
  const rolesOf = createMilestoneRoles(ctx.db);
  const done = ctx.db.prepare<unknown[], { record_id: string; title: string; done_at: number | null }>(
    `SELECT record_id, title, done_at FROM tasks
     WHERE milestone = 1 AND state = 'done' AND (@id IS NULL OR record_id = @id)
     ORDER BY done_at DESC, record_id LIMIT ${shownMilestones}`,
  );
  const mine = ctx.db.prepare<[string, string], { to_id: string }>(
    'SELECT to_id FROM badges WHERE milestone_id = ? AND by_id = ?',
  );
  return {
    topics,
    run: ({ personId, milestoneId }) => {
      const me = ctx.me() ?? '';
      const { people } = ctx.team();
      const milestones = done.all({ id: milestoneId ?? null }).map((row) => {
        const given = new Set(mine.all(row.record_id, me).map((one) => one.to_id));
        const around = [...partsIn(rolesOf(row.record_id))].filter(([id]) => {
          const state = people.get(id)?.state;
          return id !== me && state !== undefined && state !== 'removed';
        });
        return {
          id: row.record_id,
          title: row.title,
          doneAt: row.done_at,
          people: around.map(([id, parts]) => ({ personId: id, parts: [...parts], given: given.has(id) })),
        };
      });
      return {
        milestones: milestones.filter(
          ({ people: around }) =>
            around.length > 0 && (personId === undefined || around.some((one) => one.personId === personId)),
        ),
      };
    },
  };
};
