import { useText } from '#renderer/i18n/index.ts';
import { PlaceLink, useQuery } from '#renderer/state/index.ts';
import type { Person } from '#renderer/state/index.ts';
import { CheckInIcon, EmptyState, Skeleton, isoWeekWords, useTime } from '#renderer/ui/index.ts';
import classes from './thread.module.css';

/** How many of the newest are listed: half a year of weeks. */
const shown = 26;

/** What the person sent, week by week, with a way to read each. */
export const CheckInList = (props: { readonly person: Person }) => {
  const { t } = useText();
  const { when } = useTime();
  const { person } = props;
  const checkIns = useQuery('checkIns', { personId: person.id, limit: shown }).data?.checkIns;
  if (checkIns === undefined) return <Skeleton />;
  if (checkIns.length === 0) {
    return (
      <EmptyState
        icon={CheckInIcon}
        title={t('people.thread.emptyCheckIns.title')}
        sentence={
          person.me
            ? t('people.thread.emptyCheckIns.mine')
            : t('people.thread.emptyCheckIns.sentence', { name: person.name })
        }
      />
    );
  }
  return (
    <div>
      {checkIns.map((checkIn) => {
        const done = checkIn.lastPlans.filter((plan) => plan.outcome === 'done').length;
        return (
          <PlaceLink key={checkIn.id} place="check-in" id={checkIn.id} className={classes['goal']}>
            <span className={classes['goalHead']}>
              <CheckInIcon size={16} stroke={1.75} aria-hidden />
              <span>{isoWeekWords(checkIn.week, t)}</span>
              <span className={classes['quiet']}>
                {checkIn.nothingChanged
                  ? t('people.thread.nothingChanged')
                  : checkIn.lastPlans.length === 0
                    ? ''
                    : t('people.thread.plansDone', { done, count: checkIn.lastPlans.length })}
              </span>
              <span className={classes['quiet']}>{when(checkIn.submittedAt)}</span>
            </span>
          </PlaceLink>
        );
      })}
    </div>
  );
};
