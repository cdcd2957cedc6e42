import type { QueryName, QueryRequest, QueryResult } from '#shared/protocol/index.ts';
import type { RecordKind } from '#shared/schema/index.ts';

/**
 * What a query's value depends on, so that only the touched subscriptions run again. `entries` = the log or the state
 * of entries, `clock` = the passing of time, `local` = what belongs to this device only, `drafts` = the drafts
 * among it, which change at every keystroke.
 */
export type Topic = `records:${RecordKind}` | 'members' | 'sync' | 'local' | 'drafts' | 'clock' | 'entries';

export interface QueryHandler<N extends QueryName> {
  readonly topics: readonly Topic[];
  /** Reads only, never throws for anything that a peer or a person can write. */
  readonly run: (params: QueryRequest<N>) => QueryResult<N>;
}

export type QueryHandlers = { readonly [N in QueryName]: QueryHandler<N> };
