import { useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, Ref } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import { classNames } from '../class-names.ts';
import { ProseField } from '../control/index.ts';
import type { ProseFieldProps } from '../control/index.ts';
import { Avatar } from '../people/index.ts';
import { complete, mentionsIn, namingAt, suggestions } from './mentions.ts';
import type { Mentionable } from './mentions.ts';
import classes from './mentions.module.css';

export interface MentionFieldProps extends Omit<ProseFieldProps, 'value' | 'onChange'> {
  readonly value: string;
  readonly onText: (text: string) => void;
  /** Who is offered after an `@`. */
  readonly people: readonly Mentionable[];
  /** Who can read what is written; null for everybody. Others can be named, and are not told. */
  readonly readerIds: readonly string[] | null;
  readonly ref?: Ref<HTMLTextAreaElement> | undefined;
}

/** Where people write to each other: `@` offers names, and a hint says who of those named cannot read it. */
export const MentionField = (props: MentionFieldProps) => {
  const { t } = useText();
  const { value, onText, people, readerIds, ref, onKeyDown, onSelect, onBlur, ...rest } = props;
  const id = useId();
  const own = useRef<HTMLTextAreaElement | null>(null);
  const goTo = useRef<number | null>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const [chosen, setChosen] = useState(0);
  /** The `@` whose list was closed with Esc. */
  const [closed, setClosed] = useState<number | null>(null);
  const naming = caret === null ? null : namingAt(value, caret);
  const offered = naming === null || naming.at === closed ? [] : suggestions(people, naming);
  const at = Math.min(chosen, offered.length - 1);
  const unread = useMemo(
    () =>
      readerIds === null
        ? []
        : mentionsIn(value, people).flatMap(({ personId, as }) => (readerIds.includes(personId) ? [] : [as])),
    [value, people, readerIds],
  );

  useLayoutEffect(() => {
    if (goTo.current === null) return;
    own.current?.setSelectionRange(goTo.current, goTo.current);
    goTo.current = null;
  }, [value]);

  const pick = (person: Mentionable | undefined): void => {
    if (person === undefined || naming === null) return;
    const done = complete(value, naming, person.name);
    goTo.current = done.caret;
    setCaret(done.caret);
    setChosen(0);
    onText(done.text);
  };
  const keys = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (offered.length > 0 && !event.ctrlKey && !event.metaKey && !event.nativeEvent.isComposing) {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const picks = event.key === 'Enter' || event.key === 'Tab';
      if (step !== 0 || picks || event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        if (step !== 0) setChosen((at + step + offered.length) % offered.length);
        else if (picks) pick(offered[at]);
        else setClosed(naming?.at ?? null);
        return;
      }
    }
    onKeyDown?.(event);
  };

  return (
    <div className={classes['field']}>
      <ProseField
        {...rest}
        ref={(field) => {
          own.current = field;
          if (typeof ref === 'function') ref(field);
          else if (ref !== null && ref !== undefined) ref.current = field;
        }}
        value={value}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={offered.length > 0 ? `${id}-names` : undefined}
        aria-activedescendant={offered.length > 0 ? `${id}-${String(at)}` : undefined}
        // A dialog listens before the field does: Esc closes the names and leaves the dialog alone.
        data-mantine-stop-propagation={offered.length > 0 || undefined}
        onChange={(event) => {
          setCaret(event.currentTarget.selectionStart);
          setChosen(0);
          setClosed(null);
          onText(event.currentTarget.value);
        }}
        onSelect={(event) => {
          setCaret(event.currentTarget.selectionStart);
          onSelect?.(event);
        }}
        onBlur={(event) => {
          setCaret(null);
          onBlur?.(event);
        }}
        onKeyDown={keys}
      />
      {offered.length > 0 && (
        <ul role="listbox" id={`${id}-names`} aria-label={t('ui.mention.list')} className={classes['names']}>
          {offered.map((person, index) => (
            <li
              key={person.id}
              id={`${id}-${String(index)}`}
              role="option"
              aria-selected={index === at}
              className={classNames(classes['name'], index === at && classes['chosen'])}
              onMouseDown={(event) => {
                event.preventDefault();
                pick(person);
              }}
            >
              <Avatar person={person} size="sm" />
              <span dir="auto">{person.name}</span>
              {readerIds !== null && !readerIds.includes(person.id) && <small>{t('ui.mention.cannotRead')}</small>}
            </li>
          ))}
        </ul>
      )}
      <span role="status" className={classes['spoken']}>
        {offered.length > 0 ? t('ui.mention.offered', { count: offered.length }) : ''}
      </span>
      {unread.length > 0 && (
        <p className={classes['hint']} role="status">
          {t('ui.mention.notTold', { count: unread.length, names: unread.join(', ') })}
        </p>
      )}
    </div>
  );
};
