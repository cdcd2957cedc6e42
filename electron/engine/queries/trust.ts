import { administers } from '#shared/domain/index.ts';
import { toText } from '#shared/std/index.ts';
import type { QueryResult } from '#shared/protocol/index.ts';
import type { QueryContext } from './context.ts';
import { keptWords } from './kept-words.ts';
import type { QueryHandler, Topic } from './handler.ts';

type Trust = QueryResult<'trust'>;

/** How many set-aside entries are listed; the newest. */
const listed = 500;

const kindWords: Readonly<Record<string, string>> = {
  'team-settings': 'team settings',
  person: 'people',
  cycle: 'cycles',
  objective: 'goals',
  'check-in': 'check-ins',
  comment: 'comments',
  acknowledgement: 'acknowledgements',
  feedback: 'feedback',
  kudos: 'kudos',
  pulse: 'pulse',
  task: 'work',
  leave: 'days off',
  'agenda-item': '1:1 items',
  meeting: '1:1 notes',
  'feedback-request': 'feedback requests',
  badge: 'badges',
  note: 'your own notes',
  request: 'questions',
  'goal-template': 'templates of goals',
};

const sentence = (words: readonly string[]): string => {
  const text = words.filter((word) => word !== '').join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

interface SetAsideRow {
  readonly hash: Uint8Array;
  readonly state: Trust['setAside'][number]['state'];
  readonly reason: string | null;
  readonly person_id: string | null;
  readonly at: number;
  /** 1 when it lies beyond a cut. */
  readonly late: number;
  readonly record_id: string | null;
}

const silent: Readonly<Record<SetAsideRow['state'], string>> = {
  waiting: 'Something that this was written after has not arrived yet.',
  locked: 'The key to read this has not arrived yet.',
  deferred: 'Written by a newer version of Meridian. Update to read it.',
  quarantined: 'Breaks a rule. Nobody applies it.',
};

const topics: readonly Topic[] = [
  'entries',
  'members',
  'local',
  'records:objective',
  'records:check-in',
  'records:comment',
  'records:feedback',
  'records:kudos',
  'records:pulse',
  'records:acknowledgement',
];

/** Devices, who can read what, and everything that was set aside with the reason. */
export const trustQuery = (ctx: QueryContext): QueryHandler<'trust'> => {
  const perSpace = ctx.db.prepare<[], { space_id: string; kind: string; n: number }>(
    'SELECT space_id, kind, count(*) AS n FROM record_view GROUP BY space_id, kind ORDER BY space_id, n DESC, kind',
  );
  const setAside = ctx.db.prepare<[number], SetAsideRow>(
    `SELECT hash, state, reason, person_id, coalesce(claimed_at, received_at) AS at, record_id,
       EXISTS (SELECT 1 FROM waits WHERE missing = 'late:' || record_id AND entry_id = entries.id) AS late
     FROM entries
     WHERE state <> 'applied' AND state <> 'erased' ORDER BY +id DESC LIMIT ?`,
  );
  const wordsOf = keptWords(ctx.db);
  const entryCount = ctx.db.prepare<[], { n: number }>('SELECT count(*) AS n FROM entries');

  const spaces = (): Trust['spaces'] => {
    // The record that states a space's readers is shown as the audience itself.
    const held = perSpace.all().filter((row) => row.kind !== 'space-info' && row.kind !== 'erasure');
    const bySpace = Map.groupBy(held, (row) => row.space_id);
    const own = ctx.ownSpaces();
    for (const id of own === null ? [] : [own.self, own.team]) if (!bySpace.has(id)) bySpace.set(id, []);
    const order = { self: 0, named: 1, team: 2 };
    return [...bySpace]
      .map(([spaceId, rows]) => ({
        audience: ctx.audienceOf(spaceId),
        holds: sentence(rows.map((row) => kindWords[row.kind] ?? row.kind)),
        records: rows.reduce((sum, row) => sum + row.n, 0),
      }))
      .sort((a, b) => order[a.audience.kind] - order[b.audience.kind] || b.records - a.records);
  };

  return {
    topics,
    run: () => {
      const profile = ctx.profile();
      const me = ctx.me();
      const member = me === null ? undefined : ctx.team().people.get(me);
      const mayAdmit = member !== undefined && administers(member);
      return {
        devices: [...ctx.devices()],
        spaces: spaces(),
        setAside: setAside.all(listed).map((row) => ({
          entryId: toText(row.hash),
          state: row.state,
          reason: row.reason ?? silent[row.state],
          byId: row.person_id,
          at: row.at,
          mayAdmit: mayAdmit && row.late === 1 && row.person_id !== null,
          kept: row.record_id === null || row.person_id !== me ? null : wordsOf(row.record_id, toText(row.hash)),
        })),
        forks: [...ctx.forks()],
        entries: entryCount.get()?.n ?? 0,
        profilePath: profile.path,
        diskBytes: profile.diskBytes,
      };
    },
  };
};
