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
