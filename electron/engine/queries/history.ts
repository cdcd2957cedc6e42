import type { HistoryEntry } from '#shared/protocol/index.ts';
import type { QueryContext } from './context.ts';
import type { QueryHandler } from './handler.ts';
import { createPeople } from './person-view.ts';
import { createReadable, type Readable } from './readable.ts';
import { createRecordTitles } from './record-titles.ts';
import { createTombstones } from './tombstones.ts';
import { createWitnesses, timeWarnings } from './witness.ts';

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
  const boundsOf = createWitnesses(ctx.db);
  const tombstoneOf = createTombstones(ctx.db);
  const named = createRecordTitles(ctx.db, createPeople(ctx));
  return {
    topics: [
      'entries',
      'members',
      'records:erasure',
      'records:person',
      'records:objective',
      'records:cycle',
      'records:check-in',
    ],
    run: ({ recordId }) => {
      const tombstone = tombstoneOf(recordId) ?? null;
      const found = record.get(recordId) ?? tombstone;
      const kind = found?.kind ?? '';
      const lastClaim = new Map<string, number>();
      const entries = ctx.history(recordId).map((entry): HistoryEntry => {
        const previous = lastClaim.get(entry.deviceId) ?? null;
        lastClaim.set(entry.deviceId, Math.max(previous ?? 0, Math.min(entry.claimedAt, entry.receivedAt)));
        const bounds = boundsOf(entry.entryId);
        const arrivedAt = entry.via === 'local' ? null : entry.receivedAt;
        const { claimedAt } = entry;
        const warnings = timeWarnings({ ...bounds, claimedAt, arrivedAt, ownBefore: previous });
        return {
          entryId: entry.entryId,
          byId: entry.personId,
          deviceName: entry.deviceName,
          deviceId: entry.deviceId,
          claimedAt: entry.claimedAt,
          seenAt: entry.receivedAt,
          seenVia: viaText(entry.via, ctx, readable),
          witness: bounds.witness,
          notBefore: bounds.notBefore,
          warnings,
          verified: entry.verified,
          state: entry.state,
          reason: entry.reason,
          undo: entry.undo,
          changes: entry.changes.flatMap((change) => readable.change(recordId, kind, change) ?? []),
        };
      });
      return {
        title: tombstone === null ? (named(recordId)?.title ?? '') : '',
        kind,
        audience: found === undefined || found === null ? null : ctx.audienceOf(found.space_id),
        erased: tombstone === null ? null : tombstone.shown,
        entries: entries.reverse(),
      };
    },
  };
};
