import type { AwayItem } from '#shared/protocol/index.ts';
import { firstLine } from '#shared/schema/index.ts';
import { toText } from '#shared/std/index.ts';
import type { QueryContext } from './context.ts';
import { createAwayProgress } from './away-progress.ts';
import { createPeople } from './person-view.ts';
import { createRecordTitles } from './record-titles.ts';
import { weekWords } from './titles.ts';

/** How many of the newest arrivals are read, and how many lines are shown at most. */
const considered = 2000;
const shown = 300;

export interface Arrival {
  readonly id: number;
  readonly hash: Uint8Array;
  readonly record_id: string;
  readonly kind: string;
  readonly person_id: string;
  readonly at: number;
  readonly received_at: number;
  /** 1 when the entry began its record. */
  readonly begins: number;
}

type Line = Omit<AwayItem, 'entryId' | 'byId' | 'at' | 'arrivedAt' | 'times' | 'goal'>;

/** What is opened for an arrival: the record itself, what it hangs on, or the person it is about. */
type About = Pick<Line, 'targetId' | 'targetKind'>;

const line = (kind: AwayItem['kind'], about: About, title: string, words: string | null = null): Line => ({
  kind,
  ...about,
  title,
  words: words === '' ? null : words,
  value: null,
});

export interface AwayReader {
  /**
   * What others wrote that arrived here after a moment (milliseconds, this device's clock), newest first. Null = since
   * this person joined: what the team wrote before that was not missed.
   */
  readonly since: (moment: number | null) => AwayItem[];
}

/** "While you were away": entries of others as lines that can be read, one a person and thing. */
export const createAway = (ctx: QueryContext): AwayReader => {
  const { db } = ctx;
  const people = createPeople(ctx);
  const named = createRecordTitles(db, people);
  const progress = createAwayProgress(db);
  const arrivals = db.prepare<unknown[], Arrival>(
    `SELECT e.id, e.hash, e.record_id, e.kind, e.person_id, coalesce(e.claimed_at, e.received_at) AS at, e.received_at,
       EXISTS (SELECT 1 FROM touches t WHERE t.record_id = e.record_id AND t.path = '' AND t.entry_id = e.id) AS begins
     FROM entries e WHERE e.via <> 'local' AND e.record_id IS NOT NULL AND e.received_at > @arrived AND coalesce(e.claimed_at, e.received_at) >= @written
       AND e.state = 'applied' AND e.person_id <> @me ORDER BY e.received_at DESC, e.id DESC LIMIT @most`,
  );
  const checkIn = db.prepare<[string], { person_id: string; week: string; answer: string }>(
    'SELECT person_id, week, answer FROM check_ins WHERE record_id = ?',
  );
  const comment = db.prepare<[string], { target_id: string; target_kind: string; text: string }>(
    'SELECT target_id, target_kind, text FROM comments WHERE record_id = ?',
  );
  // Whom somebody else acknowledged is between the two of them.
  const acknowledged = db.prepare<[string, string], { target_id: string }>(
    `SELECT a.target_id FROM acknowledgements a JOIN record_view v ON v.record_id = a.target_id
     WHERE a.record_id = ? AND v.author_id = ?`,
  );
  const feedback = db.prepare<[string], { about_id: string; text: string }>(
    'SELECT about_id, text FROM feedback WHERE record_id = ?',
  );
  const kudos = db.prepare<[string], { to_id: string; value: string; text: string }>(
    'SELECT to_id, value, text FROM kudos WHERE record_id = ?',
  );
  // Between whom it stands; what others ask each other is no news.
  const request = db.prepare<[string, string], { from_id: string; question: string }>(
    'SELECT from_id, question FROM requests WHERE record_id = ? AND ? IN (from_id, to_id)',
  );
  const leave = db.prepare<[string], { person_id: string; start: string; end: string }>(
    'SELECT person_id, start, "end" FROM leave_days WHERE record_id = ? AND cancelled = 0',
  );
  const badge = db.prepare<[string], { to_id: string; title: string; words: string }>(
    'SELECT to_id, title, words FROM badges WHERE record_id = ?',
  );
  // What somebody asks me stands above; that they cannot answer me is news.
  const declined = db.prepare<[string, string], { asked_id: string; prompt: string; decline_words: string }>(
    `SELECT asked_id, prompt, decline_words FROM feedback_requests
     WHERE record_id = ? AND by_id = ? AND declined_at IS NOT NULL AND answered_at IS NULL`,
  );
  const person = db.prepare<[string], { person_id: string }>('SELECT person_id FROM people WHERE record_id = ?');

  const joined = db.prepare<[string], { at: number }>(
    'SELECT v.created_at AS at FROM people p CROSS JOIN record_view v USING (record_id) WHERE p.person_id = ? LIMIT 1',
  );

  const titleOf = (id: string): string => named(id)?.title ?? 'a record that is not here';
  const weekOf = (checkInId: string): string => {
    const row = checkIn.get(checkInId);
    return row === undefined ? titleOf(checkInId) : weekWords(row.week);
  };
  const personPage = (personId: string): About => ({ targetId: personId, targetKind: 'person' });

  const describe = (entry: Arrival): Line | null => {
    const id = entry.record_id;
    switch (entry.kind) {
      case 'objective':
        return progress(entry) ?? line('objective', { targetId: id, targetKind: entry.kind }, titleOf(id));
      case 'cycle':
        return line('cycle', { targetId: id, targetKind: entry.kind }, titleOf(id));
      case 'check-in': {
        const row = checkIn.get(id);
        return row === undefined
          ? null
          : line('check-in', { targetId: id, targetKind: entry.kind }, weekWords(row.week), row.answer);
      }
      case 'comment': {
        const row = comment.get(id);
        return row === undefined
          ? null
          : line('comment', { targetId: row.target_id, targetKind: row.target_kind }, titleOf(row.target_id), row.text);
      }
      case 'acknowledgement': {
        const row = acknowledged.get(id, ctx.me() ?? '');
        return row === undefined
          ? null
          : line('acknowledgement', { targetId: row.target_id, targetKind: 'check-in' }, weekOf(row.target_id));
      }
      case 'feedback': {
        const row = feedback.get(id);
        return row === undefined
          ? null
          : line('feedback', personPage(row.about_id), people.name(row.about_id), row.text);
      }
      case 'kudos': {
        const row = kudos.get(id);
        return row === undefined ? null : line('kudos', personPage(row.to_id), row.value, row.text);
      }
      case 'request': {
        const row = request.get(id, ctx.me() ?? '');
        // What somebody asks me stands above, as long as it waits.
        return row === undefined || entry.begins === 1
          ? null
          : line('request', { targetId: id, targetKind: entry.kind }, row.question);
      }
      case 'badge': {
        const row = badge.get(id);
        return row === undefined ? null : line('award', personPage(row.to_id), row.title, row.words);
      }
      case 'feedback-request': {
        const row = declined.get(id, ctx.me() ?? '');
        return row === undefined
          ? null
          : line('feedback-request', personPage(row.asked_id), firstLine(row.prompt), row.decline_words);
      }
      case 'leave': {
        const row = leave.get(id);
        return row === undefined ? null : line('leave', personPage(row.person_id), `${row.start}/${row.end}`);
      }
      case 'person': {
        const row = person.get(id);
        if (row === undefined) return null;
        const joined = entry.begins === 1 && row.person_id === entry.person_id;
        return line(joined ? 'joined' : 'person', personPage(row.person_id), people.name(row.person_id));
      }
      default:
        return null;
    }
  };

  return {
    since: (moment) => {
      const seen = new Map<string, AwayItem>();
      const items: AwayItem[] = [];
      const me = ctx.me() ?? '';
      const written = moment === null ? (joined.get(me)?.at ?? 0) : 0;
      for (const entry of arrivals.iterate({ arrived: moment ?? 0, written, me, most: considered })) {
        const told = describe(entry);
        if (told === null) continue;
        // Newest first: what a person did to one thing is told once, as it stands now. Comments are told one by one.
        const same = told.kind === 'comment' ? entry.record_id : `${told.targetId}/${told.title}`;
        const key = `${told.kind}/${entry.person_id}/${same}`;
        const newer = seen.get(key);
        if (newer !== undefined) {
          // Where it began is told by the oldest of them.
          const value =
            newer.value === null || told.value === null ? newer.value : { ...newer.value, from: told.value.from };
          seen.set(key, Object.assign(newer, { times: newer.times + 1, value }));
          continue;
        }
        if (items.length === shown) break;
        const item: AwayItem = {
          ...told,
          times: 1,
          goal: told.targetKind === 'objective' ? { id: told.targetId, title: titleOf(told.targetId) } : null,
          entryId: toText(entry.hash),
          byId: entry.person_id,
          at: entry.at,
          arrivedAt: entry.received_at,
        };
        seen.set(key, item);
        items.push(item);
      }
      return items;
    },
  };
};
