import type { KeyboardEvent } from 'react';

/**
 * Keeps single keys within a form, also where the focus is on a choice or a button: a slip of the hand must not leave
 * what is being written. Combinations and Esc go on.
 */
export const keepKeys = (event: KeyboardEvent): void => {
  const single = event.key.length === 1 || event.key.startsWith('Arrow') || event.key === 'Home' || event.key === 'End';
  if (single && !event.ctrlKey && !event.metaKey) event.stopPropagation();
};
