import { dayOf, daysBetween } from '#shared/domain/index.ts';
import type { CycleView } from '#shared/protocol/index.ts';
import type { CycleRow } from '../readmodels/index.ts';
import type { QueryContext } from './context.ts';
import { headsFrom } from './stored-json.ts';

type StoredCycle = CycleRow & { readonly heads: string };

const view = (row: StoredCycle): CycleView => ({
  id: row.record_id,
  title: row.title,
  start: row.start,
  end: row.end,
  state: row.state,
  heads: headsFrom(row.heads),
});

/**
 * The cycle people mean by "now": of the open cycles around today the shortest (a quarter inside a year), else the
 * next to come, else the last that was.
 */
export const currentCycle = (cycles: readonly CycleView[], today: string): CycleView | null => {
  const open = cycles.filter((cycle) => cycle.state === 'open');
  const around = open
    .filter((cycle) => cycle.start <= today && today <= cycle.end)
    .sort((a, b) => daysBetween(a.start, a.end) - daysBetween(b.start, b.end) || (a.id < b.id ? -1 : 1));
  const coming = open.filter((cycle) => cycle.start > today).sort((a, b) => (a.start < b.start ? -1 : 1));
  const past = cycles.filter((cycle) => cycle.end < today).sort((a, b) => (a.end > b.end ? -1 : 1));
  return around[0] ?? coming[0] ?? past[0] ?? cycles[0] ?? null;
};

export interface CyclesReader {
  /** Newest first. */
  readonly all: () => CycleView[];
  readonly one: (id: string) => CycleView | null;
  readonly current: () => CycleView | null;
  /** Today's calendar day where this person is. */
  readonly today: () => string;
  /** The zone that this person's days are counted in. */
  readonly zone: () => string;
}

export const createCycles = (ctx: QueryContext): CyclesReader => {
  const select = 'SELECT c.*, v.heads FROM cycles c CROSS JOIN record_view v USING (record_id)';
  const every = ctx.db.prepare<[], StoredCycle>(`${select} ORDER BY c.start DESC, c.record_id`);
  const byId = ctx.db.prepare<[string], StoredCycle>(`${select} WHERE c.record_id = ?`);
  const zoneOf = ctx.db.prepare<[string | null], { time_zone: string }>(
    'SELECT time_zone FROM people WHERE person_id = ? ORDER BY record_id LIMIT 1',
  );
  const zone = (): string => zoneOf.get(ctx.me())?.time_zone ?? 'UTC';
  const today = (): string => dayOf(ctx.clock.now(), zone());
  const all = (): CycleView[] => every.all().map(view);
  return {
    all,
    one: (id) => {
      const row = byId.get(id);
      return row === undefined ? null : view(row);
    },
    current: () => currentCycle(all(), today()),
    today,
    zone,
  };
};
