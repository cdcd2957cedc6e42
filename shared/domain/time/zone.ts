const msPerMinute = 60_000;
const minutesPerDay = 1440;

/** A moment as clocks on the wall show it. */
export interface WallTime {
  /** Days since 1970-01-01 of the local calendar day. */
  readonly dayNumber: number;
  /** Minutes since local midnight, 0 to 1439; whole, seconds cut off. */
  readonly minutes: number;
}

// Making a formatter costs fifty times as much as using it. A pure function's memo: what it holds never changes.
const formatters = new Map<string, Intl.DateTimeFormat | null>();
const remembered = 600;

const formatterOf = (timeZone: string): Intl.DateTimeFormat | null => {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  if (formatters.size >= remembered) formatters.clear();
  const made = makeFormatter(timeZone);
  formatters.set(timeZone, made);
  return made;
};

const makeFormatter = (timeZone: string): Intl.DateTimeFormat | null => {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
  } catch (error) {
    // Intl has no other way to say that it does not know a zone.
    if (error instanceof RangeError) return null;
    throw error;
  }
};

/** True for a zone that this machine knows. Which ones it knows depends on its age, so no policy may ask. */
export const isTimeZone = (timeZone: string): boolean => formatterOf(timeZone) !== null;

// Working hours ask for the same few instants again and again: a memo like the one above.
const offsets = new Map<string, number>();
const rememberedOffsets = 5_000;

/** Milliseconds that wall clocks of the zone are ahead of UTC at an instant; 0 for an unknown zone. */
export const offsetAt = (at: number, timeZone: string): number => {
  if (timeZone === 'UTC') return 0;
  const key = `${at} ${timeZone}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size >= rememberedOffsets) offsets.clear();
  const offset = readOffset(at, timeZone);
  offsets.set(key, offset);
  return offset;
};

const readOffset = (at: number, timeZone: string): number => {
  const formatter = formatterOf(timeZone);
  if (formatter === null) return 0;
  const parts = new Map(formatter.formatToParts(at).map(({ type, value }) => [type, value]));
  const of = (name: Intl.DateTimeFormatPartTypes): number => Number(parts.get(name) ?? 0);
  const wall = new Date(0);
  wall.setUTCFullYear(parts.get('era') === 'BC' ? 1 - of('year') : of('year'), of('month') - 1, of('day'));
  wall.setUTCHours(of('hour'), of('minute'), of('second'));
  return wall.getTime() - Math.floor(at / 1000) * 1000;
};

/** The wall clock at an instant. A zone that this machine does not know counts as UTC. */
export const localAt = (at: number, timeZone: string): WallTime => {
  const minutes = Math.floor((at + offsetAt(at, timeZone)) / msPerMinute);
  const day = Math.floor(minutes / minutesPerDay);
  return { dayNumber: day, minutes: minutes - day * minutesPerDay };
};

/**
 * The instant at which wall clocks show this day and these minutes (0 to 1440 and beyond: the next day). A time that a
 * clock change skips becomes the instant of the change's far side by the same distance; of a time that occurs twice,
 * the first is meant.
 */
export const instantOf = (dayNumber: number, minutes: number, timeZone: string): number => {
  const wall = (dayNumber * minutesPerDay + minutes) * msPerMinute;
  // Zones differ from UTC by less than a day, so that these two bracket every change that matters.
  const before = offsetAt(wall - minutesPerDay * msPerMinute, timeZone);
  const after = offsetAt(wall + minutesPerDay * msPerMinute, timeZone);
  const early = wall - before;
  if (before === after || offsetAt(early, timeZone) === before) return early;
  const late = wall - after;
  return offsetAt(late, timeZone) === after ? late : early;
};
