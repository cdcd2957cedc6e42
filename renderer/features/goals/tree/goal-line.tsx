import { useText } from '#renderer/i18n/index.ts';
import { usePersonName } from '#renderer/state/index.ts';
import {
  Avatar,
  CheckIcon,
  ChevronDownIcon,
  ChevronRightIcon,
  Chip,
  ClockIcon,
  CloseIcon,
  EditIcon,
  ProgressBar,
  StatusWord,
  SyncIcon,
  classNames,
  useTime,
} from '#renderer/ui/index.ts';
import { sayPercent } from '../amount.ts';
import { statusOfGoal } from '../worst-word.ts';
import classes from './tree.module.css';
import type { TreeLine } from './tree-lines.ts';

/** Steps of indentation beyond this many levels cost more width than they tell. */
const deepestIndent = 8;

const Marks = (props: { readonly line: TreeLine }) => {
  const { t } = useText();
  const { ago } = useTime();
  const { row } = props.line;
  return (
    <>
      {row.state === 'draft' && row.kind === 'objective' && <Chip>{t('goals.state.draft')}</Chip>}
      {row.manual && (
        <EditIcon size={14} stroke={1.75} className={classes['quietMark']} role="img" aria-label={t('goals.manual')} />
      )}
      {row.stale && row.kind === 'key-result' && (
        <ClockIcon
          size={14}
          stroke={1.75}
          className={classes['quietMark']}
          role="img"
          aria-label={
            row.lastUpdateAt === null ? t('goals.stale.never') : t('goals.stale.since', { when: ago(row.lastUpdateAt) })
          }
        />
      )}
      {row.conflicts > 0 && (
        <SyncIcon
          size={14}
          stroke={1.9}
          className={classes['conflictMark']}
          role="img"
          aria-label={t('goals.conflicts', { count: row.conflicts })}
        />
      )}
    </>
  );
};

const Progress = (props: { readonly line: TreeLine; readonly expected: number }) => {
  const { row } = props.line;
  if (row.metText !== null) {
    const met = row.progress === 1;
    return (
      <span className={classes['met']}>
        {row.progress !== null &&
          (met ? <CheckIcon size={16} stroke={1.9} aria-hidden /> : <CloseIcon size={16} stroke={1.9} aria-hidden />)}
        {row.metText}
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
      <span className={classes['percent']}>{row.progress === null ? '' : sayPercent(row.progress)}</span>
    </>
  );
};

export interface GoalLineProps {
  readonly line: TreeLine;
  readonly expected: number;
  readonly onToggle: () => void;
}

/** One goal in the tree: what it is, how far, what its owner says, whose it is. */
export const GoalLine = (props: GoalLineProps) => {
  const { t } = useText();
  const { ago } = useTime();
  const nameOf = usePersonName();
  const { line } = props;
  const { row } = line;
  const { status, word } = statusOfGoal(row, t);
  const Twist = line.expanded === true ? ChevronDownIcon : ChevronRightIcon;
  return (
    <div
      className={classNames(classes['line'], row.kind === 'objective' && classes['objective'])}
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
        <Marks line={line} />
      </span>
      <Progress line={line} expected={props.expected} />
      <span className={classes['confidence']}>
        <StatusWord status={status} word={word} size="xs" />
      </span>
      <span className={classNames(classes['wide'], classes['fact'])}>
        {row.progress === null
          ? (row.notComputed ?? '')
          : row.projectedProgress === null || row.metText !== null
            ? ''
            : t('goals.tree.projected', { percent: sayPercent(row.projectedProgress) })}
      </span>
      <span className={classNames(classes['wide'], classes['fact'])}>
        {row.lastUpdateAt === null ? '' : ago(row.lastUpdateAt)}
      </span>
      {row.ownerId === null ? (
        <span className={classes['nobody']} role="img" aria-label={t('goals.nobody')} />
      ) : (
        <span>
          <Avatar person={{ id: row.ownerId, name: nameOf(row.ownerId) }} size="sm" />
          <span className={classes['unseen']}>{nameOf(row.ownerId)}</span>
        </span>
      )}
    </div>
  );
};
