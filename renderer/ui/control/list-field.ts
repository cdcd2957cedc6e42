import { useReducer } from 'react';
import type { KeyboardEvent } from 'react';

/** Esc closes an open list and nothing around it: a form takes an Esc that nobody has taken as its own. */
const keepEscape = (event: KeyboardEvent<HTMLInputElement>): void => {
  if (event.key === 'Escape' && event.currentTarget.dataset['expanded'] === 'true') event.preventDefault();
};

/** What every field with a list below it passes on. */
export const useListField = () => {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  return {
    onKeyDown: keepEscape,
    // A list that opens with the focus is in the page only after its field was drawn. Drawn once more, the field tells
    // assistive technology that it is open, and which list is its own.
    onDropdownOpen: (): void => void requestAnimationFrame(draw),
  };
};
