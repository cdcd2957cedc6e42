import { useState } from 'react';
import type { ReactNode } from 'react';
import { NumberInput, PasswordInput, Select, TextInput } from '@mantine/core';
import type { NumberInputProps, PasswordInputProps, SelectProps, TextInputProps } from '@mantine/core';
import { useText } from '#renderer/i18n/index.ts';
import { StopIcon } from '../icons.tsx';
import classes from './field.module.css';

/** A field's error as the design shows it: a mark and a sentence that says what to do. */
export const fieldError = (sentence: string | null | undefined): ReactNode =>
  sentence === null || sentence === undefined || sentence === '' ? undefined : (
    <span className={classes['bad']}>
      <StopIcon size={16} stroke={1.9} aria-hidden />
      {sentence}
    </span>
  );

interface OwnProps {
  /** A sentence, or nothing. */
  readonly error?: string | null | undefined;
  /** Quiet words below the field. */
  readonly hint?: ReactNode;
}

const order: NonNullable<TextInputProps['inputWrapperOrder']> = ['label', 'input', 'error', 'description'];

/** One line of text. */
export const TextField = (props: Omit<TextInputProps, 'error' | 'description'> & OwnProps) => {
  const { error, hint, ...rest } = props;
  return (
    <TextInput
      {...rest}
      description={error === null || error === undefined ? hint : undefined}
      error={fieldError(error)}
      inputWrapperOrder={order}
    />
  );
};

/** A line that is not shown while it is typed, unless its writer asks. */
export const SecretField = (props: Omit<PasswordInputProps, 'error' | 'description'> & OwnProps) => {
  const { t } = useText();
  const { error, hint, ...rest } = props;
  return (
    <PasswordInput
      spellCheck={false}
      visibilityToggleButtonProps={{ 'aria-label': t('ui.secret.show'), tabIndex: 0 }}
      {...rest}
      description={error === null || error === undefined ? hint : undefined}
      error={fieldError(error)}
      inputWrapperOrder={order}
    />
  );
};

/** A number with its unit behind it. */
export const NumberField = (
  props: Omit<NumberInputProps, 'error' | 'description'> & OwnProps & { readonly unit?: string | undefined },
) => {
  const { error, hint, unit, ...rest } = props;
  return (
    <NumberInput
      hideControls
      {...rest}
      description={error === null || error === undefined ? hint : undefined}
      error={fieldError(error)}
      inputWrapperOrder={order}
      {...(unit === undefined || unit === ''
        ? {}
        : { rightSection: <span className={classes['unit']}>{unit}</span>, rightSectionWidth: 'auto' })}
    />
  );
};

/**
 * One of a list, searchable when it is long. The list is in the page only while the field has the focus: a table of
 * people has two lists of everybody a row, and arrow keys begin at the chosen one only where it is there already.
 */
export const SelectField = (props: Omit<SelectProps, 'error' | 'description'> & OwnProps) => {
  const { error, hint, onFocus, onBlur, ...rest } = props;
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
      description={error === null || error === undefined ? hint : undefined}
      error={fieldError(error)}
      inputWrapperOrder={order}
    />
  );
};
