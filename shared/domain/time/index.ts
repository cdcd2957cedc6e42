export * from './cadence.ts';
export * from './day.ts';
export * from './deadline.ts';
export * from './norm.ts';
export * from './spans.ts';
export * from './week.ts';
export * from './working-hours.ts';
export { instantOf, isTimeZone, localAt } from './zone.ts';
export type { WallTime } from './zone.ts';
