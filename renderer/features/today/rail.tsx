import type { GoalRow, SyncState } from '#shared/protocol/index.ts';
import { useAmounts, useSaid, useText } from '#renderer/i18n/index.ts';
import { PlaceLink, useGo, usePeopleById, usePersonName, useQuery, useSession } from '#renderer/state/index.ts';
import {
  Avatar,
  Button,
  Card,
  CompassIcon,
  DeviceIcon,
  OfflineIcon,
  ProgressBar,
  SectionHead,
  StatusShape,
  SyncedIcon,
  dayOf,
  joinNames,
  statedNow,
  statedSpans,
  statusOf,
  useTime,
} from '#renderer/ui/index.ts';
import classes from './today.module.css';

const shownPeers = 3;

/** In the sample team: what this is, and that it can be tried without fear. */
const SampleCard = () => {
  const { t } = useText();
  return (
    <Card>
      <div className={classes['cardHead']}>
        <h2>{t('today.rail.sample.title')}</h2>
        <CompassIcon size={16} stroke={1.9} aria-hidden />
      </div>
      <p className={classes['cardText']}>{t('today.rail.sample.sentence')}</p>
    </Card>
  );
};

const SyncCard = (props: { readonly sync: SyncState }) => {
  const said = useSaid();
  const { t } = useText();
  const { ago, shortWhen } = useTime();
  const go = useGo();
  const nameOf = usePersonName();
  const { peers, relays } = props.sync;
  const behind = peers.filter((peer) => peer.waiting > 0).toSorted((a, b) => (a.syncedAt ?? 0) - (b.syncedAt ?? 0))[0];
  const first = (id: string): string => nameOf(id).split(/\s+/u)[0] ?? '';
  const trouble = relays.find((relay) => relay.state === 'offline' || relay.state === 'refused')?.sentence;
  // The relay keeps it for them: nothing is left to do here.
  const handedOver = props.sync.pending === 0 && relays.some((relay) => relay.state === 'synced');
  const head =
    peers.length === 0
      ? { Icon: DeviceIcon, title: t('today.rail.sync.alone'), text: t('today.rail.sync.aloneDetail') }
      : behind === undefined
        ? { Icon: SyncedIcon, title: t('today.rail.sync.synced'), text: t('today.rail.sync.syncedDetail') }
        : {
            Icon: handedOver ? SyncedIcon : OfflineIcon,
            title:
              behind.syncedAt === null
                ? t('today.rail.sync.never', { name: first(behind.personId) })
                : t('today.rail.sync.waiting', { name: first(behind.personId), when: ago(behind.syncedAt) }),
            text: handedOver
              ? t('today.rail.sync.onRelay', { count: behind.waiting, name: first(behind.personId) })
              : [
                  t('today.rail.sync.waitingDetail', { count: behind.waiting, name: first(behind.personId) }),
                  said(trouble ?? ''),
                ]
                  .filter((part) => part !== '')
                  .join(' '),
          };
  const newest = peers.toSorted((a, b) => (b.syncedAt ?? 0) - (a.syncedAt ?? 0)).slice(0, shownPeers);
  return (
    <Card>
      <div className={classes['cardHead']}>
        <h2>{head.title}</h2>
        <head.Icon size={16} stroke={1.9} aria-hidden />
      </div>
      <p className={classes['cardText']}>{head.text}</p>
      {newest.length > 0 && (
        <ul className={classes['peers']}>
          {newest.map((peer) => (
            <li key={peer.personId}>
              <Avatar person={{ id: peer.personId, name: nameOf(peer.personId) }} size="sm" />
              <span>
                {t('today.rail.sync.peer', { name: first(peer.personId), via: t(`today.rail.sync.via.${peer.via}`) })}
              </span>
              <span className={classes['quiet']}>
                {peer.syncedAt === null ? t('today.rail.sync.never2') : shortWhen(peer.syncedAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Button
        size="xs"
        onClick={() => {
          go('trust');
        }}
      >
        {t('today.rail.sync.more')}
      </Button>
    </Card>
  );
};

const Goals = (props: { readonly goals: readonly GoalRow[]; readonly expected: number | null }) => {
  const { t } = useText();
  const said = useSaid();
  const { percent } = useAmounts();
  return (
    <section aria-labelledby="your-goals">
      <SectionHead
        id="your-goals"
        title={t('today.rail.goals.title')}
        note={
          props.expected === null
            ? undefined
            : t('today.rail.goals.passed', { percent: Math.round(props.expected * 100) })
        }
      />
      {props.goals.length === 0 ? (
        <p className={classes['text']}>
          {t('today.rail.goals.empty')} <PlaceLink place="goals">{t('today.rail.goals.open')}</PlaceLink>
        </p>
      ) : (
        <div className={classes['goals']}>
          {props.goals.map((goal) => (
            <PlaceLink key={goal.id} place="goals" id={goal.id} className={classes['goal']}>
              <span className={classes['goalHead']}>
                <StatusShape status={statusOf(goal.confidence ?? goal.worst?.confidence ?? null)} />
                <span className={classes['goalName']}>{goal.title}</span>
                <span className={classes['quiet']}>
                  {goal.metText === null ? (goal.progress === null ? '' : percent(goal.progress)) : said(goal.metText)}
                </span>
              </span>
              <ProgressBar
                progress={goal.progress}
                expected={goal.metText === null ? props.expected : null}
                projected={goal.projectedProgress}
              />
            </PlaceLink>
          ))}
        </div>
      )}
    </section>
  );
};

/** When my stated hours meet my manager's, or the one other person's of a team of two. */
const SharedHours = () => {
  const { t, language } = useText();
  const { now, zone, clock, ahead } = useTime();
  const me = useSession()?.me;
  const people = usePeopleById();
  if (me === null || me === undefined) return null;
  const others = [...people.values()].filter((person) => !person.me && person.state !== 'removed');
  const other = others.find((person) => person.id === me.managerId) ?? (others.length === 1 ? others[0] : undefined);
  if (other === undefined) return null;
  const day = dayOf(now, zone);
  const ranges = statedSpans(me, day).flatMap((mine) =>
    statedSpans(other, day).flatMap((theirs) => {
      const from = Math.max(mine.from, theirs.from);
      const to = Math.min(mine.to, theirs.to);
      return from < to ? [t('people.clock.span', { from: clock(from), to: clock(to) })] : [];
    }),
  );
  const stated = statedNow(other, now);
  const meet =
    ranges.length === 0
      ? t('today.rail.hours.never')
      : t('today.rail.hours.meet', { ranges: joinNames(ranges, language) });
  const theirs = (): string => {
    if (stated === null) return '';
    if (stated.atWork) return t('today.rail.hours.until', { time: clock(stated.at) });
    const starts = ahead(stated.at);
    return 'day' in starts ? t('today.rail.hours.startsDay', starts) : t('today.rail.hours.starts', starts);
  };
  return (
    <section aria-labelledby="shared-hours">
      <SectionHead id="shared-hours" title={t('today.rail.hours.title', { name: other.name.split(/\s+/u)[0] ?? '' })} />
      <p className={classes['text']}>
        {meet} {theirs()}
      </p>
    </section>
  );
};

/** Beside the queue: what sync waits for, my goals, and the next hours in common. */
export const Rail = (props: { readonly goals: readonly GoalRow[]; readonly expected: number | null }) => {
  const sync = useQuery('sync', {}).data;
  const sample = useSession()?.sample === true;
  // All at once: what came later would push the rest down.
  if (sync === undefined) return null;
  return (
    <>
      {sample && <SampleCard />}
      <SyncCard sync={sync} />
      <Goals goals={props.goals} expected={props.expected} />
      <SharedHours />
    </>
  );
};
