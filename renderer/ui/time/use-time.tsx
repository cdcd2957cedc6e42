import { createContext, useContext, useMemo } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import { useNow } from '../services.tsx';
import {
  ago,
  ahead,
  calendarDate,
  clock,
  date,
  dateRange,
  dayAndWeek,
  dayName,
  duration,
  isZone,
  longDay,
  shortDate,
  shortDay,
  shortWhen,
  when,
} from './format.ts';
import type { Ahead, TimeReader } from './format.ts';

const Zone = createContext<string | null>(null);

/** Says in whose zone times are shown: the reader's stated one, once it is known. */
export const ZoneProvider = Zone;

const systemZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Every way the interface tells time, bound to the reader's zone and language and renewed each minute. */
export interface TimeWords {
  readonly reader: TimeReader;
  readonly now: number;
  readonly zone: string;
  /** "09:12", in another zone if one is named. */
  readonly clock: (at: number, zone?: string) => string;
  readonly when: (at: number) => string;
  readonly shortWhen: (at: number) => string;
  readonly ago: (at: number) => string;
  readonly ahead: (at: number) => Ahead;
  readonly date: (at: number) => string;
  readonly dayName: (at: number) => string;
  /** "Wed", where little room is. */
  readonly shortDay: (at: number) => string;
  readonly longDay: (at: number, zone?: string) => string;
  /** For calendar days without a zone. */
  readonly calendarDate: (day: string) => string;
  /** Shorter, for axes. */
  readonly shortDate: (day: string) => string;
  readonly dateRange: (start: string, end: string) => string;
  readonly dayAndWeek: () => string;
  readonly duration: (ms: number) => string;
}

export const useTime = (): TimeWords => {
  const { t, language } = useText();
  const now = useNow();
  const stated = useContext(Zone);
  const zone = stated !== null && isZone(stated) ? stated : systemZone();
  return useMemo(() => {
    const reader: TimeReader = { t, language, zone, now };
    return {
      reader,
      now,
      zone,
      clock: (at, other) => clock(reader, at, other),
      when: (at) => when(reader, at),
      shortWhen: (at) => shortWhen(reader, at),
      ago: (at) => ago(reader, at),
      ahead: (at) => ahead(reader, at),
      date: (at) => date(reader, at),
      dayName: (at) => dayName(reader, at),
      shortDay: (at) => shortDay(reader, at),
      longDay: (at, other) => longDay(reader, at, other),
      calendarDate: (day) => calendarDate(reader, day),
      shortDate: (day) => shortDate(reader, day),
      dateRange: (start, end) => dateRange(reader, start, end),
      dayAndWeek: () => dayAndWeek(reader),
      duration: (ms) => duration(reader, ms),
    };
  }, [t, language, zone, now]);
};
