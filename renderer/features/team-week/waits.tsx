import type { QueryResult } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { PlaceLink, usePersonName, useQuery } from '#renderer/state/index.ts';
import { DrawnList, SectionHead, useTime } from '#renderer/ui/index.ts';
import type { DrawnRow } from '#renderer/ui/index.ts';
import classes from './team-week.module.css';

type Waits = QueryResult<'waits'>;

type Wait = Waits['open'][number];

const idOf = (wait: Wait): string => wait.id;

const Pair = (props: { readonly wait: Wait; readonly row: DrawnRow }) => {
  const { t } = useText();
  const { clock, dayName, duration } = useTime();
  const nameOf = usePersonName();
  const { id, kind, question, fromId, toId, norm } = props.wait;
  const time =
    norm === null
      ? t('teamWeek.waits.noHours')
      : norm.leftMs <= 0
        ? t('teamWeek.waits.out', { when: `${dayName(norm.dueAt)} ${clock(norm.dueAt)}` })
        : t('teamWeek.waits.left', { left: duration(norm.leftMs), total: duration(norm.totalMs) });
  return (
    <li {...props.row}>
      <PlaceLink place="requests" id={id} className={classes['pair']}>
        {t('teamWeek.waits.line', { from: nameOf(fromId), to: nameOf(toId) })}
      </PlaceLink>
      <span dir="auto">{question}</span>
      <span className={classes['quiet']}>
        {t(`teamWeek.waits.kinds.${kind}`)}, {time}
      </span>
    </li>
  );
};

/** The median of each kind as words, and its weeks as bars that say their value. */
const Median = (props: { readonly median: Waits['medians'][number] }) => {
  const { t } = useText();
  const { duration } = useTime();
  const { kind, count, medianMs, weeks } = props.median;
  const longest = Math.max(1, ...weeks.map((week) => week.medianMs ?? 0));
  const words = weeks.map((week) => `${week.week}: ${week.medianMs === null ? '-' : duration(week.medianMs)}`);
  return (
    <li>
      <b>{t(`teamWeek.medians.kinds.${kind}`)}</b>
      <span>
        {medianMs === null
          ? t('teamWeek.medians.few', { count })
          : t('teamWeek.medians.value', { duration: duration(medianMs), count })}
      </span>
      {medianMs !== null && (
        <svg
          className={classes['weeks']}
          role="img"
          aria-label={`${t('teamWeek.medians.weeks', { kind: t(`teamWeek.medians.kinds.${kind}`) })}. ${words.join(', ')}`}
        >
          {weeks.map((week, nth) => {
            const height = week.medianMs === null ? 2 : 4 + (week.medianMs / longest) * 24;
            return (
              <rect
                key={week.week}
                x={`${((nth / weeks.length) * 100 + 1).toFixed(2)}%`}
                width={`${(100 / weeks.length - 2).toFixed(2)}%`}
                y={30 - height}
                height={height}
                rx="1"
                fill={week.medianMs === null ? 'var(--mer-line-strong)' : 'var(--mer-heat-3)'}
              />
            );
          })}
        </svg>
      )}
    </li>
  );
};

/** Where requests wait, for the team: pairs by the time left, and how long each kind takes. Never a sum by person. */
export const WaitsRail = () => {
  const { t } = useText();
  const { data } = useQuery('waits', {});
  if (data === undefined) return null;
  return (
    <>
      <section aria-labelledby="waits">
        <SectionHead id="waits" title={t('teamWeek.waits.title')} />
        <p className={classes['quiet']}>{t('teamWeek.waits.note')}</p>
        {data.open.length === 0 ? (
          <p className={classes['empty']}>{t('teamWeek.waits.empty')}</p>
        ) : (
          <DrawnList
            className={classes['waits']}
            labelledBy="waits"
            items={data.open}
            idOf={idOf}
            rowSize={60}
            gap={12}
          >
            {(wait, row) => <Pair key={wait.id} wait={wait} row={row} />}
          </DrawnList>
        )}
      </section>
      <section aria-labelledby="medians">
        <SectionHead id="medians" title={t('teamWeek.medians.title')} />
        <p className={classes['quiet']}>{t('teamWeek.medians.note')}</p>
        <ul className={classes['waits']} aria-label={t('teamWeek.medians.title')}>
          {data.medians.map((median) => (
            <Median key={median.kind} median={median} />
          ))}
        </ul>
      </section>
    </>
  );
};
