import { Fragment, useMemo } from 'react';
import type { ReactNode } from 'react';
import { useDrawn } from './use-drawn.ts';
import { useFocusedRow } from './use-focused-row.ts';

/** What a table row gets: its place for screen readers, and its measure. */
export interface BodyRow {
  readonly ref?: (element: HTMLElement | null) => void;
  readonly 'data-index'?: number;
  readonly 'aria-rowindex'?: number;
}

const Room = (props: { readonly size: number }) =>
  props.size <= 0 ? null : (
    <tr role="presentation">
      <td role="presentation" style={{ blockSize: props.size, padding: 0, border: 0 }} />
    </tr>
  );

/**
 * The body of a table, however long: only the rows in sight are drawn, and the one that has the focus. The table needs
 * columns of given widths (they would jump with what is in sight) and `aria-rowcount`, its one row of headings counted.
 */
export const DrawnBody = <Item,>(props: {
  readonly items: readonly Item[];
  /** Defined once, outside the component: another function is another list. */
  readonly idOf: (item: Item) => string;
  /** About how tall a row is, in pixels. */
  readonly rowSize: number;
  /** One row: a `tr` that spreads `row`. */
  readonly children: (item: Item, row: BodyRow) => ReactNode;
}) => {
  const { items, idOf, rowSize } = props;
  const ids = useMemo(() => items.map(idOf), [items, idOf]);
  const { focusedId, onFocus, onBlur } = useFocusedRow(ids);
  const { listRef, rows, roomAfter } = useDrawn({ ids, keptId: focusedId, rowSize });
  return (
    <tbody ref={listRef} style={{ overflowAnchor: 'none' }} onFocus={onFocus} onBlur={onBlur}>
      {rows.map(({ index, row, room }) => {
        const item = items[index];
        if (item === undefined) return null;
        const drawn = row.ref === undefined ? {} : { ref: row.ref, 'data-index': index, 'aria-rowindex': index + 2 };
        return (
          <Fragment key={ids[index]}>
            <Room size={room} />
            {props.children(item, drawn)}
          </Fragment>
        );
      })}
      <Room size={roomAfter} />
    </tbody>
  );
};
