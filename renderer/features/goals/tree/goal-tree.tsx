import { useCallback, useMemo } from 'react';
import { useAmounts, useText } from '#renderer/i18n/index.ts';
import { classNames, useKeys } from '#renderer/ui/index.ts';
import { useDrawnRows } from '../views/use-drawn-rows.ts';
import { useStepKeys } from '../views/use-step-keys.ts';
import { GoalLine } from './goal-line.tsx';
import frame from '../views/rows.module.css';
import classes from './tree.module.css';
import { moveIn, moveOut } from './tree-lines.ts';
import type { TreeLine, TreeMove } from './tree-lines.ts';

export interface GoalTreeProps {
  readonly lines: readonly TreeLine[];
  /** Elapsed share of the cycle, 0 to 1. */
  readonly expected: number;
  readonly currentId: string | null;
  readonly onCurrent: (id: string) => void;
  readonly onToggle: (id: string) => void;
  /** Enter: the focus goes on to the detail. */
  readonly onOpen: () => void;
}

/** Keys of the tree: those of every view, and left and right to shut and open. */
const useTreeKeys = (props: GoalTreeProps, ids: readonly string[], focusCurrent: () => void): void => {
  const { t } = useText();
  const { lines, currentId } = props;
  const go = (id: string): void => {
    props.onCurrent(id);
    focusCurrent();
  };
  const steps = useStepKeys({ ids, currentId, go, onOpen: props.onOpen });
  const move = (next: TreeMove): void => {
    if (next === null) return;
    if ('to' in next) go(next.to);
    else props.onToggle(next.toggle);
  };
  const bindings = [
    ...steps,
    {
      keys: 'right',
      label: t('goals.keys.open'),
      run: () => currentId !== null && move(moveIn(lines, currentId)),
    },
    {
      keys: 'left',
      label: t('goals.keys.shut'),
      run: () => currentId !== null && move(moveOut(lines, currentId)),
    },
  ];
  useKeys(lines.length === 0 ? [] : bindings);
};

const Head = (props: { readonly expected: number }) => {
  const { t } = useText();
  const { percent } = useAmounts();
  return (
    <div className={classNames(frame['head'], classes['head'])} aria-hidden>
      <span className={classes['headName']}>{t('goals.tree.name')}</span>
      <span className={classes['headExpected']}>
        <span className={classes['mark']} />
        {t('goals.tree.expected', { percent: percent(props.expected) })}
      </span>
      <span className={classes['headConfidence']}>{t('goals.tree.confidence')}</span>
      <span className={classes['wide']}>{t('goals.tree.projection')}</span>
      <span className={classes['wide']}>{t('goals.tree.updated')}</span>
    </div>
  );
};

/** The goals of a cycle as a tree: thousands of rows, of which only those in sight are drawn. */
export const GoalTree = (props: GoalTreeProps) => {
  const { t } = useText();
  const { lines, currentId, onCurrent, onToggle } = props;
  const ids = useMemo(() => lines.map((line) => line.row.id), [lines]);
  const sizeOf = useCallback((index: number) => (lines[index]?.row.kind === 'objective' ? 44 : 36), [lines]);
  const { scroller, virtual, focusCurrent, tabStop } = useDrawnRows(ids, currentId, sizeOf);
  useTreeKeys(props, ids, focusCurrent);
  return (
    <div className={classNames(frame['frame'], classes['tree'])}>
      <Head expected={props.expected} />
      <div ref={scroller} className={frame['scroller']}>
        <div
          role="tree"
          aria-label={t('goals.tree.label')}
          className={frame['rows']}
          style={{ blockSize: `${String(virtual.getTotalSize())}px` }}
        >
          {virtual.getVirtualItems().map((item) => {
            const line = lines[item.index];
            if (line === undefined) return null;
            const { row } = line;
            return (
              <div
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                role="treeitem"
                aria-level={line.level}
                aria-posinset={line.position}
                aria-setsize={line.siblings}
                aria-selected={row.id === currentId}
                data-current={row.id === currentId}
                {...(line.expanded === null ? {} : { 'aria-expanded': line.expanded })}
                tabIndex={row.id === tabStop ? 0 : -1}
                className={classes['item']}
                style={{ transform: `translateY(${String(item.start)}px)` }}
                onClick={() => {
                  onCurrent(row.id);
                }}
                onFocus={(event) => {
                  if (event.target === event.currentTarget && row.id !== currentId) onCurrent(row.id);
                }}
              >
                <GoalLine
                  line={line}
                  expected={props.expected}
                  onToggle={() => {
                    onToggle(row.id);
                  }}
                />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
};
