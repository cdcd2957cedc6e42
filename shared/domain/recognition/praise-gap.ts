/** A report goes at most so many days without recognition (PRODUCT, praise gap). */
export const praiseGapDays = 60;
/** Told so many days before that, so that there is time to see something worth saying. */
export const praiseAheadDays = 10;

const dayMs = 86_400_000;

/** One report as their manager's device knows them; times are milliseconds since the epoch. */
export interface PraisedReport {
  readonly personId: string;
  /** The newest kudos or badge from anybody; null when there is none. */
  readonly lastAt: number | null;
  /** When they joined or came to this manager's sight: the gap of somebody never praised begins there. */
  readonly since: number;
  /** They do not work today: what is said now would wait for them, and nobody expects it. */
  readonly away: boolean;
}

export interface PraiseGap {
  readonly personId: string;
  /** Null when nobody has praised them yet. */
  readonly lastAt: number | null;
  /** Whole days without recognition. */
  readonly days: number;
}

/**
 * Reports whose work nobody has recognised for nearly `praiseGapDays`, longest first. About what the manager has not
 * said, never about the report: it carries no count of what they got, and is told to the manager alone.
 */
export const praiseGaps = (reports: readonly PraisedReport[], now: number): readonly PraiseGap[] =>
  reports
    .filter((report) => !report.away)
    .map(({ personId, lastAt, since }) => ({
      personId,
      lastAt,
      days: Math.floor(Math.max(0, now - Math.max(lastAt ?? since, since)) / dayMs),
    }))
    .filter(({ days }) => days >= praiseGapDays - praiseAheadDays)
    .sort((a, b) => b.days - a.days || (a.personId < b.personId ? -1 : 1));
