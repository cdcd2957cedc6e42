import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { RefObject } from 'react';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { Range, Virtualizer } from '@tanstack/react-virtual';

/** Rows kept ready beyond the edge, so that fast scrolling finds them drawn. */
const spare = 24;

export interface DrawnRows {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly virtual: Virtualizer<HTMLDivElement, Element>;
  /** Takes the focus to the row that becomes current next. */
  readonly focusCurrent: () => void;
  /** Id of the one row that Tab reaches. */
  readonly tabStop: string | undefined;
}

/**
 * Thousands of rows of which only those in sight are drawn. The current row stays drawn wherever the list is scrolled
 * to, so that the focus is never lost. `sizeOf` is the estimated height of a row in pixels.
 */
export const useDrawnRows = (
  ids: readonly string[],
  currentId: string | null,
  sizeOf: (index: number) => number,
): DrawnRows => {
  const scroller = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const indexes = useMemo(() => new Map(ids.map((id, index) => [id, index])), [ids]);
  const currentIndex = currentId === null ? -1 : (indexes.get(currentId) ?? -1);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      return currentIndex < 0 || shown.includes(currentIndex)
        ? shown
        : [...shown, currentIndex].toSorted((a, b) => a - b);
    },
    [currentIndex],
  );
  const virtual = useVirtualizer<HTMLDivElement, Element>({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: sizeOf,
    getItemKey: (index) => ids[index] ?? index,
    overscan: spare,
    rangeExtractor,
  });
  useEffect(() => {
    if (currentIndex < 0) return;
    virtual.scrollToIndex(currentIndex, { align: 'auto' });
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    scroller.current?.querySelector<HTMLElement>('[data-current="true"]')?.focus({ preventScroll: true });
  }, [currentIndex, virtual]);
  return {
    scroller,
    virtual,
    focusCurrent: () => {
      wantsFocus.current = true;
    },
    tabStop: ids[Math.max(0, currentIndex)],
  };
};
