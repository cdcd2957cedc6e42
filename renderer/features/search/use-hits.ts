import { useState } from 'react';
import type { QueryResult } from '#shared/protocol/index.ts';
import { skip, useGo, useQuery, placeOfKind } from '#renderer/state/index.ts';
import type { Asked } from './filter/use-filters.ts';

export type Hit = QueryResult<'search'>['hits'][number];

export interface Hits {
  readonly hits: readonly Hit[];
  /** True while the answer for what is typed now is on its way; the hits are those of before. */
  readonly waiting: boolean;
}

const none: readonly Hit[] = [];

/** Whether anything is asked for: words, or a filter that means something. */
export const asksNothing = ({ words, narrowing }: Asked): boolean =>
  words === '' && Object.keys(narrowing).length === 0;

/** What a search finds on this device. While the next answer comes, the last one stays. */
export const useHits = (asked: Asked, limit: number): Hits => {
  const nothing = asksNothing(asked);
  // A filter that names nothing finds nothing: leaving it out would answer another question.
  const impossible = asked.unknown.length > 0;
  const query = useQuery(
    'search',
    nothing || impossible ? skip : { text: asked.words.slice(0, 300), ...asked.narrowing, limit },
  );
  const fresh = nothing || impossible ? none : query.data?.hits;
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
