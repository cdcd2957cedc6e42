import type { GoalRow } from '#shared/protocol/index.ts';
import { useAmounts, useSaid } from '#renderer/i18n/index.ts';
import { CheckIcon, CloseIcon, ProgressBar } from '#renderer/ui/index.ts';
import classes from './views.module.css';

/** How far a goal is: bar and percent, or whether it is met. Fills two cells of its row. */
export const GoalProgress = (props: { readonly row: GoalRow; readonly expected: number }) => {
  const said = useSaid();
  const { percent } = useAmounts();
  const { row } = props;
  if (row.metText !== null) {
    const met = row.progress === 1;
    return (
      <span className={classes['met']}>
        {row.progress !== null &&
          (met ? <CheckIcon size={16} stroke={1.9} aria-hidden /> : <CloseIcon size={16} stroke={1.9} aria-hidden />)}
        {said(row.metText)}
      </span>
    );
  }
  return (
    <>
      <span className={classes['bar']}>
        <ProgressBar
          progress={row.progress}
          expected={row.state === 'closed' ? null : props.expected}
          projected={row.projectedProgress}
        />
      </span>
      <span className={classes['percent']}>{row.progress === null ? '' : percent(row.progress)}</span>
    </>
  );
};
