import type { TriageItem } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { usePeopleById, usePersonName } from '#renderer/state/index.ts';
import { Avatar, Chip, HistoryIcon, StatusShape, WaitIcon, classNames, useTime } from '#renderer/ui/index.ts';
import classes from './team.module.css';

/** What a row says in one line: the question, the goal that slipped, or how the week went. */
const useHeadline = (): ((item: TriageItem) => string) => {
  const { t } = useText();
  return (item) => {
    if (item.group === 'acknowledged') return t('triage.summary.seen');
    const [asked] = item.blockers;
    if (asked !== undefined) return asked.text;
    const [fell] = item.fell;
    if (fell !== undefined) return item.words === '' ? fell.title : `${fell.title}: ${item.words}`;
    if (item.nothingChanged) return t('triage.summary.unchanged');
    if (item.planned === 0) return item.words === '' ? t('triage.summary.none') : item.words;
    return t('triage.summary.plans', { done: item.done, count: item.planned });
  };
};

const Chips = (props: { readonly item: TriageItem }) => {
  const { t } = useText();
  const { item } = props;
  const [asked] = item.blockers;
  const [fell] = item.fell;
  if (item.group === 'acknowledged') return null;
  const hours = Math.round((asked?.norm?.totalMs ?? 0) / 3_600_000);
  return (
    <span className={classes['chips']}>
      {asked !== undefined && asked.norm !== null && (
        <Chip>
          <WaitIcon size={14} stroke={1.9} aria-hidden />
          {t(asked.urgent ? 'triage.chips.urgent' : 'triage.chips.standard', { count: hours })}
        </Chip>
      )}
      {item.blockers.length > 1 && <Chip>{t('triage.chips.more', { count: item.blockers.length - 1 })}</Chip>}
      {fell !== undefined && (
        <span className={classNames(classes['fell'], classes[fell.to])}>
          <StatusShape status={fell.from} />
          <span aria-hidden className={classes['arrow']} />
          <StatusShape status={fell.to} />
          {t('triage.chips.fell')}
        </span>
      )}
      {item.carriedOften > 0 && (
        <Chip>
          <HistoryIcon size={14} stroke={1.9} aria-hidden />
          {t('triage.chips.carried', { count: item.carriedOften })}
        </Chip>
      )}
    </span>
  );
};

/** One check-in in the queue: who, what it asks, and how long there is. */
export const ItemRow = (props: { readonly item: TriageItem }) => {
  const { t } = useText();
  const { item } = props;
  const { now, clock, duration, shortWhen, when } = useTime();
  const nameOf = usePersonName();
  const person = usePeopleById().get(item.personId);
  const headline = useHeadline();
  const norm = item.blockers[0]?.norm ?? null;
  const name = nameOf(item.personId);
  return (
    <>
      <Avatar person={{ id: item.personId, name }} size="lg" />
      <span className={classNames(classes['main'], item.group === 'acknowledged' && classes['seen'])}>
        <span className={classes['line']}>
          <b>{name}</b>
          {person !== undefined && (
            <small>
              {t('triage.place', {
                place: person.place === '' ? person.timeZone : person.place,
                time: clock(now, person.timeZone),
              })}
            </small>
          )}
          <span className={classNames(classes['time'], norm?.urgent === true && classes['urgent'])}>
            {norm === null
              ? shortWhen(item.at)
              : norm.leftMs > 0
                ? t('triage.left', { duration: duration(norm.leftMs) })
                : t('triage.out', { when: when(norm.dueAt) })}
          </span>
        </span>
        <span className={classes['headline']} dir="auto">
          {headline(item)}
        </span>
        <Chips item={item} />
      </span>
    </>
  );
};
