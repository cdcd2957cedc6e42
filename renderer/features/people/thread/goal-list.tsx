import type { GoalRow } from '#shared/protocol/index.ts';
import { useAmounts, useSaid, useText } from '#renderer/i18n/index.ts';
import { PlaceLink } from '#renderer/state/index.ts';
import type { Person } from '#renderer/state/index.ts';
import { DrawnList, EmptyState, GoalsIcon, ProgressBar, StatusShape, statusOf } from '#renderer/ui/index.ts';
import classes from './thread.module.css';

const idOf = (goal: GoalRow): string => goal.id;

/** The person's goals: about the work, with a way to open each. */
export const GoalList = (props: { readonly person: Person; readonly goals: readonly GoalRow[] }) => {
  const { t } = useText();
  const said = useSaid();
  const { percent } = useAmounts();
  if (props.goals.length === 0) {
    return (
      <EmptyState
        icon={GoalsIcon}
        title={t('people.thread.emptyGoals.title')}
        sentence={t('people.thread.emptyGoals.sentence', { name: props.person.name })}
      />
    );
  }
  return (
    <DrawnList items={props.goals} idOf={idOf} rowSize={56}>
      {(goal, row) => (
        <li key={goal.id} {...row}>
          <PlaceLink place="goals" id={goal.id} className={classes['goal']}>
            <span className={classes['goalHead']}>
              <StatusShape
                status={
                  goal.state === 'closed' ? 'closed' : statusOf(goal.confidence ?? goal.worst?.confidence ?? null)
                }
              />
              <span>{goal.title}</span>
              <span className={classes['quiet']}>
                {goal.metText === null ? (goal.progress === null ? '' : percent(goal.progress)) : said(goal.metText)}
              </span>
            </span>
            <ProgressBar progress={goal.progress} projected={goal.projectedProgress} />
          </PlaceLink>
        </li>
      )}
    </DrawnList>
  );
};
