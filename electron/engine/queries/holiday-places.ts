import { dayOf } from '#shared/domain/index.ts';
import type { QueryContext } from './context.ts';
import type { QueryHandler } from './handler.ts';

/** How many of the coming holidays show that the right place was chosen. */
const shownDays = 6;

/** Whose public holidays can be chosen, and what is coming there. */
export const holidayPlacesQuery = (ctx: QueryContext): QueryHandler<'holidayPlaces'> => ({
  // The calendar announces what it has learned as if days off had changed: that is what depends on it.
  topics: ['records:leave', 'clock'],
  run: ({ code }) => {
    const country = code === '' ? null : code.slice(0, 2);
    const places = ctx.holidays.places(country);
    const today = dayOf(ctx.clock.now(), 'UTC');
    const year = Number(today.slice(0, 4));
    const days = code === '' ? [] : [year, year + 1].flatMap((each) => ctx.holidays.of(code, each));
    return {
      ready: places !== null,
      countries: [...(places?.countries ?? [])],
      regions: [...(places?.regions ?? [])],
      days: days.filter((one) => one.end >= today).slice(0, shownDays),
    };
  },
});
