import { useCallback, useMemo, useState } from 'react';
import type { GoalRow } from '#shared/protocol/index.ts';
import { useAmounts, useText } from '#renderer/i18n/index.ts';
import { usePersonName } from '#renderer/state/index.ts';
import { ChevronDownIcon, StatusWord, classNames, useKeys, useTime } from '#renderer/ui/index.ts';
import { GoalMarks } from '../views/goal-marks.tsx';
import { GoalOwner } from '../views/goal-owner.tsx';
import { GoalProgress } from '../views/goal-progress.tsx';
import { useDrawnRows } from '../views/use-drawn-rows.ts';
import { useStepKeys } from '../views/use-step-keys.ts';
import { statusOfGoal } from '../worst-word.ts';
import frame from '../views/rows.module.css';
import classes from './list.module.css';
import { columns, nextOrder, sortRows } from './sort-rows.ts';
import type { ColumnName, Order } from './sort-rows.ts';

export interface GoalListProps {
  /** Depth first, parents before children. */
  readonly rows: readonly GoalRow[];
  readonly expected: number;
  readonly currentId: string | null;
  readonly onCurrent: (id: string) => void;
  readonly onOpen: () => void;
}

const Head = (props: { readonly order: Order; readonly onSort: (by: ColumnName) => void }) => {
  const { t } = useText();
  return (
    <div role="row" className={classNames(frame['head'], classes['head'])}>
      {columns.map((by) => {
        const on = props.order.by === by;
        return (
          <span
            key={by}
            role="columnheader"
            aria-sort={on ? (props.order.down ? 'descending' : 'ascending') : 'none'}
            className={classes[by]}
          >
            <button type="button" onClick={() => props.onSort(by)}>
              {t(`goals.list.${by}`)}
              {on && (
                <ChevronDownIcon
                  size={14}
                  stroke={1.9}
                  aria-hidden
                  className={classNames(!props.order.down && classes['up'])}
                />
              )}
            </button>
          </span>
        );
      })}
    </div>
  );
};

const Line = (props: { readonly row: GoalRow; readonly under: string | null; readonly expected: number }) => {
  const { t } = useText();
  const { percent } = useAmounts();
  const { ago } = useTime();
  const { row } = props;
  const { status, word } = statusOfGoal(row, t);
  return (
    <>
      <span role="cell" className={classes['title']}>
        <span className={classNames(classes['name'], row.kind === 'objective' && classes['objective'])} dir="auto">
          {row.title}
        </span>
        <GoalMarks row={row} />
        {props.under !== null && (
          <span className={classes['under']} dir="auto">
            {props.under}
          </span>
        )}
      </span>
      <span role="cell" className={classes['owner']}>
        <GoalOwner ownerId={row.ownerId} named />
      </span>
      <span role="cell" className={classes['progress']}>
        <GoalProgress row={row} expected={props.expected} />
      </span>
      <span role="cell" className={classes['confidence']}>
        <StatusWord status={status} word={word} size="xs" />
      </span>
      <span role="cell" className={classNames(classes['projection'], frame['fact'])}>
        {row.projectedProgress === null || row.metText !== null ? '' : percent(row.projectedProgress)}
      </span>
      <span role="cell" className={classNames(classes['updated'], frame['fact'])}>
        {row.lastUpdateAt === null ? '' : ago(row.lastUpdateAt)}
      </span>
    </>
  );
};

/** The goals of a cycle as one list that can be ordered by each column; only rows in sight are drawn. */
export const GoalList = (props: GoalListProps) => {
  const { t, language } = useText();
  const nameOf = usePersonName();
  const { rows, currentId, onCurrent } = props;
  const [order, setOrder] = useState<Order>({ by: 'confidence', down: true });
  const sorted = useMemo(() => sortRows(rows, order, nameOf, language), [rows, order, nameOf, language]);
  const titles = useMemo(() => new Map(rows.map((row) => [row.id, row.title])), [rows]);
  const ids = useMemo(() => sorted.map((row) => row.id), [sorted]);
  const sizeOf = useCallback(() => 44, []);
  const { scroller, virtual, focusCurrent, tabStop } = useDrawnRows(ids, currentId, sizeOf);
  const go = (id: string): void => {
    onCurrent(id);
    focusCurrent();
  };
  const sortBy = (by: ColumnName): void => setOrder((now) => nextOrder(now, by));
  const steps = useStepKeys({ ids, currentId, go, onOpen: props.onOpen });
  useKeys([
    ...steps,
    {
      keys: 's',
      label: t('goals.keys.sort'),
      run: () => sortBy(columns[(columns.indexOf(order.by) + 1) % columns.length] ?? 'title'),
    },
    { keys: 'r', label: t('goals.keys.turn'), run: () => sortBy(order.by) },
  ]);
  return (
    <div
      role="table"
      aria-label={t('goals.list.label')}
      aria-rowcount={sorted.length + 1}
      className={classNames(frame['frame'], classes['table'])}
    >
      <div role="rowgroup">
        <Head order={order} onSort={sortBy} />
      </div>
      <div ref={scroller} className={frame['scroller']} role="rowgroup">
        <div role="none" className={frame['rows']} style={{ blockSize: `${String(virtual.getTotalSize())}px` }}>
          {virtual.getVirtualItems().map((item) => {
            const row = sorted[item.index];
            if (row === undefined) return null;
            return (
              <div
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                role="row"
                aria-rowindex={item.index + 2}
                aria-current={row.id === currentId}
                data-current={row.id === currentId}
                tabIndex={row.id === tabStop ? 0 : -1}
                className={classNames(frame['line'], classes['line'])}
                style={{ transform: `translateY(${String(item.start)}px)` }}
                onClick={() => onCurrent(row.id)}
                onFocus={(event) => {
                  if (event.target === event.currentTarget && row.id !== currentId) onCurrent(row.id);
                }}
              >
                <Line
                  row={row}
                  under={row.parentId === null ? null : (titles.get(row.parentId) ?? null)}
                  expected={props.expected}
                />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
};
