import type { GoalRow } from '#shared/protocol/index.ts';
import { useAmounts, useText } from '#renderer/i18n/index.ts';
import { usePersonName } from '#renderer/state/index.ts';
import { Avatar, ProgressBar, StatusWord, joinNames } from '#renderer/ui/index.ts';
import { GoalOwner } from '../views/goal-owner.tsx';
import { statusOfGoal } from '../worst-word.ts';
import classes from './picture.module.css';

/** Faces beyond this many become a number. */
const faces = 3;

export interface GoalBoxProps {
  readonly row: GoalRow;
  readonly keyResults: number;
  readonly contributorIds: readonly string[];
  readonly expected: number;
}

/** One objective of the alignment picture: whose it is, who contributes, and how it stands. */
export const GoalBox = (props: GoalBoxProps) => {
  const { t, language } = useText();
  const { percent } = useAmounts();
  const nameOf = usePersonName();
  const { row, contributorIds } = props;
  const { status, word } = statusOfGoal(row, t);
  return (
    <>
      <span className={classes['title']} dir="auto" title={row.title}>
        {row.title}
      </span>
      <span className={classes['bar']}>
        <ProgressBar progress={row.progress} expected={row.state === 'closed' ? null : props.expected} />
        <span>{row.progress === null ? '' : percent(row.progress)}</span>
      </span>
      <span className={classes['foot']}>
        <StatusWord status={status} word={word} size="xs" />
        <span className={classes['count']}>{t('goals.picture.keyResults', { count: props.keyResults })}</span>
        <span className={classes['people']}>
          <GoalOwner ownerId={row.ownerId} />
          {contributorIds.slice(0, faces).map((id) => (
            <span key={id} className={classes['contributor']}>
              <Avatar person={{ id, name: nameOf(id) }} size="sm" />
            </span>
          ))}
          {contributorIds.length > 0 && (
            <span className={classes['unseen']}>
              {t('goals.with', {
                names: joinNames(
                  contributorIds.map((id) => nameOf(id)),
                  language,
                ),
              })}
            </span>
          )}
          {contributorIds.length > faces && (
            <span aria-hidden className={classes['count']}>
              +{contributorIds.length - faces}
            </span>
          )}
        </span>
      </span>
    </>
  );
};
