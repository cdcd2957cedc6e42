import { useState } from 'react';
import { TextInput } from '@mantine/core';
import classes from './hours-field.module.css';

/** "9", "9:30", "0930" or "5 pm" as "HH:MM"; undefined when it is no time of day. */
export const readTime = (typed: string): string | undefined => {
  const match = /^\s*(\d{1,2})(?:[:.h]?(\d{2}))?\s*([ap])?\.?m?\.?\s*$/iu.exec(typed);
  if (match === null) return undefined;
  const half = match[3]?.toLowerCase();
  let hour = Number(match[1]);
  const minute = Number(match[2] ?? '0');
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half === 'p' ? 12 : 0);
  }
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
};

export interface TimeTextProps {
  /** HH:MM, 24 hours. */
  readonly value: string;
  readonly label: string;
  readonly onChange: (value: string) => void;
}

/** A time of day on a 24-hour clock, typed freely and read when the field is left; nonsense goes back. */
export const TimeText = (props: TimeTextProps) => {
  const [typed, setTyped] = useState<string | null>(null);
  const leave = (): void => {
    if (typed === null) return;
    const read = readTime(typed);
    setTyped(null);
    if (read !== undefined && read !== props.value) props.onChange(read);
  };
  return (
    <TextInput
      value={typed ?? props.value}
      aria-label={props.label}
      inputMode="numeric"
      classNames={{ input: classes['time'] ?? '' }}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
      }}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave();
      }}
    />
  );
};
