import type { CheckInView, PlanView } from '#shared/protocol/index.ts';
import { useAmounts, useText } from '#renderer/i18n/index.ts';
import { PlaceLink } from '#renderer/state/index.ts';
import {
  ArrowIcon,
  CheckIcon,
  Chip,
  CloseIcon,
  MinusIcon,
  SectionHead,
  StatusWord,
  Words,
  classNames,
} from '#renderer/ui/index.ts';
import type { Icon } from '#renderer/ui/index.ts';
import classes from './read.module.css';

interface SaidProps {
  readonly checkIn: CheckInView;
}

const outcomeIcons: Readonly<Record<PlanView['outcome'], Icon>> = {
  open: MinusIcon,
  done: CheckIcon,
  carried: ArrowIcon,
  dropped: CloseIcon,
};

/** Plans with what became of them, or as they were made. */
export const PlansSaid = (
  props: SaidProps & { readonly title: string; readonly plans: readonly PlanView[]; readonly outcomes?: boolean },
) => {
  const { t } = useText();
  const { plans, checkIn, outcomes = false } = props;
  if (plans.length === 0) return null;
  const done = plans.filter((plan) => plan.outcome === 'done').length;
  return (
    <section>
      <SectionHead
        title={props.title}
        level={3}
        note={outcomes ? t('checkIn.last.note', { done, count: plans.length }) : undefined}
      />
      <ul className={classes['plans']}>
        {plans.map((plan, index) => {
          const Shape = outcomeIcons[plan.outcome];
          const goal = checkIn.keyResults.find((one) => one.id === plan.keyResultId);
          return (
            <li key={plan.id}>
              {outcomes ? (
                <Shape size={16} stroke={1.9} role="img" aria-label={t(`checkIn.last.outcomes.${plan.outcome}`)} />
              ) : (
                <span className={classes['number']}>{index + 1}</span>
              )}
              <span
                className={classNames(classes['grow'], outcomes && plan.outcome === 'dropped' && classes['dropped'])}
                dir="auto"
              >
                {plan.text}
              </span>
              {goal !== undefined && (
                <PlaceLink place="goals" id={goal.objectiveId} className={classes['goal']}>
                  <Chip>{goal.title}</Chip>
                </PlaceLink>
              )}
              {plan.carried > 0 && (
                <span className={classes['quiet']}>
                  {t('checkIn.last.times', { count: plan.carried + 1, ordinal: true })}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};

/** What was said about goals, with their names as far as they are on this device. */
export const GoalsSaid = (props: SaidProps) => {
  const { t } = useText();
  const { say } = useAmounts();
  const { checkIn } = props;
  if (checkIn.updates.length === 0) return null;
  return (
    <section>
      <SectionHead title={t('checkIn.goals.title')} level={3} />
      <ul className={classes['plans']}>
        {checkIn.updates.map((update) => {
          const goal = checkIn.keyResults.find((one) => one.id === update.keyResultId);
          return (
            <li key={update.keyResultId} className={classes['update']}>
              <span className={classes['grow']}>
                {goal === undefined ? (
                  t('checkIn.read.goalMissing')
                ) : (
                  <PlaceLink place="goals" id={goal.objectiveId}>
                    {goal.title}
                  </PlaceLink>
                )}
              </span>
              {update.value !== null && goal !== undefined && (
                <b>
                  {goal.type === 'boolean'
                    ? update.value >= 1
                      ? t('checkIn.goals.done')
                      : t('checkIn.goals.notDone')
                    : say(update.value, goal)}
                </b>
              )}
              {update.confidence !== null && <StatusWord status={update.confidence} />}
              {update.projection !== null && goal !== undefined && (
                <span className={classes['quiet']}>
                  {t('checkIn.read.expects', { value: say(update.projection, goal) })}
                </span>
              )}
              {update.note !== '' && (
                <div className={classes['note']}>
                  <Words size="sm">{update.note}</Words>
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
