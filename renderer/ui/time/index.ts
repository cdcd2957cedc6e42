export * from './day-strip.tsx';
export { calendarDay, capital, inSentence, isZone, isoWeekWords } from './format.ts';
export * from './hours-field.tsx';
export * from './hours.ts';
export * from './norm-clock.tsx';
export { TimeText } from './time-text.tsx';
export { ZoneProvider, useTime } from './use-time.tsx';
export type { TimeWords } from './use-time.tsx';
export { ZoneField } from './zone-field.tsx';
