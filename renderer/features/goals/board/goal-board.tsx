import { useCallback, useMemo, useState } from 'react';
import type { GoalRow } from '#shared/protocol/index.ts';
import type { CardDrag } from '#renderer/ui/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { StatusWord, towards, useCardDrag, useKeys } from '#renderer/ui/index.ts';
import { GoalMarks } from '../views/goal-marks.tsx';
import { GoalOwner } from '../views/goal-owner.tsx';
import { GoalProgress } from '../views/goal-progress.tsx';
import { useDrawnRows } from '../views/use-drawn-rows.ts';
import { useStepKeys } from '../views/use-step-keys.ts';
import { statusOfGoal } from '../worst-word.ts';
import { boardColumns } from './board-columns.ts';
import type { BoardColumn, BoardColumnName, Grouping } from './board-columns.ts';
import classes from './board.module.css';
import { GoalMove } from './goal-move.tsx';

export interface GoalBoardProps {
  readonly rows: readonly GoalRow[];
  readonly by: Grouping;
  readonly expected: number;
  readonly currentId: string | null;
  readonly onCurrent: (id: string) => void;
  readonly onOpen: () => void;
}

const Card = (props: { readonly row: GoalRow; readonly under: string | null; readonly expected: number }) => {
  const { t } = useText();
  const { row } = props;
  const { status, word } = statusOfGoal(row, t);
  return (
    <div className={classes['card']}>
      <span className={classes['name']}>
        <span dir="auto">{row.title}</span>
        <GoalMarks row={row} />
      </span>
      {props.under !== null && (
        <span className={classes['under']} dir="auto">
          {props.under}
        </span>
      )}
      <span className={classes['progress']}>
        <GoalProgress row={row} expected={props.expected} />
      </span>
      <span className={classes['foot']}>
        <StatusWord status={status} word={word} size="xs" />
        <GoalOwner ownerId={row.ownerId} />
      </span>
    </div>
  );
};

type ColumnProps = Omit<GoalBoardProps, 'rows' | 'by'> & {
  readonly column: BoardColumn;
  readonly titles: ReadonlyMap<string, string>;
  readonly drag: CardDrag;
};

const Column = (props: ColumnProps) => {
  const { t } = useText();
  const { column, currentId, onCurrent } = props;
  const ids = useMemo(() => column.rows.map((row) => row.id), [column]);
  const sizeOf = useCallback(() => 124, []);
  const here = currentId !== null && ids.includes(currentId);
  const { scroller, virtual, focusCurrent, tabStop } = useDrawnRows(ids, currentId, sizeOf);
  const go = (id: string): void => {
    onCurrent(id);
    focusCurrent();
  };
  const steps = useStepKeys({ ids, currentId, go, onOpen: props.onOpen });
  useKeys(here ? steps : []);
  const label = t(`goals.board.${column.name}`);
  return (
    <section className={classes['column']} aria-label={label} {...props.drag.column(column.name)}>
      <h2>
        {label} <span className={classes['count']}>{column.rows.length}</span>
      </h2>
      {column.rows.length === 0 && <p className={classes['none']}>{t('goals.board.empty')}</p>}
      <div ref={scroller} className={classes['scroller']}>
        <ul aria-label={label} className={classes['rows']} style={{ blockSize: `${String(virtual.getTotalSize())}px` }}>
          {virtual.getVirtualItems().map((item) => {
            const row = column.rows[item.index];
            if (row === undefined) return null;
            return (
              <li
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                data-goal={row.id}
                data-current={row.id === currentId}
                aria-current={row.id === currentId}
                aria-posinset={item.index + 1}
                aria-setsize={column.rows.length}
                tabIndex={row.id === tabStop ? 0 : -1}
                className={classes['item']}
                {...props.drag.card(row.id)}
                style={{ transform: `translateY(${String(item.start)}px)` }}
                onClick={() => onCurrent(row.id)}
                onDoubleClick={props.onOpen}
                onFocus={(event) => {
                  if (event.target === event.currentTarget && row.id !== currentId) onCurrent(row.id);
                }}
              >
                <Card
                  row={row}
                  under={row.parentId === null ? null : (props.titles.get(row.parentId) ?? null)}
                  expected={props.expected}
                />
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
};

/** The objectives of a cycle in columns; left and right go to the neighbouring column. */
export const GoalBoard = (props: GoalBoardProps) => {
  const { t } = useText();
  const { rows, by, currentId, onCurrent } = props;
  const shown = useMemo(() => boardColumns(rows, by), [rows, by]);
  const titles = useMemo(() => new Map(rows.map((row) => [row.id, row.title])), [rows]);
  const [move, setMove] = useState<{ readonly id: string; readonly to: BoardColumnName } | null>(null);
  const parents = useMemo(
    () => new Set(rows.flatMap((row) => (row.kind === 'objective' ? [row.parentId] : []))),
    [rows],
  );
  const drag = useCardDrag((id, name) => {
    const column = shown.find((each) => each.name === name);
    if (column !== undefined && !column.rows.some((row) => row.id === id)) setMove({ id, to: column.name });
  });
  const shift = (step: number) => (): void => {
    const from = shown.findIndex((column) => column.rows.some((row) => row.id === currentId));
    const to = shown[from + step * towards()];
    if (from >= 0 && currentId !== null && to !== undefined) setMove({ id: currentId, to: to.name });
  };
  const full = shown.filter((column) => column.rows.length > 0);
  const at = full.findIndex((column) => column.rows.some((row) => row.id === currentId));
  const sideways = (step: number) => (): void => {
    const place = full[at]?.rows.findIndex((row) => row.id === currentId) ?? 0;
    const next = full[at < 0 ? 0 : Math.min(full.length - 1, Math.max(0, at + step * towards()))];
    const id = next?.rows[Math.min(Math.max(0, place), next.rows.length - 1)]?.id;
    if (id === undefined) return;
    onCurrent(id);
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-goal="${CSS.escape(id)}"]`)?.focus());
  };
  useKeys([
    { keys: 'right', label: t('goals.keys.nextColumn'), run: sideways(1) },
    { keys: 'left', label: t('goals.keys.previousColumn'), run: sideways(-1) },
    { keys: 'shift+right', label: t('goals.keys.moveOn'), run: shift(1) },
    { keys: 'shift+left', label: t('goals.keys.moveBack'), run: shift(-1) },
    ...(at < 0 ? [{ keys: 'j', label: t('ui.keys.next'), run: sideways(0) }] : []),
  ]);
  return (
    <div
      className={classes['board']}
      style={{ gridTemplateColumns: `repeat(${String(shown.length)}, minmax(12rem, 1fr))` }}
    >
      {shown.map((column) => (
        <Column key={column.name} {...props} column={column} titles={titles} drag={drag} />
      ))}
      {move !== null && <GoalMove {...move} hasChildren={parents.has(move.id)} onDone={() => setMove(null)} />}
    </div>
  );
};
