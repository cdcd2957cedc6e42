import { z } from 'zod';
import type { Scalar } from './types.ts';

/** One scalar field: its name for people, what it may hold, and what it is until somebody writes it. */
export interface Field<T extends Scalar = Scalar> {
  readonly label: string;
  readonly holds: z.ZodType<T>;
  readonly fallback: T;
}

/** One prose field, at most `max` UTF-16 units long. */
export interface Text {
  readonly label: string;
  readonly max: number;
}

/** A collection of items, each with the same fields. */
export interface Collection<Fields extends Readonly<Record<string, Field>> = Readonly<Record<string, Field>>> {
  readonly label: string;
  readonly limit: number;
  readonly fields: Fields;
}

export const field = <T extends Scalar>(label: string, holds: z.ZodType<T>, fallback: T): Field<T> => ({
  label,
  holds,
  fallback,
});

export const text = (label: string, max = 100_000): Text => ({ label, max });

export const collection = <F extends Readonly<Record<string, Field>>>(
  label: string,
  limit: number,
  fields: F,
): Collection<F> => ({ label, limit, fields });

/** Ids are 16 or 32 bytes as base64url text. */
export const idPattern = /^[A-Za-z0-9_-]{22,64}$/;
const id = z.string().regex(idPattern, 'is not an id');
const daySentence = 'is not a day such as 2026-05-31';

/**
 * The day exists in the calendar. `Date.UTC` is exact, but years below 100 and overflowing days have to come back
 * as they went in.
 */
const isDay = (value: string): boolean => {
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const isHours = (value: string): boolean => {
  const [from = '', to = ''] = value.split('-');
  return from !== to && from < '24:00' && to > '00:00' && to <= '24:00' && !/:[6-9]/.test(value);
};

/** What fields may hold. None of these transforms: a stored value is kept as it was signed. */
export const holds = {
  /** A line that has to say something. */
  line: (max: number) =>
    z
      .string()
      .max(max, `is longer than ${max} characters`)
      .refine((value) => value.trim() !== '', 'is empty'),
  /** A line that may be empty. */
  words: (max: number) => z.string().max(max, `is longer than ${max} characters`),
  number: z.number(),
  between: (min: number, max: number) => z.number().min(min, `is below ${min}`).max(max, `is above ${max}`),
  whole: (min: number, max: number) =>
    z.number().int('is not a whole number').min(min, `is below ${min}`).max(max, `is above ${max}`),
  flag: z.boolean(),
  /** Milliseconds since the epoch. */
  time: z.number().int('is not a time').min(0, 'is before 1970').max(8.64e15, 'is no possible time'),
  day: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, daySentence)
    .refine(isDay, daySentence),
  week: z.string().regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/, 'is not a week such as 2026-W20'),
  /** The shape of a zone's name only: which zones exist differs from machine to machine, and a rule must not. */
  timeZone: z.string().regex(/^[A-Za-z0-9_+/-]{1,64}$/, 'is not a time zone such as Asia/Karachi'),
  hours: z
    .string()
    .regex(/^\d{2}:\d{2}-\d{2}:\d{2}$/, 'is not a span of hours such as 09:00-17:00')
    .refine(isHours, 'is not a span of hours such as 09:00-17:00'),
  id,
  oneOf: <const T extends readonly [string, ...string[]]>(names: T) =>
    z.enum(names, { error: `is none of: ${names.join(', ')}` }),
};
