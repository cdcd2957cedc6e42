import { useMemo } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useText } from '#renderer/i18n/index.ts';
import {
  EmptyState,
  Page,
  Place,
  Rows,
  SearchIcon,
  Skeleton,
  TextField,
  useKeys,
  useRowSelection,
} from '#renderer/ui/index.ts';
import { HitRow } from './hit-row.tsx';
import { isSearchKind, searchKinds } from './kinds.ts';
import type { SearchKind } from './kinds.ts';
import classes from './search.module.css';
import { useHits, useOpenHit } from './use-hits.ts';

const most = 100;

interface Asked {
  readonly text: string;
  readonly kind: SearchKind | null;
  readonly ask: (text: string, kind: SearchKind | null) => void;
}

/** What the address asks for: /search?q=words&kind=objective. */
const useAsked = (): Asked => {
  const navigate = useNavigate();
  const search: { readonly q?: unknown; readonly kind?: unknown } = useSearch({ strict: false });
  // The router reads "?q=2026" as a number.
  const text = typeof search.q === 'string' || typeof search.q === 'number' ? String(search.q) : '';
  const kind = isSearchKind(search.kind) ? search.kind : null;
  return {
    text,
    kind,
    ask: (q, wanted) => {
      void navigate({
        to: '/search',
        search: { q, ...(wanted === null ? {} : { kind: wanted }) },
        replace: true,
      });
    },
  };
};

/** Everything found on this device, by kind. */
export const SearchScreen = () => {
  const { t } = useText();
  const { text, kind, ask } = useAsked();
  const { hits, waiting } = useHits(text, kind, most);
  const openHit = useOpenHit();
  const ids = useMemo(() => hits.map((hit) => hit.recordId), [hits]);
  const selection = useRowSelection({
    ids,
    onOpen: (id) => {
      const hit = hits.find((one) => one.recordId === id);
      if (hit !== undefined) openHit(hit);
    },
  });
  useKeys([{ keys: 's', label: t('search.change'), run: () => document.getElementById('search-words')?.focus() }]);
  const blank = text.trim() === '';
  return (
    <Place title={t('search.title')} context={blank || waiting ? undefined : t('search.count', { count: hits.length })}>
      <Page>
        <div className={classes['page']}>
          <TextField
            id="search-words"
            aria-label={t('search.placeholder')}
            placeholder={t('search.placeholder')}
            leftSection={<SearchIcon size={16} stroke={1.9} aria-hidden />}
            value={text}
            maxLength={300}
            autoFocus={blank}
            onChange={(event) => ask(event.currentTarget.value, kind)}
          />
          <div className={classes['filter']} role="group" aria-label={t('search.filter')}>
            {([null, ...searchKinds] as const).map((one) => (
              <button key={one ?? 'all'} type="button" aria-pressed={one === kind} onClick={() => ask(text, one)}>
                {one === null ? t('search.kinds.all') : t(`search.kinds.${one}`)}
              </button>
            ))}
          </div>
          {blank ? (
            <EmptyState
              rank={2}
              icon={SearchIcon}
              title={t('search.blank.title')}
              sentence={t('search.blank.sentence')}
            />
          ) : waiting && hits.length === 0 ? (
            <Skeleton rows={5} />
          ) : hits.length === 0 ? (
            <EmptyState
              rank={2}
              icon={SearchIcon}
              title={t('search.nothing', { text })}
              sentence={kind === null ? t('search.nothingHint') : t('search.nothingOfKind')}
            />
          ) : (
            <Rows
              label={t('search.results')}
              items={hits}
              idOf={(hit) => hit.recordId}
              selection={selection}
              openOnClick
              rowClassName={classes['hit']}
            >
              {(hit) => <HitRow hit={hit} whole />}
            </Rows>
          )}
          {hits.length === most && <p className={classes['nothing']}>{t('search.most', { count: most })}</p>}
        </div>
      </Page>
    </Place>
  );
};
