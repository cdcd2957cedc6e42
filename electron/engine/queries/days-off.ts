import { addDays, dayOf } from '#shared/domain/index.ts';
import type { LeaveRow } from '../readmodels/index.ts';
import type { QueryContext } from './context.ts';

export type DaysOff = Pick<LeaveRow, 'start' | 'end' | 'reason'>;

/** Days off that ended before this say nothing about a norm that still runs. */
const rememberedDays = 60;

/** When people do not work, from what they stated; what is long over is left out. */
export const createDaysOff = (ctx: QueryContext) => {
  const one = ctx.db.prepare<[string, string], DaysOff>(
    'SELECT start, "end", reason FROM leave_days WHERE person_id = ? AND "end" >= ? AND cancelled = 0 ORDER BY start, "end", record_id',
  );
  const every = ctx.db.prepare<[string], DaysOff & { readonly person_id: string }>(
    'SELECT person_id, start, "end", reason FROM leave_days WHERE "end" >= ? AND cancelled = 0 ORDER BY start, "end", record_id',
  );
  const since = (): string => addDays(dayOf(ctx.clock.now(), 'UTC'), -rememberedDays);
  return {
    of: (personId: string): readonly DaysOff[] => one.all(personId, since()),
    all: (): ReadonlyMap<string, readonly DaysOff[]> => {
      const all = new Map<string, DaysOff[]>();
      for (const { person_id: personId, start, end, reason } of every.all(since()))
        all.set(personId, [...(all.get(personId) ?? []), { start, end, reason }]);
      return all;
    },
  };
};
