import { useAmounts, useSaid, useText } from '#renderer/i18n/index.ts';
import { ChevronDownIcon, ChevronRightIcon, StatusWord, classNames, useTime } from '#renderer/ui/index.ts';
import { GoalMarks } from '../views/goal-marks.tsx';
import { GoalOwner } from '../views/goal-owner.tsx';
import { GoalProgress } from '../views/goal-progress.tsx';
import { statusOfGoal } from '../worst-word.ts';
import frame from '../views/rows.module.css';
import classes from './tree.module.css';
import type { TreeLine } from './tree-lines.ts';

/** Steps of indentation beyond this many levels cost more width than they tell. */
const deepestIndent = 8;

export interface GoalLineProps {
  readonly line: TreeLine;
  readonly expected: number;
  readonly onToggle: () => void;
}

/** One goal in the tree: what it is, how far, what its owner says, whose it is. */
export const GoalLine = (props: GoalLineProps) => {
  const said = useSaid();
  const { percent } = useAmounts();
  const { t } = useText();
  const { ago } = useTime();
  const { line } = props;
  const { row } = line;
  const { status, word } = statusOfGoal(row, t);
  const Twist = line.expanded === true ? ChevronDownIcon : ChevronRightIcon;
  return (
    <div
      className={classNames(frame['line'], classes['line'], row.kind === 'objective' && classes['objective'])}
      style={{ paddingInlineStart: `${String(0.25 + Math.min(deepestIndent, line.level - 1) * 0.75)}rem` }}
    >
      <span
        className={classes['twist']}
        // The keyboard has the arrow keys for it; this is the pointer's way.
        aria-hidden
        onClick={(event) => {
          if (line.expanded === null) return;
          event.stopPropagation();
          props.onToggle();
        }}
      >
        {line.expanded !== null && <Twist size={16} stroke={1.9} className={classes['arrow']} />}
      </span>
      <span className={classes['name']}>
        <span className={classes['title']} dir="auto">
          {row.title}
        </span>
        <GoalMarks row={row} />
      </span>
      <GoalProgress row={row} expected={props.expected} />
      <span className={classes['confidence']}>
        <StatusWord status={status} word={word} size="xs" />
      </span>
      <span className={classNames(classes['wide'], frame['fact'], classes['fact'])}>
        {row.progress === null
          ? said(row.notComputed ?? '')
          : row.projectedProgress === null || row.metText !== null
            ? ''
            : t('goals.tree.projected', { percent: percent(row.projectedProgress) })}
      </span>
      <span className={classNames(classes['wide'], frame['fact'], classes['fact'])}>
        {row.lastUpdateAt === null ? '' : ago(row.lastUpdateAt)}
      </span>
      <GoalOwner ownerId={row.ownerId} />
    </div>
  );
};
