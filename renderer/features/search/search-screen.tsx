import { useMemo } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useText } from '#renderer/i18n/index.ts';
import { EmptyState, Page, Place, Rows, SearchIcon, Skeleton, useKeys, useRowSelection } from '#renderer/ui/index.ts';
import { AskingField } from './filter/asking-field.tsx';
import { FilterBar } from './filter/filter-bar.tsx';
import { useFilters } from './filter/use-filters.ts';
import { HitRow } from './hit-row.tsx';
import classes from './search.module.css';
import { asksNothing, useHits, useOpenHit } from './use-hits.ts';
import type { Hit } from './use-hits.ts';

const most = 100;
const idOf = (hit: Hit): string => hit.recordId;
const fieldId = 'search-words';

/** What the address asks for: /search?q=words kind:goal. */
const useTyped = (): readonly [string, (text: string) => void] => {
  const navigate = useNavigate();
  const search: { readonly q?: unknown } = useSearch({ strict: false });
  // The router reads "?q=2026" as a number.
  const text = typeof search.q === 'string' || typeof search.q === 'number' ? String(search.q) : '';
  return [text, (q) => void navigate({ to: '/search', search: { q }, replace: true })];
};

/** Everything found on this device, narrowed by what is typed or chosen. */
export const SearchScreen = () => {
  const { t } = useText();
  const [text, setText] = useTyped();
  const filters = useFilters();
  const asked = filters.read(text);
  const { hits, waiting } = useHits(asked, most);
  const openHit = useOpenHit();
  const ids = useMemo(() => hits.map((hit) => hit.recordId), [hits]);
  const selection = useRowSelection({
    ids,
    onOpen: (id) => {
      const hit = hits.find((one) => one.recordId === id);
      if (hit !== undefined) openHit(hit);
    },
  });
  useKeys([{ keys: 's', label: t('search.change'), run: () => document.getElementById(fieldId)?.focus() }]);
  const blank = asksNothing(asked) && asked.unknown.length === 0;
  const unknown = asked.unknown[0];
  return (
    <Place title={t('search.title')} context={blank || waiting ? undefined : t('search.count', { count: hits.length })}>
      <Page>
        <div className={classes['page']}>
          <AskingField
            id={fieldId}
            text={text}
            onText={setText}
            completions={filters.complete(text)}
            autoFocus={blank}
            onDone={() => selection.move(0)}
          />
          <FilterBar
            filters={filters}
            text={text}
            asked={asked}
            onText={setText}
            onBegin={(begun) => {
              setText(begun);
              document.getElementById(fieldId)?.focus();
            }}
          />
          {blank ? (
            <EmptyState
              rank={2}
              icon={SearchIcon}
              title={t('search.blank.title')}
              sentence={t('search.blank.sentence')}
            />
          ) : unknown !== undefined ? (
            <EmptyState
              rank={2}
              icon={SearchIcon}
              title={t('search.filters.unknown', { token: text.slice(unknown.start, unknown.end) })}
              sentence={t('search.nothingHint')}
            />
          ) : waiting && hits.length === 0 ? (
            <Skeleton rows={5} />
          ) : hits.length === 0 ? (
            <EmptyState
              rank={2}
              icon={SearchIcon}
              title={t('search.nothing', { text })}
              sentence={asked.tokens.length === 0 ? t('search.nothingHint') : t('search.nothingOfKind')}
            />
          ) : (
            <Rows
              label={t('search.results')}
              items={hits}
              idOf={idOf}
              rowSize={72}
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
