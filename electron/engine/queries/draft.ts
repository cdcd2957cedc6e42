import type { QueryContext } from './context.ts';
import type { QueryHandler } from './handler.ts';

/** What this device keeps of an unfinished form. */
export const draftQuery = (ctx: QueryContext): QueryHandler<'draft'> => {
  const read = ctx.db.prepare<[string], { value: string; saved_at: number }>(
    'SELECT value, saved_at FROM local_drafts WHERE key = ?',
  );
  return {
    topics: ['local', 'drafts'],
    run: ({ key }) => {
      const draft = read.get(key);
      return { value: draft?.value ?? null, savedAt: draft?.saved_at ?? null };
    },
  };
};
