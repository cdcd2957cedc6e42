import { useState } from 'react';

/** The record that is shown without having been asked for, and the list that it was the first of. */
export interface Held {
  readonly id: string | null;
  readonly list: string;
}

/**
 * What is held once a list, or its order, has changed. The first of a list stays what it is for whoever reads or writes
 * beside it, wherever it stands meanwhile and even if it left; it is given up for one that is named, or for another list.
 */
export const heldAfter = (held: Held, list: string, named: string | null, first: string | null): Held => {
  if (named !== null) return held.id === null && held.list === list ? held : { id: null, list };
  if (held.list === list && (held.id !== null || first === null)) return held;
  return { id: first, list };
};

/**
 * The record to show: the one that the address names, else the one that was first when the list was first shown.
 * `list` tells apart what somebody chose to look at: another cycle, another week, another view.
 */
export const useHeldFirst = (named: string | null, first: string | null, list = ''): string | null => {
  const [held, setHeld] = useState<Held>({ id: null, list });
  const next = heldAfter(held, list, named, first);
  if (next !== held) setHeld(next);
  return named ?? next.id;
};
