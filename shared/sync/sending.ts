import { equalBytes } from '#shared/std/index.ts';
import type { RefusedRow, Row } from './frames.ts';
import { decodeHeader, decodeWireEntry } from './header.ts';
import { limits } from './limits.ts';
import type { LogState } from './log-table.ts';
import { refusalCodes } from './replica.ts';
import type { LogKey, StoredEntry, Want } from './replica.ts';
import { byeCodes } from './session-types.ts';
import type { SessionParts } from './session-parts.ts';

export interface Sending {
  /** How many batches the peer takes in at once. */
  readonly setWindow: (window: number) => void;
  /** The peer lacks entries of this log. */
  readonly queue: (key: LogKey) => void;
  /** Asks the replica for the next batch if there is room for one. */
  readonly pump: () => void;
  readonly readDone: (entries: readonly StoredEntry[]) => void;
  readonly receipt: (batch: number, heads: readonly Row[], refused: readonly RefusedRow[]) => void;
  readonly idle: () => boolean;
}

interface Listener {
  readonly onFork: (key: LogKey, seq: number) => void;
  readonly onHeld: (rows: readonly Row[]) => void;
}

const wantsPerRead = 256;
/** How often a log goes back in one session: a peer that keeps losing it has another problem. */
const maxGaps = 8;

/** Hands the peer what it lacks: bounded batches, bounded many of them (S20, S21, S23). */
export const createSending = (parts: SessionParts, listener: Listener): Sending => {
  const { logs } = parts;
  /** Keys waiting to be read, in order; a log is in it at most once. */
  let outbox: LogKey[] = [];
  let reading: readonly Want[] | undefined;
  let window = 1;
  let lastBatch = 0;
  const inFlight = new Map<number, number>();
  let inFlightBytes = 0;
  /** Batch up to which gaps of a log were already answered by going back. */
  const resumedAt = new Map<LogKey, number>();

  const lacking = (log: LogState): boolean => !log.frozen && log.sent < log.mine.seq;

  const queue = (key: LogKey): void => {
    const log = logs.get(key);
    if (log.queued || !lacking(log)) return;
    logs.set(key, { queued: true });
    outbox.push(key);
  };

  const pump = (): void => {
    if (reading || outbox.length === 0 || inFlight.size >= window) return;
    if (inFlight.size > 0 && inFlightBytes >= limits.unacknowledgedBytes) return;
    const wants: Want[] = [];
    let taken = 0;
    let entries = 0;
    for (const key of outbox) {
      taken += 1;
      const log = logs.set(key, { queued: false });
      if (!lacking(log)) continue;
      wants.push({ log: key, from: log.sent + 1, to: log.mine.seq });
      entries += log.mine.seq - log.sent;
      if (wants.length >= wantsPerRead || entries >= limits.batchEntries) break;
    }
    outbox = outbox.slice(taken);
    if (wants.length === 0) return;
    reading = wants;
    parts.act({ type: 'read', wants, limits: { maxEntries: limits.batchEntries, maxBytes: limits.batchBytes } });
  };

  /** The first entry after the head that the peer named must follow that head, or the log forked (S30). */
  const follows = (log: LogState, entry: StoredEntry): boolean => {
    if (!log.theirHash || log.theirs === 0) return true;
    const wire = decodeWireEntry(entry.bytes);
    const header = wire.ok ? decodeHeader(wire.value.header) : wire;
    return header.ok && equalBytes(header.value.prevHash, log.theirHash);
  };

  const take = (entry: StoredEntry): boolean => {
    const log = logs.get(entry.log);
    if (log.frozen || entry.seq !== log.sent + 1) return false;
    if (entry.seq === log.theirs + 1 && !follows(log, entry)) {
      listener.onFork(entry.log, entry.seq - 1);
      return false;
    }
    logs.set(entry.log, { sent: entry.seq, told: Math.max(log.told, entry.seq), theirHash: undefined });
    return true;
  };

  return {
    setWindow: (size) => {
      window = size;
    },
    queue,
    pump,
    readDone: (entries) => {
      const wants = reading ?? [];
      reading = undefined;
      const batch = entries.filter(take).map((entry) => entry.bytes);
      if (batch.length > 0) {
        lastBatch += 1;
        const size = batch.reduce((sum, bytes) => sum + bytes.length, 0);
        inFlight.set(lastBatch, size);
        inFlightBytes += size;
        parts.send({ type: 'entries', batch: lastBatch, entries: batch });
      }
      // A replica that has nothing of a want that still holds cannot serve it now: leave the log out, do not ask for ever.
      const first = wants[0];
      if (entries.length === 0 && first && first.to <= logs.get(first.log).mine.seq && lacking(logs.get(first.log)))
        logs.set(first.log, { frozen: true });
      const rest = wants.map((want) => want.log).filter((key) => !logs.get(key).queued && lacking(logs.get(key)));
      for (const key of rest) logs.set(key, { queued: true });
      outbox = [...rest, ...outbox];
      pump();
    },
    receipt: (batch, heads, refused) => {
      const size = inFlight.get(batch);
      if (size === undefined)
        return parts.end(byeCodes.protocol, 'The other side acknowledged a batch that was not on its way.');
      inFlight.delete(batch);
      inFlightBytes -= size;
      listener.onHeld(heads);
      for (const row of refused) {
        const { key, gaps, theirs, frozen } = logs.byId(row.id);
        if (frozen || batch <= (resumedAt.get(key) ?? 0)) continue;
        if (row.code === refusalCodes.gap && gaps < maxGaps) {
          resumedAt.set(key, lastBatch);
          logs.set(key, { gaps: gaps + 1, sent: theirs });
          queue(key);
        } else {
          logs.set(key, { frozen: true });
          parts.report({ type: 'rejected', log: key, seq: row.seq, code: row.code });
        }
      }
      pump();
    },
    idle: () => !reading && outbox.length === 0 && inFlight.size === 0,
  };
};
