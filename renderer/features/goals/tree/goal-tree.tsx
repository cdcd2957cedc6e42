import { useCallback, useEffect, useMemo, useRef } from 'react';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { Range } from '@tanstack/react-virtual';
import { useText } from '#renderer/i18n/index.ts';
import { useKeys } from '#renderer/ui/index.ts';
import { sayPercent } from '../amount.ts';
import { GoalLine } from './goal-line.tsx';
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

/** Rows kept ready beyond the edge, so that fast scrolling finds them drawn. */
const spare = 24;

/** Keys of the tree: j, k and arrows to move, left and right to shut and open, Enter to go on to the detail. */
const useTreeKeys = (props: GoalTreeProps, focusCurrent: () => void): void => {
  const { t } = useText();
  const { lines, currentId } = props;
  const go = (id: string | undefined): void => {
    if (id === undefined) return;
    props.onCurrent(id);
    focusCurrent();
  };
  const step = (by: number): void => {
    const from = lines.findIndex((line) => line.row.id === currentId);
    const at = from < 0 ? (by > 0 ? 0 : lines.length - 1) : Math.min(lines.length - 1, Math.max(0, from + by));
    go(lines[at]?.row.id);
  };
  const move = (next: TreeMove): void => {
    if (next === null) return;
    if ('to' in next) go(next.to);
    else props.onToggle(next.toggle);
  };
  const bindings = [
    { keys: 'j', label: t('ui.keys.next'), run: () => step(1) },
    { keys: 'k', label: t('ui.keys.previous'), run: () => step(-1) },
    { keys: 'down', label: t('ui.keys.next'), hidden: true, run: () => step(1) },
    { keys: 'up', label: t('ui.keys.previous'), hidden: true, run: () => step(-1) },
    { keys: 'home', label: t('goals.keys.first'), hidden: true, run: () => go(lines[0]?.row.id) },
    { keys: 'end', label: t('goals.keys.last'), hidden: true, run: () => go(lines.at(-1)?.row.id) },
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
    { keys: 'enter', label: t('goals.keys.detail'), run: props.onOpen },
  ];
  useKeys(lines.length === 0 ? [] : bindings);
};

const Head = (props: { readonly expected: number }) => {
  const { t } = useText();
  return (
    <div className={classes['head']} aria-hidden>
      <span className={classes['headName']}>{t('goals.tree.name')}</span>
      <span className={classes['headExpected']}>
        <span className={classes['mark']} />
        {t('goals.tree.expected', { percent: sayPercent(props.expected) })}
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
  const scroller = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const indexes = useMemo(() => new Map(lines.map((line, index) => [line.row.id, index])), [lines]);
  const currentIndex = currentId === null ? -1 : (indexes.get(currentId) ?? -1);

  // The current row stays drawn wherever the list is scrolled to, so that the focus is never lost.
  const rangeExtractor = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      return currentIndex < 0 || shown.includes(currentIndex)
        ? shown
        : [...shown, currentIndex].toSorted((a, b) => a - b);
    },
    [currentIndex],
  );
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.row.kind === 'objective' ? 44 : 36),
    getItemKey: (index) => lines[index]?.row.id ?? index,
    overscan: spare,
    rangeExtractor,
  });

  useTreeKeys(props, () => {
    wantsFocus.current = true;
  });
  useEffect(() => {
    if (currentIndex < 0) return;
    virtual.scrollToIndex(currentIndex, { align: 'auto' });
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    scroller.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus({ preventScroll: true });
  }, [currentIndex, virtual]);

  const tabStop = currentIndex < 0 ? lines[0]?.row.id : lines[currentIndex]?.row.id;
  return (
    <div className={classes['tree']}>
      <Head expected={props.expected} />
      <div ref={scroller} className={classes['scroller']}>
        <div
          role="tree"
          aria-label={t('goals.tree.label')}
          className={classes['rows']}
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
