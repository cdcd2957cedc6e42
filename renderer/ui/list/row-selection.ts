import { useCallback, useRef, useState } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import { useKeys } from '../keys/index.ts';

export interface RowSelection {
  /** The one current row of the view; null for an empty list. */
  readonly currentId: string | null;
  readonly setCurrent: (id: string) => void;
  readonly move: (step: number) => void;
  readonly open: (id: string) => void;
  /** Remembers the element of a row, so that moving takes the focus along. */
  readonly register: (id: string, element: HTMLElement | null) => void;
}

export interface RowSelectionOptions {
  /** Ids of the rows as shown, top to bottom. */
  readonly ids: readonly string[];
  /** Enter or a double act on a row. */
  readonly onOpen?: ((id: string) => void) | undefined;
  /** Controlled form: which row is current, for views whose address names it. */
  readonly currentId?: string | null | undefined;
  readonly onCurrent?: ((id: string) => void) | undefined;
  /** Switches the keys off while another list of the view has them. */
  readonly keys?: boolean;
}

/** One current row with j, k and Enter; a row that disappears hands its place to its neighbour. */
export const useRowSelection = (options: RowSelectionOptions): RowSelection => {
  const { ids, onOpen, onCurrent } = options;
  const { t } = useText();
  const [own, setOwn] = useState<{ readonly id: string | null; readonly index: number }>({ id: null, index: 0 });
  const elements = useRef(new Map<string, HTMLElement>());
  /** The row that gets the focus once it is drawn. */
  const awaited = useRef<string | null>(null);

  const wanted = options.currentId === undefined ? own.id : options.currentId;
  const at = wanted === null ? -1 : ids.indexOf(wanted);
  const fallback = options.currentId === undefined ? (ids[Math.min(own.index, ids.length - 1)] ?? null) : null;
  const currentId = at >= 0 ? wanted : fallback;

  const setCurrent = useCallback(
    (id: string) => {
      awaited.current = null;
      setOwn({ id, index: Math.max(0, ids.indexOf(id)) });
      onCurrent?.(id);
    },
    [ids, onCurrent],
  );

  const move = (step: number): void => {
    const from = currentId === null ? (step > 0 ? -1 : ids.length) : ids.indexOf(currentId);
    const next = ids[Math.min(ids.length - 1, Math.max(0, from + step))];
    if (next === undefined) return;
    setCurrent(next);
    const element = elements.current.get(next);
    if (element === undefined) awaited.current = next;
    else element.focus();
  };

  const open = (id: string): void => onOpen?.(id);

  const bindings = [
    {
      keys: 'j',
      label: t('ui.keys.next'),
      run: () => {
        move(1);
      },
    },
    {
      keys: 'k',
      label: t('ui.keys.previous'),
      run: () => {
        move(-1);
      },
    },
    {
      keys: 'down',
      label: t('ui.keys.next'),
      hidden: true,
      run: () => {
        move(1);
      },
    },
    {
      keys: 'up',
      label: t('ui.keys.previous'),
      hidden: true,
      run: () => {
        move(-1);
      },
    },
    ...(onOpen === undefined
      ? []
      : [
          {
            keys: 'enter',
            label: t('ui.keys.open'),
            run: () => {
              if (currentId !== null) onOpen(currentId);
            },
          },
        ]),
  ];
  useKeys(options.keys === false || ids.length === 0 ? [] : bindings);

  const register = useCallback((id: string, element: HTMLElement | null) => {
    if (element === null) elements.current.delete(id);
    else elements.current.set(id, element);
    if (element === null || awaited.current !== id) return;
    awaited.current = null;
    element.focus();
  }, []);

  return { currentId, setCurrent, move, open, register };
};
