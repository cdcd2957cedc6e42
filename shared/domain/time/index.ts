export * from './day.ts';
export * from './week.ts';
export { isTimeZone } from './zone.ts';
