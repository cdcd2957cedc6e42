import { dayOf, writes } from '#shared/domain/index.ts';
import type { AgendaItemView, MeetingView } from '#shared/protocol/index.ts';
import type { AgendaItemRow, MeetingRow } from '../readmodels/index.ts';
import type { QueryContext } from './context.ts';
import type { QueryHandler } from './handler.ts';
import { createPeople } from './person-view.ts';
import { createRecordTitles } from './record-titles.ts';
import { conflictsFrom, headsFrom } from './stored-json.ts';

type Stored<R> = R & { readonly heads: string; readonly conflicts: string; readonly updated_at: number };

/** How much of the past is shown; the newest. */
const shown = 200;

/** The 1:1 between the reader and one person: both read and write the same. */
export const agendaQuery = (ctx: QueryContext): QueryHandler<'agenda'> => {
  const people = createPeople(ctx);
  const named = createRecordTitles(ctx.db, people);
  const from = (table: string) => `${table} t JOIN record_view v USING (record_id) WHERE v.space_id = @space`;
  const open = ctx.db.prepare<unknown[], Stored<AgendaItemRow>>(
    `SELECT t.*, v.heads, v.conflicts, v.updated_at FROM ${from('agenda_items')} AND t.done_at IS NULL
     ORDER BY t.position, t.record_id LIMIT 1000`,
  );
  const settled = ctx.db.prepare<unknown[], Stored<AgendaItemRow>>(
    `SELECT t.*, v.heads, v.conflicts, v.updated_at FROM ${from('agenda_items')} AND t.done_at IS NOT NULL
     ORDER BY t.done_at DESC, t.record_id LIMIT ${shown}`,
  );
  const meetings = ctx.db.prepare<unknown[], Stored<MeetingRow>>(
    `SELECT t.*, v.heads, v.conflicts, v.updated_at FROM ${from('meetings')} ORDER BY t.day DESC LIMIT ${shown}`,
  );
  return {
    topics: [
      'records:agenda-item',
      'records:meeting',
      'records:person',
      'records:objective',
      'records:check-in',
      'members',
      'clock',
    ],
    run: ({ personId }) => {
      const myId = ctx.me() ?? '';
      const zone = people.person(myId)?.timeZone ?? 'UTC';
      const today = dayOf(ctx.clock.now(), zone);
      const space = ctx.pairWith(personId);
      const member = ctx.team().people.get(myId);
      const partner = ctx.team().people.get(personId);
      const mayWrite = member !== undefined && writes(member) && partner !== undefined && partner.state !== 'removed';
      if (space === null) return { today, open: [], settled: [], meetings: [], audience: null, mayWrite: false };
      const days = meetings.all({ space }).map((row): MeetingView => ({
        id: row.record_id,
        day: row.day,
        notes: row.notes,
        updatedAt: row.updated_at,
        conflicts: conflictsFrom('meeting', row.conflicts),
        heads: headsFrom(row.heads),
      }));
      const view = (row: Stored<AgendaItemRow>): AgendaItemView => {
        const since = dayOf(row.at, zone);
        return {
          id: row.record_id,
          text: row.text,
          form: row.form,
          source:
            row.source_id === null
              ? null
              : { id: row.source_id, kind: row.source_kind, title: named(row.source_id)?.title ?? null },
          byId: row.by_id,
          at: row.at,
          ownerId: row.owner_id,
          due: row.due,
          overdue: row.done_at === null && row.due !== null && row.due < today,
          decision: row.decision,
          doneAt: row.done_at,
          day: row.done_at === null ? since : dayOf(row.done_at, zone),
          carried: row.done_at === null ? days.filter(({ day }) => day > since && day < today).length : 0,
          order: row.position,
          conflicts: conflictsFrom('agenda-item', row.conflicts),
          heads: headsFrom(row.heads),
        };
      };
      return {
        today,
        open: open.all({ space }).map(view),
        settled: settled.all({ space }).map(view),
        meetings: days,
        audience: ctx.audienceOf(space),
        mayWrite,
      };
    },
  };
};
