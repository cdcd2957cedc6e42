import { err, ok } from '../std/index.ts';
import type { Result } from '../std/index.ts';
import { isDay, isHours } from './calendar.ts';

/**
 * What a field may hold: the value, typed, or what is wrong with it ("is empty"). Written by hand and not with a
 * validation library, because entries are judged by these on every machine and for ever: a library's next version may
 * see an edge case differently. Nothing is transformed: a stored value is kept as it was signed.
 */
export type Holds<T> = (value: unknown) => Result<T, string>;

const wrongType = err('has a value of the wrong type');

/** Ids are 16 or 32 bytes as base64url text. */
export const idPattern = /^[A-Za-z0-9_-]{22,64}$/;

const string =
  (fault: (value: string) => string | null): Holds<string> =>
  (value) => {
    if (typeof value !== 'string') return wrongType;
    const said = fault(value);
    return said === null ? ok(value) : err(said);
  };

const number =
  (fault: (value: number) => string | null): Holds<number> =>
  (value) => {
    if (typeof value !== 'number') return wrongType;
    const said = Number.isFinite(value) ? fault(value) : 'is no number';
    return said === null ? ok(value) : err(said);
  };

const tooLong = (value: string, max: number): string | null =>
  value.length > max ? `is longer than ${max} characters` : null;

const outside = (value: number, min: number, max: number): string | null =>
  value < min ? `is below ${min}` : value > max ? `is above ${max}` : null;

const matching = (pattern: RegExp, said: string, more: (value: string) => boolean = () => true): Holds<string> =>
  string((value) => (pattern.test(value) && more(value) ? null : said));

export const holds = {
  /** A line that has to say something. */
  line: (max: number) => string((value) => tooLong(value, max) ?? (value.trim() === '' ? 'is empty' : null)),
  /** A line that may be empty. */
  words: (max: number) => string((value) => tooLong(value, max)),
  number: number(() => null),
  between: (min: number, max: number) => number((value) => outside(value, min, max)),
  whole: (min: number, max: number) =>
    number((value) => (Number.isInteger(value) ? outside(value, min, max) : 'is not a whole number')),
  flag: ((value) => (typeof value === 'boolean' ? ok(value) : wrongType)) satisfies Holds<boolean>,
  /** Milliseconds since the epoch, up to the last instant that a date can be. */
  time: number((value) => (Number.isInteger(value) ? outside(value, 0, 8.64e15) : 'is not a time')),
  day: matching(/^\d{4}-\d{2}-\d{2}$/, 'is not a day such as 2026-05-31', isDay),
  week: matching(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/, 'is not a week such as 2026-W20'),
  /** The shape of a zone's name only: which zones exist differs from machine to machine, and a rule must not. */
  timeZone: matching(/^[A-Za-z0-9_+/-]{1,64}$/, 'is not a time zone such as Asia/Karachi'),
  hours: matching(/^\d{2}:\d{2}-\d{2}:\d{2}$/, 'is not a span of hours such as 09:00-17:00', isHours),
  id: matching(idPattern, 'is not an id'),
  oneOf:
    <const T extends string>(names: readonly T[]): Holds<T> =>
    (value) => {
      const name = names.find((each) => each === value);
      return name === undefined ? err(`is none of: ${names.join(', ')}`) : ok(name);
    },
  /** What the other holds, or nothing. */
  maybe:
    <T>(inner: Holds<T>): Holds<T | null> =>
    (value) =>
      value === null ? ok(null) : inner(value),
};
