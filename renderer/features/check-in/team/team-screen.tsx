import { useCallback, useMemo } from 'react';
import type { QueryResult, TriageItem } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { PlaceLink, TodayTabs, useGo, useQuery, useRecordId } from '#renderer/state/index.ts';
import {
  Banner,
  CheckIcon,
  EmptyState,
  PeopleIcon,
  Place,
  Rows,
  SectionHead,
  Skeleton,
  Split,
  isoWeekWords,
  useRowSelection,
} from '#renderer/ui/index.ts';
import { CheckInDetail } from '../read/detail.tsx';
import { ItemRow } from './item-row.tsx';
import { MissingList } from './missing.tsx';
import { Previous } from './previous.tsx';
import classes from './team.module.css';
import { Weeks } from './weeks.tsx';

const groups = ['blocked', 'fell', 'unread', 'acknowledged'] as const;

/** The queue in its groups; j and k go through all of them. */
const Queue = (props: { readonly items: readonly TriageItem[]; readonly currentId: string | null }) => {
  const { t } = useText();
  const go = useGo();
  const { items, currentId } = props;
  const ids = useMemo(() => items.map((item) => item.checkInId), [items]);
  const select = useCallback((id: string) => go('today/team', id, { replace: true }), [go]);
  const selection = useRowSelection({ ids, currentId, onCurrent: select });
  return groups.map((group) => {
    const inGroup = items.filter((item) => item.group === group);
    if (inGroup.length === 0) return null;
    return (
      <section key={group} className={classes['group']} aria-label={t(`triage.groups.${group}`)}>
        <SectionHead title={t(`triage.groups.${group}`)} note={inGroup.length} />
        <Rows
          label={t(`triage.groups.${group}`)}
          items={inGroup}
          idOf={(item) => item.checkInId}
          selection={selection}
          rowClassName={classes['row']}
        >
          {(item) => <ItemRow item={item} />}
        </Rows>
      </section>
    );
  });
};

const Panel = (props: { readonly id: string }) => {
  const { t } = useText();
  const query = useQuery('checkIn', { id: props.id });
  if (query.data === undefined) return <Skeleton withDisc rows={6} />;
  const { checkIn } = query.data;
  if (checkIn === null)
    return <EmptyState title={t('checkIn.read.missing.title')} sentence={t('checkIn.read.missing.sentence')} />;
  return (
    <>
      <CheckInDetail checkIn={checkIn} />
      <Previous checkIn={checkIn} />
    </>
  );
};

const Nothing = (props: { readonly alone: boolean }) => {
  const { t } = useText();
  return props.alone ? (
    <EmptyState
      whole
      icon={PeopleIcon}
      title={t('triage.empty.alone')}
      sentence={t('triage.empty.aloneSentence')}
      actions={<PlaceLink place="members">{t('triage.empty.members')}</PlaceLink>}
    />
  ) : (
    <EmptyState icon={CheckIcon} title={t('triage.empty.title')} sentence={t('triage.empty.sentence')} />
  );
};

const Triage = (props: { readonly data: QueryResult<'triage'> }) => {
  const { t } = useText();
  const { items, missing, weeks, team } = props.data;
  const asked = useRecordId();
  const shownId = asked ?? items[0]?.checkInId ?? null;
  return (
    <Split columns="minmax(20rem, 1fr) minmax(0, 1fr)">
      <div className={classes['list']}>
        {items.length === 0 ? <Nothing alone={false} /> : <Queue items={items} currentId={shownId} />}
        <MissingList missing={missing} />
        {team.length > 0 && <Weeks weeks={weeks} team={team} />}
      </div>
      <section className={classes['pane']} aria-label={t('triage.detail')}>
        {shownId === null ? null : <Panel key={shownId} id={shownId} />}
      </section>
    </Split>
  );
};

/** A manager's Today: check-ins by what they ask, each read in full beside the queue. */
export const TeamScreen = () => {
  const { t } = useText();
  const { data, error } = useQuery('triage', {});
  return (
    <Place
      title={t('today.title')}
      switches={<TodayTabs shown="today/team" />}
      context={
        data === undefined || data.reports === 0
          ? undefined
          : t('triage.context', {
              submitted: data.submitted,
              count: data.reports,
              week: isoWeekWords(data.week, t),
            })
      }
    >
      {data === undefined ? (
        <div className={classes['list']}>
          {error === null ? <Skeleton rows={6} withDisc /> : <Banner tone="off-track">{error.sentence}</Banner>}
        </div>
      ) : data.reports === 0 && data.items.length === 0 ? (
        <Nothing alone />
      ) : (
        <Triage data={data} />
      )}
    </Place>
  );
};
