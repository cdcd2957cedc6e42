import { indexedText, shownText } from '../readmodels/index.ts';
import type { QueryContext } from './context.ts';
import type { QueryHandler } from './handler.ts';
import { searchExpressions } from './search-expression.ts';

/** How many of the newest matches are looked at before ranking: a search for "a" must not read every record. */
const considered = 400;

interface Found {
  readonly n: number;
  readonly record_id: string;
  readonly space_id: string;
  readonly kind: string;
  readonly title: string;
  readonly author_id: string | null;
  readonly updated_at: number;
}

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

/** 0 = the title is what was typed, 1 = it begins so, 2 = the title holds all words, 3 = they stand in the text. */
const rankOf = (hit: Found, typed: string, inTitle: ReadonlySet<number>): number => {
  const title = folded(hit.title);
  if (title === typed) return 0;
  if (title.startsWith(typed)) return 1;
  return inTitle.has(hit.n) ? 2 : 3;
};

/**
 * Full-text search over everything this profile holds. Every word is a prefix; titles come before texts, newer before
 * older. Whatever is typed is data, never an operator.
 */
export const searchQuery = (ctx: QueryContext): QueryHandler<'search'> => {
  const match = ctx.db.prepare<[string, number], { n: number }>(
    'SELECT rowid AS n FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?',
  );
  const describe = ctx.db.prepare<[number], Found>(
    'SELECT n, record_id, space_id, kind, title, author_id, updated_at FROM record_view WHERE n = ?',
  );
  const snippet = ctx.db.prepare<[string, number], { text: string }>(
    "SELECT snippet(search, 1, char(2), char(3), '…', 24) AS text FROM search WHERE search MATCH ? AND rowid = ?",
  );
  return {
    topics: [
      'records:objective',
      'records:check-in',
      'records:comment',
      'records:feedback',
      'records:kudos',
      'records:person',
      'records:cycle',
      'records:team-settings',
    ],
    run: ({ text, kind, limit }) => {
      const expressions = searchExpressions(indexedText(text), kind);
      if (expressions === undefined) return { hits: [] };
      const inTitle = new Set(match.all(expressions.title, considered).map((row) => row.n));
      const anywhere = match.all(expressions.anywhere, considered).map((row) => row.n);
      const typed = folded(text.trim());
      const hits = [...new Set([...inTitle, ...anywhere])]
        .flatMap((n) => describe.get(n) ?? [])
        .map((hit) => ({ hit, rank: rankOf(hit, typed, inTitle) }))
        .sort((a, b) => a.rank - b.rank || b.hit.updated_at - a.hit.updated_at || b.hit.n - a.hit.n)
        .slice(0, Math.max(0, limit));
      return {
        hits: hits.map(({ hit }) => ({
          recordId: hit.record_id,
          kind: hit.kind,
          title: hit.title,
          snippet: shownText(snippet.get(expressions.anywhere, hit.n)?.text ?? ''),
          byId: hit.author_id,
          at: hit.updated_at,
          audience: ctx.audienceOf(hit.space_id),
        })),
      };
    },
  };
};
