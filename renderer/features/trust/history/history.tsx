import { useState } from 'react';
import { useSaidTitle, useText } from '#renderer/i18n/index.ts';
import { PlaceLink, placeOfKind, skip, useAudience, useGo, useKindWord, useQuery } from '#renderer/state/index.ts';
import {
  AudienceTag,
  Banner,
  Button,
  ClockIcon,
  EmptyState,
  HistoryIcon,
  SectionHead,
  Skeleton,
  TrustIcon,
  useKeys,
  useTime,
} from '#renderer/ui/index.ts';
import { Chooser } from './chooser.tsx';
import { Entry } from './history-entry.tsx';
import { Tombstone } from './tombstone.tsx';
import classes from './history.module.css';

/** How many entries are shown at first, newest first. */
const shownEntries = 8;

/** Places that show a record of this kind by its own id. */
const openable = new Set(['objective', 'check-in']);

/** Who changed what in a record, and how far that can be believed. */
export const History = (props: { readonly recordId: string | null }) => {
  const sentence = useSaidTitle();
  const { t } = useText();
  const { date } = useTime();
  const go = useGo();
  const audienceOf = useAudience();
  const kindWord = useKindWord();
  const { recordId } = props;
  const [choosing, setChoosing] = useState(false);
  const [whole, setWhole] = useState(false);
  useKeys([{ keys: 'h', label: t('trust.history.choose'), run: () => setChoosing(true) }]);
  const query = useQuery('history', recordId === null ? skip : { recordId });
  const data = query.data;
  const entries = data?.entries ?? [];
  const shown = whole ? entries : entries.slice(0, shownEntries);
  const oldest = entries.at(-1);
  const unverified = entries.filter((entry) => !entry.verified).length;
  const doubted = entries.filter((entry) => entry.warnings.length > 0).length;
  const gone = data?.erased ?? null;
  const title =
    data === undefined
      ? ''
      : gone !== null
        ? t('erasure.history.titleOf', { what: kindWord(data.kind) })
        : data.title === ''
          ? t('trust.history.untitled')
          : sentence(data.title);
  const place = data === undefined || gone !== null || !openable.has(data.kind) ? null : placeOfKind(data.kind);
  return (
    <section aria-labelledby="history">
      <SectionHead
        id="history"
        title={t('trust.history.title')}
        note={
          entries.length === 0 ? undefined : place === null ? (
            title
          ) : (
            <PlaceLink place={place} id={recordId} className={classes['link']}>
              {title}
            </PlaceLink>
          )
        }
        end={
          <button type="button" className={classes['link']} onClick={() => setChoosing(true)}>
            {recordId === null ? t('trust.history.choose') : t('trust.history.another')}
          </button>
        }
      />
      {recordId === null ? (
        <EmptyState
          icon={HistoryIcon}
          title={t('trust.history.empty.title')}
          sentence={t('trust.history.empty.sentence')}
          actions={
            <Button size="xs" keys="h" onClick={() => setChoosing(true)}>
              {t('trust.history.choose')}
            </Button>
          }
        />
      ) : data === undefined ? (
        <Skeleton rows={5} withDisc />
      ) : gone !== null && oldest === undefined ? (
        <Tombstone erased={gone} />
      ) : oldest === undefined ? (
        <EmptyState
          icon={HistoryIcon}
          title={t('trust.history.none.title')}
          sentence={t('trust.history.none.sentence')}
        />
      ) : (
        <>
          <div className={classes['banners']}>
            {gone !== null && <Tombstone erased={gone} />}
            <Banner tone={unverified === 0 ? 'done' : 'at-risk'} icon={TrustIcon}>
              {unverified === 0
                ? t('trust.history.unbroken', { count: entries.length, day: date(oldest.claimedAt) })
                : t('trust.history.broken', { count: unverified })}{' '}
              {data.audience !== null && <AudienceTag {...audienceOf(data.audience)} />}
            </Banner>
            {doubted > 0 && (
              <Banner tone="at-risk" icon={ClockIcon}>
                {t('erasure.history.doubt', { count: doubted })}
              </Banner>
            )}
          </div>
          <ol className={classes['history']}>
            {shown.map((entry) => (
              <Entry
                key={entry.entryId}
                recordId={recordId}
                entry={entry}
                kind={data?.kind ?? ''}
                first={entry === oldest}
                whole={whole}
              />
            ))}
          </ol>
          {!whole &&
            (entries.length > shownEntries || entries.some((entry) => entry.changes.length > shownEntries)) && (
              <Button size="xs" tone="quiet" onClick={() => setWhole(true)}>
                {entries.length > shownEntries
                  ? t('trust.history.showMore', { count: entries.length - shownEntries })
                  : t('trust.history.showAll')}
              </Button>
            )}
        </>
      )}
      {choosing && (
        <Chooser
          onClose={() => setChoosing(false)}
          onChoose={(id) => {
            setChoosing(false);
            setWhole(false);
            go('trust', id);
          }}
        />
      )}
    </section>
  );
};
