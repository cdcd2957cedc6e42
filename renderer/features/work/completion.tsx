import type { QueryResult } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { SectionHead } from '#renderer/ui/index.ts';
import { weekNumber } from './use-tasks.ts';
import classes from './work.module.css';

type Weeks = QueryResult<'work'>['completion'];

/** How much of each week's plans was finished; the words say what the bars show. */
export const Completion = (props: { readonly weeks: Weeks }) => {
  const { t } = useText();
  if (props.weeks.every((week) => week.rate === null)) return null;
  return (
    <section aria-labelledby="work-completion" className={classes['completion']}>
      <SectionHead id="work-completion" level={3} title={t('work.completion.title')} note={t('work.completion.note')} />
      <ol>
        {props.weeks.map(({ week, done, planned, dropped, rate }) => {
          const number = weekNumber(week);
          const words =
            rate === null
              ? t('work.completion.none', { week: number })
              : t('work.completion.week', { week: number, done, count: planned - dropped });
          return (
            <li key={week} title={words} className={rate === null ? classes['empty'] : undefined}>
              <span className={classes['unseen']}>{words}</span>
              <span className={classes['share']} aria-hidden>
                {rate !== null && <span style={{ blockSize: `${Math.round(rate * 100)}%` }} />}
              </span>
              <span aria-hidden>{number}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
};
