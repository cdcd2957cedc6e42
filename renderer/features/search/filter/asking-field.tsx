import { useId, useState } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import { SearchIcon, TextField } from '#renderer/ui/index.ts';
import type { Completion } from './complete.ts';
import classes from './filter.module.css';

export interface AskingFieldProps {
  /** Of the input, by which other parts of the view move the focus to it. */
  readonly id: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly completions: readonly Completion[];
  readonly autoFocus: boolean;
  /** Enter or an arrow down where nothing is proposed: on to the results. */
  readonly onDone: () => void;
}

/** The line that says what is searched for; proposes how a filter goes on. Arrows choose, Enter or Tab take, Esc closes. */
export const AskingField = (props: AskingFieldProps) => {
  const { t } = useText();
  const { text, onText, onDone } = props;
  const listId = useId();
  const [moved, setMoved] = useState<number | null>(null);
  const [open, setOpen] = useState(false);
  const shown = open ? props.completions : [];
  const at = Math.min(moved ?? (shown[0]?.maybe === true ? -1 : 0), shown.length - 1);
  const current = shown[at];
  const take = (completion: Completion): void => {
    onText(completion.text);
    setMoved(null);
  };
  const move = (by: number): void => setMoved((Math.max(at + by, -1) + shown.length) % shown.length);
  return (
    <div className={classes['asked']}>
      <TextField
        id={props.id}
        aria-label={t('search.placeholder')}
        placeholder={t('search.placeholder')}
        leftSection={<SearchIcon size={16} stroke={1.9} aria-hidden />}
        value={text}
        maxLength={300}
        autoFocus={props.autoFocus}
        autoComplete="off"
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={current === undefined ? undefined : `${listId}-${current.id}`}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={(event) => {
          onText(event.currentTarget.value);
          setOpen(true);
          setMoved(null);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const acted = {
            ArrowDown: shown.length === 0 ? onDone : () => move(1),
            ArrowUp: shown.length === 0 ? undefined : () => move(-1),
            Enter: current === undefined ? onDone : () => take(current),
            Tab: current === undefined || event.shiftKey ? undefined : () => take(current),
            Escape: shown.length === 0 ? undefined : () => setOpen(false),
          }[event.key];
          if (acted === undefined) return;
          event.preventDefault();
          acted();
        }}
      />
      <div
        id={listId}
        role="listbox"
        aria-label={t('search.filters.suggestions')}
        hidden={shown.length === 0}
        className={classes['list']}
      >
        {shown.map((completion) => (
          <div
            key={completion.id}
            id={`${listId}-${completion.id}`}
            role="option"
            aria-selected={completion === current}
            className={classes['option']}
            // The field keeps the focus.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(completion)}
          >
            <bdi className={classes['token']}>{completion.token}</bdi>
            <span className={classes['means']}>{completion.label}</span>
          </div>
        ))}
      </div>
    </div>
  );
};
