import { useState } from 'react';
import type { FocusEvent } from 'react';

/** Which row of a drawn list has the focus, so that it stays drawn; the handlers go on the list's element. */
export const useFocusedRow = (
  ids: readonly string[],
): {
  readonly focusedId: string | null;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
} => {
  const [focusedId, setFocusedId] = useState<string | null>(null);
  return {
    focusedId,
    onFocus: ({ target }) => {
      const index = target.closest('[data-index]')?.getAttribute('data-index') ?? null;
      setFocusedId(index === null ? null : (ids[Number(index)] ?? null));
    },
    onBlur: ({ currentTarget, relatedTarget }) => {
      if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) setFocusedId(null);
    },
  };
};
