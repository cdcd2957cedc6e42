import { useState } from 'react';
import type { ReactNode } from 'react';
import { PasswordInput, Select, TextInput } from '@mantine/core';
import type { PasswordInputProps, SelectProps, TextInputProps } from '@mantine/core';
import { useText } from '#renderer/i18n/index.ts';
import { StopIcon } from '../icons.tsx';
import classes from './field.module.css';
import { useListField } from './list-field.ts';

/** A field's error as the design shows it: a mark and a sentence that says what to do. */
export const fieldError = (sentence: string | null | undefined): ReactNode =>
  sentence === null || sentence === undefined || sentence === '' ? undefined : (
    <span className={classes['bad']}>
      <StopIcon size={16} stroke={1.9} aria-hidden />
      {sentence}
    </span>
  );

/** What every field of the app takes besides its own. */
export interface FieldProps {
  /** A sentence, or nothing. */
  readonly error?: string | null | undefined;
  /** Quiet words below the field. */
  readonly hint?: ReactNode;
}

/** Label, field, and below it the error or the hint. */
export const fieldOrder: NonNullable<TextInputProps['inputWrapperOrder']> = ['label', 'input', 'error', 'description'];

/** One line of text. */
export const TextField = (props: Omit<TextInputProps, 'error' | 'description'> & FieldProps) => {
  const { error, hint, ...rest } = props;
  return (
    <TextInput
      {...rest}
      description={error === null || error === undefined ? hint : undefined}
      error={fieldError(error)}
      inputWrapperOrder={fieldOrder}
    />
  );
};

/** A line that is not shown while it is typed, unless its writer asks. */
export const SecretField = (props: Omit<PasswordInputProps, 'error' | 'description'> & FieldProps) => {
  const { t } = useText();
  const { error, hint, ...rest } = props;
  return (
    <PasswordInput
      spellCheck={false}
      visibilityToggleButtonProps={{ 'aria-label': t('ui.secret.show'), tabIndex: 0 }}
      {...rest}
      description={error === null || error === undefined ? hint : undefined}
      error={fieldError(error)}
      inputWrapperOrder={fieldOrder}
    />
  );
};

/**
 * One of a list, searchable when it is long. The list is in the page only while the field has the focus: a table of
 * people has two lists of everybody a row, and arrow keys begin at the chosen one only where it is there already.
 */
export const SelectField = (props: Omit<SelectProps, 'error' | 'description'> & FieldProps) => {
  const { error, hint, onFocus, onBlur, onKeyDown, onDropdownOpen, ...rest } = props;
  const list = useListField();
  const [focused, setFocused] = useState(false);
  return (
    <Select
      allowDeselect={false}
      checkIconPosition="right"
      maxDropdownHeight={280}
      comboboxProps={{ keepMounted: focused }}
      {...rest}
      onFocus={(event) => {
        setFocused(true);
        onFocus?.(event);
      }}
      onBlur={(event) => {
        setFocused(false);
        onBlur?.(event);
      }}
      onKeyDown={(event) => {
        list.onKeyDown(event);
        onKeyDown?.(event);
      }}
      onDropdownOpen={() => {
        list.onDropdownOpen();
        onDropdownOpen?.();
      }}
      description={error === null || error === undefined ? hint : undefined}
      error={fieldError(error)}
      inputWrapperOrder={fieldOrder}
    />
  );
};
