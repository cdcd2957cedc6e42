import { useRef, useState } from 'react';
import type { DragEvent } from 'react';

/** What a card gets so that it can be picked up. */
export interface CardDragProps {
  readonly draggable: true;
  readonly onDragStart: (event: DragEvent) => void;
  readonly onDragEnd: () => void;
}

/** What a column gets so that cards can be dropped on it; `data-over` while one is held above it. */
export interface ColumnDropProps {
  readonly 'data-over': boolean;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
}

/**
 * Cards that are dragged from column to column with a pointer. Only cards of the same board are taken: files and text
 * from elsewhere fall through. The keyboard has keys of its own for the same move.
 */
export const useCardDrag = (onMove: (id: string, column: string) => void) => {
  const held = useRef<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const end = (): void => {
    held.current = null;
    setOver(null);
  };
  return {
    card: (id: string): CardDragProps => ({
      draggable: true,
      onDragStart: ({ dataTransfer }) => {
        held.current = id;
        dataTransfer.setData('text/plain', id);
        dataTransfer.effectAllowed = 'move';
      },
      onDragEnd: end,
    }),
    column: (name: string): ColumnDropProps => ({
      'data-over': over === name,
      onDragOver: (event) => {
        if (held.current === null) return;
        event.preventDefault();
        if (over !== name) setOver(name);
      },
      onDragLeave: ({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) setOver(null);
      },
      onDrop: (event) => {
        event.preventDefault();
        const id = held.current;
        end();
        if (id !== null) onMove(id, name);
      },
    }),
  };
};

/** Which way the next column lies for an arrow key: to the left where the page runs from right to left. */
export const towards = (): 1 | -1 => (document.documentElement.dir === 'rtl' ? -1 : 1);

export type CardDrag = ReturnType<typeof useCardDrag>;
