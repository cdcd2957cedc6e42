import type { CheckInView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { PlaceLink } from '#renderer/state/index.ts';
import { LockIcon, SectionHead, Words, isoWeekWords, useTime } from '#renderer/ui/index.ts';
import { BlockersSaid } from '../read/blockers-said.tsx';
import { GoalsSaid, PlansSaid } from '../read/said.tsx';
import classes from './journal.module.css';

/** One week of the journal, in full. */
export const JournalEntry = (props: { readonly checkIn: CheckInView; readonly ownPulse: number | null }) => {
  const { t } = useText();
  const { when } = useTime();
  const { checkIn, ownPulse } = props;
  const pulse = checkIn.pulse ?? ownPulse;
  return (
    <>
      <div className={classes['head']}>
        <h3>
          <PlaceLink place="check-in" id={checkIn.id}>
            {isoWeekWords(checkIn.week, t)}
          </PlaceLink>
        </h3>
        <span>
          {when(checkIn.submittedAt)}
          {checkIn.acknowledgements.length > 0 && `, ${t('checkIn.read.acknowledged')}`}
          {checkIn.comments.length > 0 && `, ${t('checkIn.read.commentCount', { count: checkIn.comments.length })}`}
        </span>
      </div>
      {checkIn.skipped && (
        <p dir="auto">
          {checkIn.skipReason === ''
            ? t('checkIn.read.skipped')
            : t('checkIn.read.skippedWhy', { reason: checkIn.skipReason })}
        </p>
      )}
      {checkIn.nothingChanged && <p>{t('checkIn.read.nothingChangedLong')}</p>}
      <BlockersSaid checkIn={checkIn} keyless />
      <GoalsSaid checkIn={checkIn} />
      <PlansSaid title={t('checkIn.last.title')} plans={checkIn.lastPlans} checkIn={checkIn} outcomes />
      <PlansSaid title={t('checkIn.read.plans')} plans={checkIn.plans} checkIn={checkIn} />
      {checkIn.answer.trim() !== '' && (
        <section>
          <SectionHead title={checkIn.question === '' ? t('checkIn.question.title') : checkIn.question} level={3} />
          <Words>{checkIn.answer}</Words>
        </section>
      )}
      {pulse !== null && (
        <p className={classes['pulse']}>
          {checkIn.pulse === null && <LockIcon size={14} stroke={1.9} aria-hidden />}
          {t(checkIn.pulse === null ? 'journal.pulse' : 'journal.pulseShared', { value: pulse })}
        </p>
      )}
    </>
  );
};
