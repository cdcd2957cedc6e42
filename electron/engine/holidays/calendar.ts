import { addDays } from '#shared/domain/index.ts';

/** A public holiday: a day, or several on end, both included. */
export interface Holiday {
  readonly start: string;
  readonly end: string;
  readonly name: string;
}

/** One holiday as the library tells it: `date` begins with the local day and time, `start` and `end` bound its length. */
export interface ListedHoliday {
  readonly date: string;
  readonly start: Date;
  readonly end: Date;
  readonly name: string;
  readonly type: string;
}

/** What this needs of the library that knows holidays (date-holidays). */
export interface HolidayLibrary {
  readonly countries: () => readonly string[];
  /** Regions of a country by their code within it, with their names. */
  readonly regions: (country: string) => Readonly<Record<string, string>>;
  readonly list: (country: string, region: string | undefined, year: number) => readonly ListedHoliday[];
}

export interface HolidayCalendarDeps {
  /** Reads the library; its data is large, so that it is read only once somebody says whose holidays are theirs. */
  readonly load: () => Promise<HolidayLibrary>;
  /** Lets other work run in between. */
  readonly breathe: () => Promise<void>;
  /** What was asked before it was known is known now. */
  readonly changed: () => void;
  /** The library cannot be read; people have no public holidays then. */
  readonly failed: (cause: unknown) => void;
}

export interface HolidayCalendar {
  /** Public holidays of a country or a country's region (PT, DE-BY) in a year; none until they are known. */
  readonly of: (code: string, year: number) => readonly Holiday[];
  /** Countries by code, and a country's regions; null until the library has been read. */
  readonly places: (country: string | null) => {
    readonly countries: readonly string[];
    readonly regions: readonly { readonly code: string; readonly name: string }[];
  } | null;
  /** Resolves when everything that was asked for is known. */
  readonly settled: () => Promise<void>;
}

const hourMs = 3_600_000;
const none: readonly Holiday[] = [];
const shape = /^([A-Z]{2})(?:-([A-Za-z0-9]{1,8}))?$/u;

/** A half day, such as the afternoon before a feast, is none: stated hours say nothing about afternoons. */
const wholeDays = ({ date, start, end, name }: ListedHoliday): readonly Holiday[] => {
  const day = date.slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2} 00:00:00/u.test(date)) return [];
  // A day of a clock change is 23 or 25 hours long.
  const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / (24 * hourMs)));
  return [{ start: day, end: addDays(day, days - 1), name }];
};

/** Public holidays, computed on this device a place and a year at a time, remembered as long as the profile is open. */
export const createHolidayCalendar = (deps: HolidayCalendarDeps): HolidayCalendar => {
  const known = new Map<string, readonly Holiday[]>();
  const asked = new Set<string>();
  let library: HolidayLibrary | null = null;
  let working: Promise<void> | null = null;

  const compute = (from: HolidayLibrary, key: string): readonly Holiday[] => {
    const [code = '', year = ''] = key.split('/');
    const [, country, region] = shape.exec(code) ?? [];
    if (country === undefined) return none;
    return from
      .list(country, region, Number(year))
      .filter((one) => one.type === 'public')
      .flatMap(wholeDays)
      .sort((a, b) => (a.start < b.start ? -1 : 1));
  };

  const work = async (): Promise<void> => {
    library ??= await deps.load();
    for (const key of asked) {
      await deps.breathe();
      known.set(key, compute(library, key));
      asked.delete(key);
    }
    working = null;
    deps.changed();
  };
  const begin = (): void => {
    working ??= work().catch((cause: unknown) => {
      // It stays as it is until the profile is opened again: what failed to load once is not tried at every query.
      deps.failed(cause);
    });
  };

  return {
    of: (code, year) => {
      if (!shape.test(code)) return none;
      const key = `${code}/${String(year)}`;
      const held = known.get(key);
      if (held !== undefined) return held;
      asked.add(key);
      begin();
      return none;
    },
    places: (country) => {
      if (library === null) {
        begin();
        return null;
      }
      const regions = country === null ? {} : library.regions(country);
      return {
        countries: library.countries(),
        regions: Object.entries(regions).map(([code, name]) => ({ code: `${country ?? ''}-${code}`, name })),
      };
    },
    settled: async () => {
      // Work that failed stays in place and is over; work that ended makes way for what was asked meanwhile.
      for (let last: Promise<void> | null = null; working !== null && working !== last;) {
        last = working;
        await working;
      }
    },
  };
};
