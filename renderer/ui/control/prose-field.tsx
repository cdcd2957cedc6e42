import { useState, type ClipboardEvent, type DragEvent } from 'react';
import { Textarea } from '@mantine/core';
import type { TextareaProps } from '@mantine/core';
import { useText } from '#renderer/i18n/index.ts';
import classes from './field.module.css';
import { fieldError } from './field.tsx';

export interface ProseFieldProps extends Omit<TextareaProps, 'error' | 'description' | 'onSubmit'> {
  readonly error?: string | null | undefined;
  /** Ctrl/Cmd+Enter. */
  readonly onSubmit?: () => void;
}

/** What one text may hold, in characters; the protocol's limit for prose. */
const most = 100_000;

/** Where people write: the reading serif, grows with the text. Who can read it stands above it. */
export const ProseField = (props: ProseFieldProps) => {
  const { t } = useText();
  const { error, onSubmit, onKeyDown, onChange, ...rest } = props;
  const limit = props.maxLength ?? most;
  const [refused, setRefused] = useState(false);

  // Refused before it is in the field: laying out megabytes would hold up the window for half a minute.
  const admit = (event: ClipboardEvent<HTMLTextAreaElement> | DragEvent<HTMLTextAreaElement>, text: string): void => {
    const field = event.currentTarget;
    const kept = field.value.length - (field.selectionEnd - field.selectionStart);
    const over = kept + text.length > limit;
    setRefused(over);
    if (over) event.preventDefault();
  };

  return (
    <Textarea
      autosize
      minRows={3}
      maxRows={16}
      {...rest}
      error={fieldError(refused ? t('ui.tooLong', { limit }) : error)}
      classNames={{ input: classes['prose'] ?? '' }}
      onPaste={(event) => {
        admit(event, event.clipboardData.getData('text/plain'));
      }}
      onDrop={(event) => {
        admit(event, event.dataTransfer.getData('text/plain'));
      }}
      onChange={(event) => {
        setRefused(false);
        onChange?.(event);
      }}
      onKeyDown={(event) => {
        onKeyDown?.(event);
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && onSubmit !== undefined) {
          event.preventDefault();
          onSubmit();
        }
      }}
    />
  );
};
