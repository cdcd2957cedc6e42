import { addDays, dayOf } from '#shared/domain/index.ts';
import type { LeaveRow } from '../readmodels/index.ts';
import type { QueryContext } from './context.ts';

export interface DaysOff extends Pick<LeaveRow, 'start' | 'end' | 'reason'> {
  /** What the day is called, for public holidays; empty for what people stated. */
  readonly name: string;
}

type Stated = Pick<LeaveRow, 'start' | 'end' | 'reason'>;

/** Days off that ended before this say nothing about a norm that still runs. */
const rememberedDays = 60;
/** How far ahead public holidays count: longer than any norm or cycle runs. */
const aheadDays = 400;

/** When people do not work: what they stated, and public holidays where they are. What is long over is left out. */
export const createDaysOff = (ctx: QueryContext) => {
  const one = ctx.db.prepare<[string, string], Stated>(
    'SELECT start, "end", reason FROM leave_days WHERE person_id = ? AND "end" >= ? AND cancelled = 0 ORDER BY start, "end", record_id',
  );
  const every = ctx.db.prepare<[string], Stated & { readonly person_id: string }>(
    'SELECT person_id, start, "end", reason FROM leave_days WHERE "end" >= ? AND cancelled = 0 ORDER BY start, "end", record_id',
  );
  const today = (): string => dayOf(ctx.clock.now(), 'UTC');
  const since = (): string => addDays(today(), -rememberedDays);
  const stated = ({ start, end, reason }: Stated): DaysOff => ({ start, end, reason, name: '' });

  /** Holidays where somebody is; `place` is a country or a country's region, empty for none. */
  const holidays = (place: string): readonly DaysOff[] => {
    if (place === '') return [];
    const [from, until] = [since(), addDays(today(), aheadDays)];
    const years = [...new Set([from, today(), until].map((day) => Number(day.slice(0, 4))))];
    return years
      .flatMap((year) => ctx.holidays.of(place, year))
      .filter(({ start, end }) => end >= from && start <= until)
      .map(({ start, end, name }) => ({ start, end, reason: 'holiday', name }));
  };
  const inOrder = (days: readonly DaysOff[]): readonly DaysOff[] =>
    days.toSorted((a, b) => (a.start === b.start ? (a.end < b.end ? -1 : 1) : a.start < b.start ? -1 : 1));

  return {
    of: (personId: string, place: string): readonly DaysOff[] =>
      inOrder([...one.all(personId, since()).map(stated), ...holidays(place)]),
    /** Of everybody at once: what they stated; `holidays` adds the rest. */
    stated: (): ReadonlyMap<string, readonly DaysOff[]> =>
      new Map([...Map.groupBy(every.all(since()), (row) => row.person_id)].map(([id, rows]) => [id, rows.map(stated)])),
    with: (days: readonly DaysOff[], place: string): readonly DaysOff[] => inOrder([...days, ...holidays(place)]),
  };
};
