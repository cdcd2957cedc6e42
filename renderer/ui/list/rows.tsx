import { useEffect, useMemo, useRef } from 'react';
import type { HTMLAttributes, ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import type { RowSelection } from './row-selection.ts';
import { useDrawn } from './use-drawn.ts';
import type { Drawn } from './use-drawn.ts';
import classes from './rows.module.css';

export interface RowsProps<Item> {
  readonly label: string;
  readonly items: readonly Item[];
  readonly idOf: (item: Item) => string;
  readonly selection: RowSelection;
  readonly children: (item: Item, current: boolean) => ReactNode;
  /** About how tall a row is, in pixels: of a list that may be long, only what is in sight is drawn. */
  readonly rowSize?: number;
  readonly className?: string | undefined;
  readonly rowClassName?: string | undefined;
  /** More for a row's element: what makes it a card that is dragged. */
  readonly rowProps?: ((id: string) => HTMLAttributes<HTMLLIElement>) | undefined;
  /** Tab reaches this list even while the current row is in another one that shares the selection: it scrolls by itself. */
  readonly apart?: boolean;
  /** A click on a row opens it at once; for lists beside their detail. */
  readonly openOnClick?: boolean;
}

/** Height of a usual row with one line of facts, in pixels. */
const usualSize = 48;

/** Brings a row that becomes current into sight, and the focus with it where a row had it, or where it got lost. */
const useFollowCurrent = (drawn: Drawn, currentId: string | null, index: number): void => {
  const before = useRef<{ readonly id: string | null; readonly here: boolean } | null>(null);
  const { list, scroller, reveal } = drawn;
  useEffect(() => {
    // Until the list is there, nothing can be scrolled or focused.
    if (list === null) return;
    const was = before.current;
    before.current = { id: currentId, here: index >= 0 };
    if (index < 0 || (was?.id === currentId && was.here)) return;
    reveal(index);
    if (was === null) return;
    const focused = document.activeElement;
    const lost = focused === document.body;
    if (lost || (focused instanceof HTMLLIElement && scroller()?.contains(focused) === true))
      list.querySelector<HTMLElement>(':scope > [aria-current="true"]')?.focus({ preventScroll: true });
  });
};

/** A list of rows with one current row: hairlines between, the focus ring inside the edge; of a long one, what is in sight. */
export const Rows = <Item,>(props: RowsProps<Item>) => {
  const { items, idOf, selection, openOnClick = false } = props;
  const { currentId } = selection;
  const ids = useMemo(() => items.map(idOf), [items, idOf]);
  const index = useMemo(() => (currentId === null ? -1 : ids.indexOf(currentId)), [ids, currentId]);
  const drawn = useDrawn({ ids, keptId: currentId, rowSize: props.rowSize ?? usualSize });
  const { listRef, listStyle, rows } = drawn;
  useFollowCurrent(drawn, currentId, index);
  const tabStop = index < 0 && props.apart === true ? ids[0] : (currentId ?? ids[0]);
  return (
    <ul
      ref={listRef}
      className={classNames(classes['rows'], props.className)}
      style={listStyle}
      aria-label={props.label}
    >
      {rows.map(({ index: at, row }) => {
        const item = items[at];
        const id = ids[at];
        if (item === undefined || id === undefined) return null;
        const current = id === currentId;
        return (
          <li
            {...props.rowProps?.(id)}
            {...row}
            key={id}
            ref={(element) => {
              row.ref?.(element);
              selection.register(id, element);
            }}
            className={classNames(classes['row'], current && classes['current'], props.rowClassName)}
            tabIndex={id === tabStop ? 0 : -1}
            aria-current={current}
            onFocus={() => {
              if (!current) selection.setCurrent(id);
            }}
            onClick={() => {
              selection.setCurrent(id);
              if (openOnClick) selection.open(id);
            }}
            onDoubleClick={() => {
              selection.open(id);
            }}
          >
            {props.children(item, current)}
          </li>
        );
      })}
    </ul>
  );
};
