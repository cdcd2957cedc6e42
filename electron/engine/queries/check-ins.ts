import { createCheckIns } from './check-in-view.ts';
import type { QueryContext } from './context.ts';
import type { QueryHandler, Topic } from './handler.ts';

const topics: readonly Topic[] = [
  'records:check-in',
  'records:comment',
  'records:acknowledgement',
  'records:request',
  'records:person',
  'records:leave',
  'members',
  'clock',
];

/** The newest check-ins of one person or of everybody. */
export const checkInsQuery = (ctx: QueryContext): QueryHandler<'checkIns'> => {
  const checkIns = createCheckIns(ctx);
  return {
    topics,
    run: ({ personId, limit }) => ({ checkIns: checkIns.newest(personId ?? null, Math.max(0, limit)) }),
  };
};

export const checkInQuery = (ctx: QueryContext): QueryHandler<'checkIn'> => {
  const checkIns = createCheckIns(ctx);
  return { topics, run: ({ id }) => ({ checkIn: checkIns.one(id) }) };
};

/** Ten years of weeks. */
const mostWeeks = 520;

/** One person's check-ins in a row. Pulses that were never shared are in the reader's own space, so only theirs are here. */
export const journalQuery = (ctx: QueryContext): QueryHandler<'journal'> => {
  const checkIns = createCheckIns(ctx);
  const pulses = ctx.db.prepare<unknown[], { week: string; value: number }>(
    `SELECT week, value FROM pulses WHERE week BETWEEN @from AND @to ORDER BY week DESC LIMIT ${mostWeeks}`,
  );
  return {
    topics: [...topics, 'records:pulse'],
    run: ({ personId, from = '0000-W01', to = '9999-W53' }) => ({
      checkIns: checkIns.between(personId, from, to, mostWeeks),
      pulses: personId === ctx.me() ? pulses.all({ from, to }) : [],
    }),
  };
};
