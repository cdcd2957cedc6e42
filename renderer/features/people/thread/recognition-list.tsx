import { useMemo } from 'react';
import type { AwardView, KudosView } from '#shared/protocol/index.ts';
import { firstLine } from '#shared/schema/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { AwardLine, PlaceLink, RecordActs, usePeopleById, usePersonName, useQuery } from '#renderer/state/index.ts';
import type { Person } from '#renderer/state/index.ts';
import type { DrawnRow } from '#renderer/ui/index.ts';
import { Avatar, AwardIcon, DrawnList, EmptyState, Words, useTime } from '#renderer/ui/index.ts';
import classes from './thread.module.css';

const KudosEntry = (props: { readonly item: KudosView; readonly row: DrawnRow }) => {
  const { t } = useText();
  const { when } = useTime();
  const people = usePeopleById();
  const nameOf = usePersonName();
  const { item } = props;
  const who = (id: string | null): string =>
    id !== null && people.get(id)?.me === true ? t('people.thread.you') : nameOf(id);
  return (
    <li {...props.row} className={classes['entry']}>
      <div className={classes['entryHead']}>
        <Avatar person={{ id: item.byId ?? item.id, name: nameOf(item.byId) }} size="sm" />
        <b>{who(item.byId)}</b>
        <span className={classes['quiet']}>{t('people.thread.to', { name: who(item.toId) })}</span>
        {item.value !== '' && <b>{t('people.thread.for', { value: item.value })}</b>}
        <span className={classes['quiet']}>{when(item.at)}</span>
        <span className={classes['menu']}>
          <RecordActs recordId={item.id} kind="kudos" authorId={item.byId} teamReads about={firstLine(item.text)} />
        </span>
      </div>
      <div className={classes['words']}>
        <Words size="sm">{item.text}</Words>
      </div>
      {item.evidenceId !== null && item.evidenceTitle !== null && (
        <PlaceLink place="goals" id={item.evidenceId}>
          {t('people.thread.evidence', { title: item.evidenceTitle })}
        </PlaceLink>
      )}
    </li>
  );
};

type Entry = { readonly at: number; readonly kudos: KudosView } | { readonly at: number; readonly award: AwardView };

const idOf = (entry: Entry): string => ('kudos' in entry ? entry.kudos.id : entry.award.id);

const noAwards: readonly AwardView[] = [];

/** Kudos and badges to or by this person, newest first. Everyone in the team can read them; nobody counts them. */
export const RecognitionList = (props: { readonly person: Person; readonly kudos: readonly KudosView[] }) => {
  const { t } = useText();
  const awards = useQuery('awards', { personId: props.person.id }).data?.awards ?? noAwards;
  const { kudos: given } = props;
  const entries = useMemo(
    () =>
      [
        ...given.map((kudos): Entry => ({ at: kudos.at, kudos })),
        ...awards.map((award): Entry => ({ at: award.at, award })),
      ].toSorted((a, b) => b.at - a.at),
    [given, awards],
  );
  if (entries.length === 0) {
    return (
      <EmptyState
        icon={AwardIcon}
        title={t('people.thread.emptyKudos.title')}
        sentence={t('people.thread.emptyKudos.sentence')}
      />
    );
  }
  return (
    <DrawnList items={entries} idOf={idOf} rowSize={84}>
      {(entry, row) =>
        'kudos' in entry ? (
          <KudosEntry key={entry.kudos.id} item={entry.kudos} row={row} />
        ) : (
          <AwardLine key={entry.award.id} award={entry.award} toIds={[entry.award.toId]} withMilestone row={row}>
            <RecordActs
              recordId={entry.award.id}
              kind="badge"
              authorId={entry.award.byId}
              teamReads
              about={entry.award.title}
            />
          </AwardLine>
        )
      }
    </DrawnList>
  );
};
