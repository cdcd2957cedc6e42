import type { HolidayLibrary } from './calendar.ts';

/** Reads date-holidays, whose rules and data stay out of memory until somebody needs them. */
export const loadHolidayLibrary = async (): Promise<HolidayLibrary> => {
  const { default: Holidays } = await import('date-holidays');
  const all = new Holidays();
  return {
    countries: () => Object.keys(all.getCountries()),
    regions: (country) => all.getStates(country) ?? {},
    list: (country, region, year) =>
      (region === undefined ? new Holidays(country) : new Holidays(country, region)).getHolidays(year) ?? [],
  };
};
