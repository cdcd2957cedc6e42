import { addDays, cycleWishes, startOfDay, wishOnDay, type Habits } from '#shared/domain/index.ts';
import { firstLine } from '#shared/schema/index.ts';
import type { QueryContext } from '../context.ts';
import type { CyclesReader } from '../cycle-view.ts';
import type { ReminderWish } from './needs.ts';

/** How long a date that passed is still worth a reminder, in days. */
const pastDays = 14;

interface Dated {
  readonly record_id: string;
  readonly day: string;
  readonly text: string;
  readonly space_id: string;
}

/** What a calendar would say: 1:1s of the day, what was agreed there and is due, cycles that end. */
export const createDates = (
  ctx: QueryContext,
  cycles: CyclesReader,
): ((habits: Habits, today: string) => readonly ReminderWish[]) => {
  const meetings = ctx.db.prepare<[string], Dated>(
    `SELECT m.record_id, m.day, '' AS text, v.space_id FROM meetings m JOIN record_view v USING (record_id)
     WHERE m.day = ? ORDER BY m.record_id LIMIT 100`,
  );
  const actions = ctx.db.prepare<unknown[], Dated>(
    `SELECT a.record_id, a.due AS day, a.text, v.space_id FROM agenda_items a JOIN record_view v USING (record_id)
     WHERE a.owner_id = @me AND a.form = 'action' AND a.done_at IS NULL AND a.due BETWEEN @from AND @today
     ORDER BY a.due, a.record_id LIMIT 200`,
  );
  const partnerIn = (spaceId: string, me: string): string | null =>
    ctx.audienceOf(spaceId).readerIds.find((id) => id !== me) ?? null;

  const oneOnOne = (row: Dated, me: string, habits: Habits): readonly ReminderWish[] => {
    const partner = partnerIn(row.space_id, me);
    if (partner === null) return [];
    return wishOnDay(`one-on-one/${row.record_id}`, 'one-on-one', row.day, habits).map((wish) => ({
      ...wish,
      title: firstLine(row.text),
      fromId: partner,
      targetId: partner,
      targetKind: 'person',
      need: null,
      dueAt: startOfDay(row.day, habits),
    }));
  };

  return (habits, today) => {
    const me = ctx.me() ?? '';
    const from = addDays(today, -pastDays);
    const ending = cycles
      .all()
      .filter((cycle) => cycle.state === 'open' && cycle.end >= from && cycle.end <= addDays(today, 7));
    return [
      ...meetings.all(today).flatMap((row) => oneOnOne(row, me, habits)),
      ...actions.all({ me, from, today }).flatMap((row) => oneOnOne(row, me, habits)),
      ...ending.flatMap((cycle) =>
        cycleWishes(cycle, habits).map((wish) => ({
          ...wish,
          title: cycle.title,
          fromId: null,
          targetId: cycle.id,
          targetKind: 'cycle',
          need: null,
          dueAt: startOfDay(cycle.end, habits),
        })),
      ),
    ];
  };
};
