import { useState } from 'react';
import type { QueryResult } from '#shared/protocol/index.ts';
import { skip, useGo, useQuery, placeOfKind } from '#renderer/state/index.ts';
import type { SearchKind } from './kinds.ts';

export type Hit = QueryResult<'search'>['hits'][number];

export interface Hits {
  readonly hits: readonly Hit[];
  /** True while the answer for what is typed now is on its way; the hits are those of before. */
  readonly waiting: boolean;
}

const none: readonly Hit[] = [];

/** What a search finds on this device. While the next answer comes, the last one stays. */
export const useHits = (text: string, kind: SearchKind | null, limit: number): Hits => {
  const typed = text.trim().slice(0, 300);
  const query = useQuery('search', typed === '' ? skip : { text: typed, limit, ...(kind === null ? {} : { kind }) });
  const fresh = typed === '' ? none : query.data?.hits;
  const [last, setLast] = useState<readonly Hit[]>(none);
  // React's way to keep a value from an earlier render.
  if (fresh !== undefined && fresh !== last) setLast(fresh);
  return { hits: fresh ?? last, waiting: fresh === undefined };
};

/** Opens a hit where its kind is read. */
export const useOpenHit = (): ((hit: Hit) => void) => {
  const go = useGo();
  return ({ open }) => {
    const place = placeOfKind(open.kind);
    if (open.kind === 'cycle') go('goals');
    else if (open.kind === 'team-settings') go('people');
    else go(place, open.id);
  };
};
