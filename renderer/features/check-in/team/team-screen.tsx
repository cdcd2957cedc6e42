import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import type { QueryResult, TriageItem } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import {
  PlaceLink,
  TodayTabs,
  useGo,
  useHeldFirst,
  useQuery,
  useRecordId,
  useTabsKnown,
} from '#renderer/state/index.ts';
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

const idOf = (item: TriageItem): string => item.checkInId;

/** Items as they stand on the screen, group after group. */
const asShown = (items: readonly TriageItem[]): readonly TriageItem[] =>
  groups.flatMap((group) => items.filter((item) => item.group === group));

/** What is dealt with after an item: the next that still wants something, else the last one before it. */
const nextAfter = (items: readonly TriageItem[], id: string | null): string | null => {
  const at = items.findIndex((item) => item.checkInId === id);
  const wants = (item: TriageItem, index: number): boolean => index !== at && item.group !== 'acknowledged';
  const after = items.find((item, index) => index > at && wants(item, index));
  return (after ?? items.findLast((item, index) => index < at && wants(item, index)))?.checkInId ?? null;
};

interface QueueProps {
  readonly items: readonly TriageItem[];
  readonly currentId: string | null;
  readonly onCurrent: (id: string) => void;
}

/** The queue in its groups; j and k go through all of them. */
const Queue = (props: QueueProps) => {
  const { t } = useText();
  const { items, currentId, onCurrent } = props;
  const ids = useMemo(() => items.map((item) => item.checkInId), [items]);
  const selection = useRowSelection({ ids, currentId, onCurrent });
  return groups.map((group) => {
    const inGroup = items.filter((item) => item.group === group);
    if (inGroup.length === 0) return null;
    return (
      <section key={group} className={classes['group']} aria-label={t(`triage.groups.${group}`)}>
        <SectionHead title={t(`triage.groups.${group}`)} note={inGroup.length} />
        <Rows
          label={t(`triage.groups.${group}`)}
          items={inGroup}
          idOf={idOf}
          selection={selection}
          rowClassName={classes['row']}
        >
          {(item) => <ItemRow item={item} />}
        </Rows>
      </section>
    );
  });
};

const Panel = (props: { readonly id: string; readonly onDone: () => void; readonly keepFocus: () => void }) => {
  const { t } = useText();
  const { keepFocus } = props;
  const query = useQuery('checkIn', { id: props.id });
  // What the focus was in may be gone with what arrived: an answer's field, once there is nothing to answer.
  useLayoutEffect(keepFocus, [query.data, keepFocus]);
  if (query.data === undefined) return <Skeleton withDisc rows={6} />;
  const { checkIn } = query.data;
  if (checkIn === null)
    return <EmptyState title={t('checkIn.read.missing.title')} sentence={t('checkIn.read.missing.sentence')} />;
  return (
    <div className={classes['panel']}>
      <div className={classes['both']}>
        <CheckInDetail checkIn={checkIn} onDone={props.onDone} />
        <Previous checkIn={checkIn} />
      </div>
    </div>
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
  const go = useGo();
  const { missing, weeks, team } = props.data;
  const items = useMemo(() => asShown(props.data.items), [props.data.items]);
  // A more pressing one, or an answer that changes the group of this one, swaps nothing under who reads and types.
  const shownId = useHeldFirst(useRecordId(), items[0]?.checkInId ?? null);
  const queue = useRef<HTMLDivElement>(null);
  const select = useCallback((id: string) => go('today/team', id, { replace: true }), [go]);
  const moveOn = (): void => {
    const next = nextAfter(items, shownId);
    if (next !== null) select(next);
  };
  // A row that changes its group, or a panel that makes way for the next one, takes the focus with it.
  const keepFocus = useCallback(() => {
    if (document.activeElement === document.body)
      queue.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus({ preventScroll: true });
  }, []);
  useLayoutEffect(keepFocus, [items, shownId, keepFocus]);
  return (
    <Split columns="minmax(20rem, 1fr) minmax(0, 1.4fr)">
      <div className={classes['list']} ref={queue}>
        {items.length === 0 ? (
          <Nothing alone={false} />
        ) : (
          <Queue items={items} currentId={shownId} onCurrent={select} />
        )}
        <MissingList missing={missing} />
        {team.length > 0 && <Weeks weeks={weeks} team={team} />}
      </div>
      <section className={classes['pane']} aria-label={t('triage.detail')}>
        {shownId === null ? null : <Panel key={shownId} id={shownId} onDone={moveOn} keepFocus={keepFocus} />}
      </section>
    </Split>
  );
};

/** A manager's Today: check-ins by what they ask, each read in full beside the queue. */
export const TeamScreen = () => {
  const { t } = useText();
  const { data, error } = useQuery('triage', {});
  const known = useTabsKnown();
  return (
    <Place
      title={t('today.title')}
      switches={<TodayTabs shown="today/team" />}
      context={
        data === undefined || data.reports === 0 || !known
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
