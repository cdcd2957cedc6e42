import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { useHeldDialog } from '../control/index.ts';

export interface SubmitFormProps {
  /** Enter in a line, or the act; not called while `busy` or `disabled`. */
  readonly onSubmit: () => void;
  /** What was sent is under way: the form stays, and neither its keys nor its buttons do anything. */
  readonly busy?: boolean;
  /** Something is missing that the form needs. */
  readonly disabled?: boolean;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLFormElement>) => void;
  readonly label?: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/**
 * A form that is sent once, and stays until it is known what came of it. Fields send with Ctrl/Cmd+Enter by handlers of
 * their own, and acts leave by theirs; the form stands before all of them, so that none can forget to ask.
 */
export const SubmitForm = (props: SubmitFormProps) => {
  const { onSubmit, busy = false, disabled = false, onKeyDown, label, className } = props;
  useHeldDialog(busy);
  const keep = (event: KeyboardEvent | MouseEvent): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form
      className={className}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && !disabled) onSubmit();
      }}
      onKeyDownCapture={(event) => {
        const sends = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
        if ((sends && (busy || disabled)) || (event.key === 'Escape' && busy)) keep(event);
      }}
      onClickCapture={(event) => {
        if (busy && event.target instanceof Element && event.target.closest('button') !== null) keep(event);
      }}
      onKeyDown={onKeyDown}
    >
      {props.children}
    </form>
  );
};
