import { indexedText, shownText } from '../readmodels/index.ts';
import type { QueryContext } from './context.ts';
import type { QueryHandler } from './handler.ts';
import { createPeople } from './person-view.ts';
import { createRecordTitles } from './record-titles.ts';
import { searchExpressions, searchWords, type SearchExpression } from './search-expression.ts';
import { folded, snippetOf } from './snippet.ts';

/** How many of the newest matches are looked at before ranking: a search for "a" must not read every record. */
const considered = 400;

const betweenTwo: ReadonlySet<string> = new Set(['agenda-item', 'meeting', 'feedback-request']);

interface Found {
  readonly n: number;
  readonly record_id: string;
  readonly space_id: string;
  readonly kind: string;
  readonly title: string;
  readonly author_id: string | null;
  readonly updated_at: number;
}

/** 0 = the title is what was typed, 1 = it begins so, 2 = the title holds all words, 3 = they stand in the text. */
const rankOf = (hit: Found, typed: string, inTitle: ReadonlySet<number>): number => {
  const title = folded(hit.title);
  if (title === typed) return 0;
  if (title.startsWith(typed)) return 1;
  return inTitle.has(hit.n) ? 2 : 3;
};

/**
 * Full-text search over everything this profile holds. Words match from their beginning; titles come before texts,
 * newer before older. Whatever is typed is data, never an operator.
 */
export const searchQuery = (ctx: QueryContext): QueryHandler<'search'> => {
  const match = ctx.db.prepare<[string, number], { n: number }>(
    'SELECT rowid AS n FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?',
  );
  const describe = ctx.db.prepare<[number], Found>(
    'SELECT n, record_id, space_id, kind, title, author_id, updated_at FROM record_view WHERE n = ?',
  );
  // One row at most in each: the record is of one kind.
  const leads = ctx.db.prepare<unknown[], { kind: string; id: string }>(
    `SELECT target_kind AS kind, target_id AS id FROM comments WHERE record_id = @record
     UNION ALL SELECT 'check-in', target_id FROM acknowledgements WHERE record_id = @record
     UNION ALL SELECT 'person', person_id FROM people WHERE record_id = @record
     UNION ALL SELECT 'person', to_id FROM kudos WHERE record_id = @record
     UNION ALL SELECT 'person', to_id FROM badges WHERE record_id = @record
     UNION ALL SELECT 'person', about_id FROM notes WHERE record_id = @record
     UNION ALL SELECT 'person', CASE about_id WHEN @me THEN coalesce(by_id, about_id) ELSE about_id END
       FROM feedback WHERE record_id = @record`,
  );
  const named = createRecordTitles(ctx.db, createPeople(ctx));
  const body = ctx.db.prepare<[number], { body: string }>('SELECT body FROM search WHERE rowid = ?');

  /** What lies between the reader and one other person is read in the thread with that person. */
  const inThread = (hit: Found): { kind: string; id: string } | undefined => {
    if (!betweenTwo.has(hit.kind)) return undefined;
    const other = ctx.audienceOf(hit.space_id).readerIds.find((id) => id !== ctx.me());
    return other === undefined ? undefined : { kind: 'person', id: other };
  };

  const find = (expression: SearchExpression, typed: string, limit: number): Found[] => {
    const inTitle = new Set(match.all(expression.title, considered).map((row) => row.n));
    // Titles come first: with enough of them nothing else could be shown.
    const anywhere = inTitle.size >= limit ? [] : match.all(expression.anywhere, considered).map((row) => row.n);
    return [...new Set([...inTitle, ...anywhere])]
      .flatMap((n) => describe.get(n) ?? [])
      .map((hit) => ({ hit, rank: rankOf(hit, typed, inTitle) }))
      .sort((a, b) => a.rank - b.rank || b.hit.updated_at - a.hit.updated_at || b.hit.n - a.hit.n)
      .slice(0, limit)
      .map(({ hit }) => hit);
  };

  return {
    topics: [
      'records:objective',
      'records:check-in',
      'records:comment',
      'records:feedback',
      'records:kudos',
      'records:agenda-item',
      'records:meeting',
      'records:feedback-request',
      'records:badge',
      'records:note',
      'records:person',
      'records:cycle',
      'records:team-settings',
    ],
    run: ({ text, kind, limit }) => {
      const words = searchWords(indexedText(text));
      const typed = folded(text.trim());
      let hits: Found[] = [];
      for (const expression of searchExpressions(words, kind)) {
        hits = find(expression, typed, Math.max(0, limit));
        if (hits.length > 0) break;
      }
      return {
        hits: hits.map((hit) => ({
          recordId: hit.record_id,
          kind: hit.kind,
          title: hit.kind === 'check-in' ? (named(hit.record_id)?.title ?? hit.title) : hit.title,
          snippet: snippetOf(shownText(body.get(hit.n)?.body ?? ''), searchWords(text)),
          byId: hit.author_id,
          at: hit.updated_at,
          audience: ctx.audienceOf(hit.space_id),
          open: leads.get({ record: hit.record_id, me: ctx.me() ?? '' }) ??
            inThread(hit) ?? { kind: hit.kind, id: hit.record_id },
        })),
      };
    },
  };
};
