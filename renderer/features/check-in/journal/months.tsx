import type { CheckInView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { SectionHead } from '#renderer/ui/index.ts';
import type { Month } from './month.ts';
import classes from './journal.module.css';

/** What was planned for the weeks before these, and how much of it was finished. */
const plansOf = (weeks: readonly CheckInView[]): { readonly done: number; readonly count: number } => {
  const plans = weeks.flatMap(({ lastPlans }) => lastPlans);
  return { done: plans.filter(({ outcome }) => outcome === 'done').length, count: plans.length };
};

/**
 * The months of a journal, each a way to its first week. Not known yet or none at all, its place is kept: what stands
 * beside it does not move when the answer comes or somebody looks for a word.
 */
export const Months = (props: {
  readonly months: readonly Month[] | undefined;
  readonly words: (month: string) => string;
  readonly current: string | null;
  readonly onGo: (checkInId: string) => void;
}) => {
  const { t } = useText();
  return (
    <nav className={classes['months']} aria-labelledby="journal-months">
      <SectionHead id="journal-months" title={t('journal.months')} />
      {props.months?.length === 0 && <p>{t('journal.noMonths')}</p>}
      <ul>
        {props.months?.map(({ month, weeks }) => {
          const [first] = weeks;
          const plans = plansOf(weeks);
          return (
            <li key={month}>
              <button
                type="button"
                aria-current={weeks.some(({ id }) => id === props.current)}
                onClick={() => {
                  if (first !== undefined) props.onGo(first.id);
                }}
              >
                {props.words(month)}
                <span>{t('journal.monthNote', { weeks: t('journal.count', { count: weeks.length }), ...plans })}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
};
