import type { CheckInView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { PlaceLink, useQuery } from '#renderer/state/index.ts';
import { SectionHead, isoWeekWords } from '#renderer/ui/index.ts';
import { BlockersSaid, GoalsSaid, PlansSaid } from '../read/said.tsx';
import classes from './team.module.css';

/** How many check-ins of a person are looked at to find the one before. */
const looked = 12;

/** The check-in before the one that is read, so that nobody has to remember it. */
export const Previous = (props: { readonly checkIn: Pick<CheckInView, 'personId' | 'week'> }) => {
  const { t } = useText();
  const { personId, week } = props.checkIn;
  const query = useQuery('checkIns', { personId, limit: looked });
  if (query.data === undefined) return null;
  const before = query.data.checkIns.find((one) => one.week < week);
  return (
    <section className={classes['previous']}>
      <SectionHead
        title={t('triage.previous.title')}
        note={before === undefined ? t('triage.previous.none') : isoWeekWords(before.week, t)}
        end={
          before !== undefined && (
            <PlaceLink place="check-in" id={before.id}>
              {t('triage.previous.open', { week: isoWeekWords(before.week, t) })}
            </PlaceLink>
          )
        }
      />
      {before !== undefined && (
        <>
          <BlockersSaid checkIn={before} />
          <GoalsSaid checkIn={before} />
          <PlansSaid title={t('checkIn.read.plans')} plans={before.plans} checkIn={before} />
        </>
      )}
    </section>
  );
};
