import { Textarea } from '@mantine/core';
import type { TextareaProps } from '@mantine/core';
import classes from './field.module.css';
import { fieldError } from './field.tsx';

export interface ProseFieldProps extends Omit<TextareaProps, 'error' | 'description' | 'onSubmit'> {
  readonly error?: string | null | undefined;
  /** Ctrl/Cmd+Enter. */
  readonly onSubmit?: () => void;
}

/** Where people write: the reading serif, grows with the text. Who can read it stands above it. */
export const ProseField = (props: ProseFieldProps) => {
  const { error, onSubmit, onKeyDown, ...rest } = props;
  return (
    <Textarea
      autosize
      minRows={3}
      maxRows={16}
      {...rest}
      error={fieldError(error)}
      classNames={{ input: classes['prose'] ?? '' }}
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
