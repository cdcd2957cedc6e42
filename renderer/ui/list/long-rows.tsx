import { useCallback, useEffect, useMemo, useRef } from 'react';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { Range } from '@tanstack/react-virtual';
import { classNames } from '../class-names.ts';
import type { RowsProps } from './rows.tsx';
import classes from './rows.module.css';

/** Rows kept ready beyond the edge, so that fast scrolling finds them drawn. */
const spare = 16;

export interface LongRowsProps<Item> extends RowsProps<Item> {
  /** About how tall a row is, in pixels; each is measured once it is drawn. */
  readonly rowSize: number;
}

/**
 * `Rows` for thousands: only those in sight are drawn, in a box of its own that scrolls. The current row stays drawn
 * wherever the list is scrolled to, so that the focus is never lost.
 */
export const LongRows = <Item,>(props: LongRowsProps<Item>) => {
  const { items, idOf, selection, rowSize, openOnClick = false } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const ids = useMemo(() => items.map(idOf), [items, idOf]);
  const currentIndex = selection.currentId === null ? -1 : ids.indexOf(selection.currentId);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const drawn = defaultRangeExtractor(range);
      return currentIndex < 0 || drawn.includes(currentIndex)
        ? drawn
        : [...drawn, currentIndex].toSorted((a, b) => a - b);
    },
    [currentIndex],
  );
  const virtual = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowSize,
    getItemKey: (index) => ids[index] ?? index,
    overscan: spare,
    rangeExtractor,
  });
  const before = useRef(currentIndex);
  useEffect(() => {
    if (before.current === currentIndex) return;
    before.current = currentIndex;
    if (currentIndex < 0) return;
    virtual.scrollToIndex(currentIndex, { align: 'auto' });
    // The row that had the focus may have gone with the scrolling; a focus elsewhere stays where it is.
    const focused = document.activeElement;
    if (focused === document.body || scroller.current?.contains(focused) === true)
      scroller.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus({ preventScroll: true });
  }, [currentIndex, virtual]);
  const tabStop = ids[Math.max(0, currentIndex)];
  return (
    <div ref={scroller} className={classNames(classes['scroller'], props.className)}>
      <ul
        aria-label={props.label}
        className={classes['drawn']}
        style={{ blockSize: `${String(virtual.getTotalSize())}px` }}
      >
        {virtual.getVirtualItems().map((drawn) => {
          const item = items[drawn.index];
          if (item === undefined) return null;
          const id = idOf(item);
          const current = id === selection.currentId;
          return (
            <li
              key={id}
              ref={(element) => {
                virtual.measureElement(element);
                selection.register(id, element);
              }}
              data-index={drawn.index}
              aria-current={current}
              aria-posinset={drawn.index + 1}
              aria-setsize={items.length}
              tabIndex={id === tabStop ? 0 : -1}
              className={classNames(
                classes['row'],
                classes['placed'],
                current && classes['current'],
                props.rowClassName,
              )}
              style={{ transform: `translateY(${String(drawn.start)}px)` }}
              onFocus={() => {
                if (!current) selection.setCurrent(id);
              }}
              onClick={() => {
                selection.setCurrent(id);
                if (openOnClick) selection.open(id);
              }}
              onDoubleClick={() => selection.open(id)}
            >
              {props.children(item, current)}
            </li>
          );
        })}
      </ul>
    </div>
  );
};
