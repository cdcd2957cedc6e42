export { createHolidayCalendar } from './calendar.ts';
export type { Holiday, HolidayCalendar, HolidayLibrary, ListedHoliday } from './calendar.ts';
export { loadHolidayLibrary } from './library.ts';
