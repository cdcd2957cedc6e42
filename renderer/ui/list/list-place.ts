import { useCallback, useMemo, useSyncExternalStore } from 'react';

/** Where a list lies: the box that scrolls it, and how far below that box's beginning it starts. */
export interface ListPlace {
  readonly scroller: HTMLElement;
  /** Pixels from the beginning of what is scrolled to the beginning of the list. */
  readonly margin: number;
}

/** Less than this is rounding, not a move. */
const leastMovePx = 2;

/** The box that scrolls a list. Lays the page out, so it is asked where it is needed only. */
export const scrollerOf = (list: HTMLElement): HTMLElement => {
  for (let box = list.parentElement; box !== null; box = box.parentElement)
    if (['auto', 'scroll'].includes(getComputedStyle(box).overflowY)) return box;
  return document.documentElement;
};

interface Watched {
  readonly scroller: HTMLElement;
  readonly margin: () => number;
  readonly subscribe: (changed: () => void) => () => void;
}

const watch = (list: HTMLElement): Watched => {
  const scroller = scrollerOf(list);
  let known = 0;
  return {
    scroller,
    margin: () => {
      const start = list.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
      const now = start - scroller.clientTop + scroller.scrollTop;
      if (Math.abs(now - known) >= leastMovePx) known = now;
      return known;
    },
    subscribe: (changed) => {
      // Whatever stands before the list moves it when it grows.
      const observer = new ResizeObserver(changed);
      for (let box: HTMLElement | null = list; box !== null && box !== scroller; box = box.parentElement)
        for (const beside of box.parentElement?.children ?? []) observer.observe(beside);
      scroller.addEventListener('scroll', changed, { passive: true });
      return () => {
        observer.disconnect();
        scroller.removeEventListener('scroll', changed);
      };
    },
  };
};

const nothing = (): (() => void) => () => undefined;

/** Follows where a list lies; null until it is there. Several lists, and what stands between them, may share a scroller. */
export const useListPlace = (list: HTMLElement | null): ListPlace | null => {
  const watched = useMemo(() => (list === null ? null : watch(list)), [list]);
  const margin = useSyncExternalStore(
    watched?.subscribe ?? nothing,
    useCallback(() => watched?.margin() ?? 0, [watched]),
  );
  return useMemo(() => (watched === null ? null : { scroller: watched.scroller, margin }), [watched, margin]);
};

const watchPaper = (changed: () => void): (() => void) => {
  const onPaper = matchMedia('print');
  onPaper.addEventListener('change', changed);
  return () => onPaper.removeEventListener('change', changed);
};

/** True while the page is printed: paper shows everything. */
export const usePrinting = (): boolean => useSyncExternalStore(watchPaper, () => matchMedia('print').matches);
