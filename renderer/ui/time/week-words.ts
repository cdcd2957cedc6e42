import type { WorkingHours } from '#shared/protocol/index.ts';
import { localeOf } from '#renderer/i18n/index.ts';

/** Names of Monday to Sunday; 5 January 2026 was a Monday. */
export const weekdayNames = (language: string, width: 'narrow' | 'short' | 'long'): readonly string[] =>
  Array.from({ length: 7 }, (_, index) =>
    new Intl.DateTimeFormat(localeOf(language), { weekday: width, timeZone: 'UTC' }).format(
      Date.UTC(2026, 0, 5 + index),
    ),
  );

/** "Mon–Thu 09:00-17:00, Fri 09:00-13:00": days with the same hours together, days off left out; '' for none at all. */
export const weekWords = (week: WorkingHours, language: string, comma: string): string => {
  const names = weekdayNames(language, 'short');
  const runs: { from: number; to: number; hours: string }[] = [];
  week.forEach((hours, day) => {
    const last = runs.at(-1);
    if (hours === null) return;
    if (last?.hours === hours && last.to === day - 1) last.to = day;
    else runs.push({ from: day, to: day, hours });
  });
  return runs
    .map(({ from, to, hours }) => {
      const days = from === to ? (names[from] ?? '') : `${names[from] ?? ''}–${names[to] ?? ''}`;
      return `${days} ${hours}`;
    })
    .join(comma);
};
