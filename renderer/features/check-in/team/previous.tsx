import type { CheckInView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { PlaceLink, useQuery } from '#renderer/state/index.ts';
import { SectionHead, Words, isoWeekWords } from '#renderer/ui/index.ts';
import { BlockersSaid } from '../read/blockers-said.tsx';
import { GoalsSaid, PlansSaid } from '../read/said.tsx';
import { Changed } from './changed.tsx';
import classes from './team.module.css';

/** How many check-ins of a person are looked at to find the one before. */
const looked = 12;

/** The check-in before the one that is read, so that nobody has to remember it. */
export const Previous = (props: { readonly checkIn: CheckInView }) => {
  const { t } = useText();
  const { personId, week } = props.checkIn;
  const query = useQuery('checkIns', { personId, limit: looked });
  if (query.data === undefined) return null;
  const before = query.data.checkIns.find((one) => one.week < week && !one.skipped);
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
      <PlaceLink place="journal" id={personId}>
        {t('journal.read')}
      </PlaceLink>
      {before !== undefined && (
        <>
          <Changed before={before} now={props.checkIn} />
          <BlockersSaid checkIn={before} keyless />
          <GoalsSaid checkIn={before} />
          <PlansSaid title={t('checkIn.read.plans')} plans={before.plans} checkIn={before} />
          {before.answer.trim() !== '' && (
            <section>
              <SectionHead title={before.question === '' ? t('checkIn.question.title') : before.question} level={3} />
              <Words size="sm">{before.answer}</Words>
            </section>
          )}
        </>
      )}
    </section>
  );
};
