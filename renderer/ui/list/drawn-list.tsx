import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useDrawn } from './use-drawn.ts';
import type { DrawnRow } from './use-drawn.ts';
import { useFocusedRow } from './use-focused-row.ts';

export interface DrawnListProps<Item> {
  readonly items: readonly Item[];
  /** Defined once, outside the component: another function is another list. */
  readonly idOf: (item: Item) => string;
  /** About how tall an entry is, in pixels. */
  readonly rowSize: number;
  readonly gap?: number | undefined;
  readonly few?: number | undefined;
  readonly spare?: number | undefined;
  /** An entry that stays drawn, besides the one that has the focus. */
  readonly keptId?: string | null | undefined;
  readonly label?: string | undefined;
  readonly labelledBy?: string | undefined;
  readonly className?: string | undefined;
  /** One entry: a list item that spreads `row` on its element. */
  readonly children: (item: Item, row: DrawnRow) => ReactNode;
}

/** A list to read, however long: only what is in sight is drawn, and the entry that has the focus. */
export const DrawnList = <Item,>(props: DrawnListProps<Item>) => {
  const { items, idOf, rowSize, gap, few, spare } = props;
  const ids = useMemo(() => items.map(idOf), [items, idOf]);
  const { focusedId, onFocus, onBlur } = useFocusedRow(ids);
  const { listRef, listStyle, rows } = useDrawn({ ids, keptId: focusedId ?? props.keptId, rowSize, gap, few, spare });
  return (
    <ul
      ref={listRef}
      aria-label={props.label}
      aria-labelledby={props.labelledBy}
      className={props.className}
      style={listStyle}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      {rows.map(({ index, row }) => {
        const item = items[index];
        return item === undefined ? null : props.children(item, row);
      })}
    </ul>
  );
};
