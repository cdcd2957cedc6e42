import type { QueryRequest } from '#shared/protocol/index.ts';
import { indexedText, searchedKinds, shownText } from '../readmodels/index.ts';
import type { QueryContext } from './context.ts';
import { createCycles } from './cycle-view.ts';
import type { QueryHandler } from './handler.ts';
import { createPeople } from './person-view.ts';
import { createRecordTitles } from './record-titles.ts';
import { searchExpressions, searchWords, type SearchExpression } from './search-expression.ts';
import { filterConditions, filterParams, narrowsNothing, type FilterParams } from './search-filter.ts';
import { createLeads } from './search-leads.ts';
import { folded, snippetOf } from './snippet.ts';

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

/** 0 = the title is what was typed, 1 = it begins so, 2 = the title holds all words, 3 = they stand in the text. */
const rankOf = (hit: Found, typed: string, inTitle: ReadonlySet<number>): number => {
  const title = folded(hit.title);
  if (title === typed) return 0;
  if (title.startsWith(typed)) return 1;
  return inTitle.has(hit.n) ? 2 : 3;
};

/**
 * Full-text search over everything this profile holds. Words match from their beginning; titles come before texts,
 * newer before older. Whatever is typed is data, never an operator. Without words it lists what passes the filters,
 * newest first.
 */
export const searchQuery = (ctx: QueryContext): QueryHandler<'search'> => {
  const columns = 'v.n, v.record_id, v.space_id, v.kind, v.title, v.author_id, v.updated_at';
  const match = ctx.db.prepare<[string, number], { n: number }>(
    'SELECT rowid AS n FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?',
  );
  const matchNarrowed = ctx.db.prepare<unknown[], { n: number }>(
    `SELECT v.n FROM search CROSS JOIN record_view v ON v.n = search.rowid
     WHERE search MATCH @match AND ${filterConditions} ORDER BY search.rowid DESC LIMIT @most`,
  );
  const newest = ctx.db.prepare<unknown[], Found>(
    `SELECT ${columns} FROM record_view v WHERE v.kind IN (SELECT value FROM json_each(@kinds)) AND ${filterConditions}
     ORDER BY v.updated_at DESC, v.n DESC LIMIT @most`,
  );
  const describe = ctx.db.prepare<[number], Found>(`SELECT ${columns} FROM record_view v WHERE v.n = ?`);
  const body = ctx.db.prepare<[number], { body: string }>('SELECT body FROM search WHERE rowid = ?');
  const named = createRecordTitles(ctx.db, createPeople(ctx));
  const cycles = createCycles(ctx);
  const leadOf = createLeads(ctx);

  const find = (expression: SearchExpression, typed: string, filter: FilterParams, limit: number): Found[] => {
    const rows = (of: string): number[] =>
      (narrowsNothing(filter)
        ? match.all(of, considered)
        : matchNarrowed.all({ ...filter, match: of, most: considered })
      ).map((row) => row.n);
    const inTitle = new Set(rows(expression.title));
    // Titles come first: with enough of them nothing else could be shown.
    const anywhere = inTitle.size >= limit ? [] : rows(expression.anywhere);
    return [...new Set([...inTitle, ...anywhere])]
      .flatMap((n) => describe.get(n) ?? [])
      .map((hit) => ({ hit, rank: rankOf(hit, typed, inTitle) }))
      .sort((a, b) => a.rank - b.rank || b.hit.updated_at - a.hit.updated_at || b.hit.n - a.hit.n)
      .slice(0, limit)
      .map(({ hit }) => hit);
  };

  const list = (kinds: readonly string[] | undefined, filter: FilterParams, limit: number): Found[] => {
    if (kinds === undefined && narrowsNothing(filter)) return [];
    const wanted = searchedKinds.filter((kind) => kinds === undefined || kinds.includes(kind));
    return newest.all({ ...filter, kinds: JSON.stringify(wanted), most: limit });
  };

  const hitsOf = ({ text, kinds, limit, ...asked }: QueryRequest<'search'>): Found[] => {
    const filter = filterParams(asked, cycles);
    const most = Math.max(0, limit ?? 20);
    const words = searchWords(indexedText(text));
    if (text.trim() === '') return list(kinds, filter, most);
    for (const expression of searchExpressions(words, kinds)) {
      const hits = find(expression, folded(text.trim()), filter, most);
      if (hits.length > 0) return hits;
    }
    return [];
  };

  return {
    topics: searchedKinds.map((kind) => `records:${kind}` as const),
    run: (asked) => ({
      hits: hitsOf(asked).map((hit) => ({
        recordId: hit.record_id,
        kind: hit.kind,
        title: hit.kind === 'check-in' ? (named(hit.record_id)?.title ?? hit.title) : hit.title,
        snippet: snippetOf(shownText(body.get(hit.n)?.body ?? ''), searchWords(asked.text)),
        byId: hit.author_id,
        at: hit.updated_at,
        audience: ctx.audienceOf(hit.space_id),
        open: leadOf(hit),
      })),
    }),
  };
};
