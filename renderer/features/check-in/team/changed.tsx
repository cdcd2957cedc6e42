import { compareCheckIns, type SaidOf } from '#shared/domain/index.ts';
import type { CheckInView } from '#shared/protocol/index.ts';
import { useAmounts, useText } from '#renderer/i18n/index.ts';
import { PlaceLink } from '#renderer/state/index.ts';
import { StatusShape } from '#renderer/ui/index.ts';
import classes from './team.module.css';

const Said = (props: { readonly said: SaidOf; readonly checkIn: CheckInView }) => {
  const { t } = useText();
  const { say } = useAmounts();
  const { said, checkIn } = props;
  const goal = checkIn.keyResults.find((one) => one.id === said.keyResultId);
  const { value, confidence } = said;
  const words = (one: number | null): string => {
    if (one === null || goal === undefined) return t('triage.changed.unsaid');
    if (goal.type === 'boolean') return t(one >= 1 ? 'checkIn.goals.done' : 'checkIn.goals.notDone');
    return say(one, goal);
  };
  return (
    <li>
      <span className={classes['what']}>
        {goal === undefined ? (
          t('checkIn.read.goalMissing')
        ) : (
          <PlaceLink place="goals" id={goal.objectiveId}>
            {goal.title}
          </PlaceLink>
        )}
      </span>
      {value.from !== value.to && (
        <span className={classes['step']}>
          {words(value.from)}
          <span aria-hidden className={classes['arrow']} />
          <span className={classes['spoken']}>{t('triage.changed.to')}</span>
          {words(value.to)}
        </span>
      )}
      {confidence.to !== null && confidence.from !== confidence.to && (
        <span className={classes['step']}>
          {confidence.from !== null && (
            <>
              <StatusShape status={confidence.from} />
              <span aria-hidden className={classes['arrow']} />
            </>
          )}
          <StatusShape status={confidence.to} />
          {t(`ui.status.${confidence.to}`)}
        </span>
      )}
    </li>
  );
};

/** What changed from the check-in before to this one, in a few lines. */
export const Changed = (props: { readonly before: CheckInView; readonly now: CheckInView }) => {
  const { t } = useText();
  const { before, now } = props;
  const changes = compareCheckIns(before, now);
  const counts = (['done', 'carried', 'dropped', 'fresh'] as const).flatMap((name) =>
    changes[name] === 0 ? [] : [t(`triage.changed.${name}`, { count: changes[name] })],
  );
  return (
    <section className={classes['changed']} aria-label={t('triage.changed.title')}>
      <h3>{t('triage.changed.title')}</h3>
      {counts.length === 0 && changes.said.length === 0 ? (
        <p>{t('triage.changed.nothing')}</p>
      ) : (
        <>
          {counts.length > 0 && <p>{counts.join(', ')}</p>}
          <ul>
            {changes.said.map((said) => (
              <Said key={said.keyResultId} said={said} checkIn={now} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
