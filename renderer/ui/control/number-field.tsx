import { useState } from 'react';
import { NumberInput } from '@mantine/core';
import type { NumberInputProps } from '@mantine/core';
import { decimalMark, useText } from '#renderer/i18n/index.ts';
import { fieldError, fieldOrder } from './field.tsx';
import type { FieldProps } from './field.tsx';
import classes from './field.module.css';
import { numberSaid, shownNumber } from './number-text.ts';
import type { NumberText } from './number-text.ts';

export interface NumberFieldProps
  extends Omit<NumberInputProps, 'error' | 'description' | 'value' | 'defaultValue' | 'onChange'>, FieldProps {
  /** Null for an empty field. */
  readonly value: number | null;
  /** Told the number after each key, null where there is none. */
  readonly onChange: (value: number | null) => void;
  readonly unit?: string | undefined;
}

/** A number with its unit behind it. What is typed stays as it is until the field is left: "0." is on the way to 0.7. */
export const NumberField = (props: NumberFieldProps) => {
  const { language } = useText();
  const { error, hint, unit, value, onChange, onBlur, ...rest } = props;
  const [typed, setTyped] = useState<NumberText | null>(null);
  return (
    <NumberInput
      hideControls
      decimalSeparator={decimalMark(language)}
      valueIsNumericString
      {...rest}
      value={shownNumber(typed, value)}
      onChange={(text: NumberText) => {
        setTyped(text);
        onChange(numberSaid(text));
      }}
      onBlur={(event) => {
        setTyped(null);
        onBlur?.(event);
      }}
      description={error === null || error === undefined ? hint : undefined}
      error={fieldError(error)}
      inputWrapperOrder={fieldOrder}
      {...(unit === undefined || unit === ''
        ? {}
        : { rightSection: <span className={classes['unit']}>{unit}</span>, rightSectionWidth: 'auto' })}
    />
  );
};
