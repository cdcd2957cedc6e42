import { administers, writes } from '#shared/domain/index.ts';
import type { GoalTemplateView } from '#shared/protocol/index.ts';
import type { GoalTemplateRow } from '../readmodels/index.ts';
import type { QueryContext } from './context.ts';
import type { QueryHandler } from './handler.ts';
import { headsFrom, templateKeyResultsFrom } from './stored-json.ts';

type Stored = GoalTemplateRow & { readonly heads: string; readonly author_id: string | null };

const shown = 500;

/** The team's own templates that are in use, by name. */
export const goalTemplatesQuery = (ctx: QueryContext): QueryHandler<'goalTemplates'> => {
  const read = ctx.db.prepare<[], Stored>(
    `SELECT g.*, v.heads, v.author_id FROM goal_templates g CROSS JOIN record_view v USING (record_id)
     WHERE g.archived = 0 ORDER BY g.title, g.record_id LIMIT ${shown}`,
  );
  return {
    topics: ['records:goal-template', 'members'],
    run: () => {
      const me = ctx.team().people.get(ctx.me() ?? '');
      const view = (row: Stored): GoalTemplateView => ({
        id: row.record_id,
        title: row.title,
        description: row.description,
        deliverable: row.deliverable,
        doneMeans: row.done_means,
        keyResults: templateKeyResultsFrom(row.key_results),
        byId: row.author_id,
        mayChange: me !== undefined && (administers(me) || (writes(me) && row.author_id === me.personId)),
        heads: headsFrom(row.heads),
      });
      return { templates: read.all().map(view) };
    },
  };
};
