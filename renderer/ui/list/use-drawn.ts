import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CSSProperties } from 'react';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { Range } from '@tanstack/react-virtual';
import { scrollerOf, useListPlace, usePrinting } from './list-place.ts';

/** Up to so many rows a list is drawn whole: it prints, the browser finds words in it, and nothing is estimated. */
const fewRows = 60;
/** Rows kept ready beyond the edge, so that fast scrolling finds them drawn. */
const spareRows = 16;

export interface DrawnOptions {
  /** Ids of all rows, top to bottom; the same array as long as they are the same rows. */
  readonly ids: readonly string[];
  /** The row that stays drawn wherever the list is scrolled to, so that the focus in it is never lost. */
  readonly keptId?: string | null | undefined;
  /** About how tall a row is, in pixels; each is measured once it is drawn. */
  readonly rowSize: number;
  /** Pixels between two rows, where the list is a grid with a gap. */
  readonly gap?: number | undefined;
  /** For rows that are pages of their own: how many make a list long, and how many are kept ready. */
  readonly few?: number | undefined;
  readonly spare?: number | undefined;
}

/** What a row's element gets: its place for screen readers, its measure, and the room of rows that are not drawn. */
export interface DrawnRow {
  readonly ref?: (element: HTMLElement | null) => void;
  readonly 'data-index'?: number;
  readonly 'aria-posinset'?: number;
  readonly 'aria-setsize'?: number;
  readonly style?: CSSProperties;
}

export interface Drawn {
  /** For the list's element. */
  readonly listRef: (element: HTMLElement | null) => void;
  readonly listStyle: CSSProperties | undefined;
  readonly rows: readonly {
    readonly index: number;
    readonly row: DrawnRow;
    /** Pixels of rows that are not drawn, before this one. */
    readonly room: number;
  }[];
  /** The same after the last one. */
  readonly roomAfter: number;
  /** Scrolls to a row that may not be drawn; does nothing for a list that is drawn whole. */
  readonly reveal: (index: number) => void;
  /** The box that scrolls the list, once it is there. */
  readonly scroller: () => HTMLElement | null;
  readonly list: HTMLElement | null;
}

const plain: DrawnRow = {};

/**
 * Which rows of a list are drawn: all of a short one, those in sight of a long one. Rows stay in the flow of the page,
 * so that headings and other lists may stand before and after in the same scroller; what is not drawn is empty room.
 * Rows that come or go above what is read do not move it.
 */
export const useDrawn = (options: DrawnOptions): Drawn => {
  const { ids, keptId = null, rowSize, gap = 0, few = fewRows, spare = spareRows } = options;
  const [list, setList] = useState<HTMLElement | null>(null);
  const printing = usePrinting();
  const whole = printing || ids.length <= few;
  // Nobody asks where a short list lies, and to know it the page would be laid out anew.
  const place = useListPlace(whole ? null : list);
  const scroller = place?.scroller ?? null;
  const margin = place?.margin ?? 0;
  const keptIndex = useMemo(() => (keptId === null || whole ? -1 : ids.indexOf(keptId)), [ids, keptId, whole]);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const drawn = defaultRangeExtractor(range);
      return keptIndex < 0 || drawn.includes(keptIndex) ? drawn : [...drawn, keptIndex].toSorted((a, b) => a - b);
    },
    [keptIndex],
  );
  const virtual = useVirtualizer<HTMLElement, HTMLElement>({
    count: ids.length,
    enabled: !whole && scroller !== null,
    getScrollElement: () => scroller,
    initialOffset: () => scroller?.scrollTop ?? 0,
    scrollMargin: margin,
    estimateSize: useCallback(() => rowSize, [rowSize]),
    getItemKey: useCallback((index: number) => ids[index] ?? index, [ids]),
    overscan: spare,
    gap,
    rangeExtractor,
  });
  const items = whole ? [] : virtual.getVirtualItems();

  const seen = useRef<{ readonly ids: readonly string[]; readonly rows: typeof items }>({ ids, rows: [] });
  useLayoutEffect(() => {
    const before = seen.current;
    seen.current = { ids, rows: items };
    if (before.ids === ids || scroller === null || whole || scroller.scrollTop <= margin) return;
    for (const row of before.rows) {
      const index = row.end > scroller.scrollTop ? ids.indexOf(String(row.key)) : -1;
      const now = index < 0 ? undefined : virtual.measurementsCache[index];
      if (now === undefined) continue;
      scroller.scrollTop += now.start - row.start;
      return;
    }
  });

  const scrollerNow = (): HTMLElement | null => scroller ?? (list === null ? null : scrollerOf(list));
  const reveal = (index: number): void => {
    if (!whole && index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
  };
  if (whole)
    return {
      listRef: setList,
      listStyle: undefined,
      rows: ids.map((_, index) => ({ index, row: plain, room: 0 })),
      roomAfter: 0,
      reveal,
      scroller: scrollerNow,
      list,
    };
  const last = items.at(-1);
  const rooms = items.map((item, nth) => {
    const above = items[nth - 1];
    return above === undefined ? item.start - margin : item.start - above.end - gap;
  });
  const roomAfter = last === undefined ? ids.length * rowSize : virtual.getTotalSize() - (last.end - margin);
  return {
    listRef: setList,
    listStyle: { overflowAnchor: 'none', paddingBlockStart: rooms[0] ?? 0, paddingBlockEnd: roomAfter },
    rows: items.map((item, nth) => {
      const room = rooms[nth] ?? 0;
      return {
        index: item.index,
        room,
        row: {
          ref: virtual.measureElement,
          'data-index': item.index,
          'aria-posinset': item.index + 1,
          'aria-setsize': ids.length,
          ...(nth > 0 && room > 0 ? { style: { marginBlockStart: room } } : {}),
        },
      };
    }),
    roomAfter,
    reveal,
    scroller: scrollerNow,
    list,
  };
};
