import type { HistoryEntry } from '#shared/protocol/index.ts';
import type { QueryContext, RawHistoryEntry } from './context.ts';
import type { QueryHandler } from './handler.ts';
import { createPeople } from './person-view.ts';
import { createReadable, type Readable } from './readable.ts';
import { createRecordTitles } from './record-titles.ts';

/** Clocks of honest machines drift apart by this much; beyond it, it is said. */
const driftMs = 2 * 60_000;

/**
 * A claimed time that no transport explains: written later than it was first seen here, or earlier than the entry
 * before it in the same log by the same clock. An early claim alone proves nothing: people work offline for weeks.
 */
const clockDiffers = (entry: RawHistoryEntry, previousClaim: number | null): boolean =>
  entry.claimedAt > entry.receivedAt + driftMs || (previousClaim !== null && entry.claimedAt < previousClaim - driftMs);

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

const viaText = (via: string, ctx: QueryContext, readable: Readable): string => {
  const [by = '', rest = ''] = via.split(/ (.*)/s);
  if (by === 'local') return 'this device';
  if (by === 'relay') return rest === '' ? 'relay' : `relay ${hostOf(rest)}`;
  const owner = rest === '' ? null : ctx.deviceOwner(rest);
  if (by === 'lan')
    return owner === null ? 'direct connection' : `direct connection with ${readable.personName(owner)}`;
  return owner === null ? via : `${by}, ${readable.personName(owner)}`;
};

/** Every entry of a record, newest first, with what it changed in words and how far its time can be believed. */
export const historyQuery = (ctx: QueryContext): QueryHandler<'history'> => {
  const readable = createReadable(ctx);
  const record = ctx.db.prepare<[string], { title: string; kind: string; space_id: string }>(
    'SELECT title, kind, space_id FROM record_view WHERE record_id = ?',
  );
  const named = createRecordTitles(ctx.db, createPeople(ctx));
  return {
    topics: ['entries', 'members', 'records:person', 'records:objective', 'records:cycle', 'records:check-in'],
    run: ({ recordId }) => {
      const found = record.get(recordId);
      const kind = found?.kind ?? '';
      const lastClaim = new Map<string, number>();
      const entries = ctx.history(recordId).map((entry): HistoryEntry => {
        const previous = lastClaim.get(entry.deviceId) ?? null;
        lastClaim.set(entry.deviceId, entry.claimedAt);
        return {
          entryId: entry.entryId,
          byId: entry.personId,
          deviceName: entry.deviceName,
          deviceId: entry.deviceId,
          claimedAt: entry.claimedAt,
          seenAt: entry.receivedAt,
          seenVia: viaText(entry.via, ctx, readable),
          clockDiffers: clockDiffers(entry, previous),
          verified: entry.verified,
          state: entry.state,
          reason: entry.reason,
          changes: entry.changes.flatMap((change) => readable.change(recordId, kind, change) ?? []),
        };
      });
      return {
        title: named(recordId)?.title ?? '',
        kind,
        audience: found === undefined ? null : ctx.audienceOf(found.space_id),
        entries: entries.reverse(),
      };
    },
  };
};
