import {
  erasedAt,
  personalKinds,
  retentionGroupOf,
  type KnownSince,
  type Looks,
  type RetentionGroup,
} from '#shared/domain/index.ts';
import type { QueryResult } from '#shared/protocol/index.ts';
import type { Db } from '../store/index.ts';
import type { QueryContext } from './context.ts';
import type { QueryHandler, Topic } from './handler.ts';
import { createTeamSettings } from './team-settings.ts';

export interface OwnRecord {
  readonly id: string;
  readonly kind: string;
  readonly createdAt: number;
}

/** Everything that a person wrote and may erase by themselves, oldest first. */
export const ownRecords = (db: Db, personId: string): OwnRecord[] =>
  db
    .prepare<unknown[], OwnRecord>(
      `SELECT record_id AS id, kind, created_at AS createdAt FROM record_view
       WHERE author_id = ? AND kind IN (${personalKinds.map(() => '?').join(', ')}) ORDER BY created_at, record_id`,
    )
    .all(personId, ...personalKinds);

/** Local state under which a device remembers since when it knows how long the team keeps what. */
export const retentionKey = 'retention';

export const readKnown = (stored: string | null): KnownSince => {
  const value: unknown = stored === null ? null : JSON.parse(stored);
  return typeof value === 'object' && value !== null ? value : {};
};

/** Local state under which a device keeps what its clock said when it looked for what is past its time. */
export const looksKey = 'retention-looks';

export const readLooks = (stored: string | null): Looks => {
  const value: unknown = stored === null ? [] : JSON.parse(stored);
  return Array.isArray(value) ? value.filter((at) => typeof at === 'number') : [];
};

/** How far ahead it is told what will be erased. */
const aheadMs = 30 * 86_400_000;

type Erasure = QueryResult<'erasure'>;

const topics: readonly Topic[] = [
  ...personalKinds.map((kind): Topic => `records:${kind}`),
  'records:objective',
  'records:cycle',
  'records:erasure',
  'records:team-settings',
  'members',
  'local',
  'clock',
];

/** What a person may erase, what stays, and what the team's settings will erase next. */
export const erasureQuery = (ctx: QueryContext): QueryHandler<'erasure'> => {
  const settings = createTeamSettings(ctx.db);
  const count = (sql: string) => {
    const statement = ctx.db.prepare<[string], { n: number }>(sql);
    return (me: string): number => statement.get(me)?.n ?? 0;
  };
  const perKind = (kind: string) =>
    count(`SELECT count(*) AS n FROM record_view WHERE kind = '${kind}' AND author_id = ?`);
  const [goals, tasks, cycles] = [perKind('objective'), perKind('task'), perKind('cycle')];
  const updates = count('SELECT count(*) AS n FROM progress_updates WHERE by_id = ?');
  const erased = count('SELECT count(*) AS n FROM erasures WHERE by_id = ?');
  const state = ctx.db.prepare<[string], { value: string }>('SELECT value FROM local_state WHERE key = ?');

  const dueOf = (mine: readonly OwnRecord[]): Erasure['due'] => {
    const known = readKnown(state.get(retentionKey)?.value ?? null);
    const until = ctx.clock.now() + aheadMs;
    const times = new Map<RetentionGroup, number[]>();
    for (const { kind, createdAt } of mine) {
      const group = retentionGroupOf(kind);
      const at = group === undefined ? null : erasedAt(group, createdAt, known);
      if (group === undefined || at === null || at > until) continue;
      times.set(group, [...(times.get(group) ?? []), at]);
    }
    return [...times].map(([group, list]) => ({
      group,
      count: list.length,
      firstAt: list.reduce((first, at) => Math.min(first, at), until),
    }));
  };

  return {
    topics,
    run: () => {
      const me = ctx.me() ?? '';
      const mine = ownRecords(ctx.db, me);
      const stored = settings.stored();
      const member = ctx.team().people.get(me);
      return {
        mine: [...Map.groupBy(mine, (row) => row.kind)]
          .map(([kind, rows]) => ({ kind, count: rows.length }))
          .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1)),
        kept: { goals: goals(me), tasks: tasks(me), cycles: cycles(me), updates: updates(me) },
        erased: erased(me),
        retention: {
          checkIns: stored?.retention_check_ins ?? 0,
          feedback: stored?.retention_feedback ?? 0,
          comments: stored?.retention_comments ?? 0,
        },
        due: dueOf(mine),
        maySetRetention: member?.state === 'member' && (member.role === 'owner' || member.role === 'admin'),
      };
    },
  };
};
