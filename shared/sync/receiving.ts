import { toText } from '#shared/std/index.ts';
import { decodeHeader, decodeWireEntry } from './header.ts';
import { logId, tellRow } from './log-table.ts';
import { refusalCodes } from './replica.ts';
import type { IngestOutcome, LogKey, ReceivedEntry, Refusal } from './replica.ts';
import { byeCodes } from './session-types.ts';
import type { SessionParts } from './session-parts.ts';

export interface Receiving {
  readonly entries: (batch: number, entries: readonly Uint8Array[]) => void;
  readonly ingestDone: (batch: number, outcome: IngestOutcome) => void;
  readonly idle: () => boolean;
}

interface Listener {
  readonly onFork: (key: LogKey, seq: number) => void;
  /** The peer may lack what came from elsewhere while its batch was taken in. */
  readonly onIngested: (key: LogKey) => void;
}

/** Takes in what the peer hands over and acknowledges what became durable (S21 to S23). */
export const createReceiving = (parts: SessionParts, window: number, listener: Listener): Receiving => {
  const { logs } = parts;
  let lastBatch = 0;
  const pending = new Map<number, ReadonlySet<LogKey>>();

  const decode = (bytes: Uint8Array): ReceivedEntry | string => {
    const wire = decodeWireEntry(bytes);
    if (!wire.ok) return wire.error.sentence;
    const header = decodeHeader(wire.value.header);
    if (!header.ok) return header.error.sentence;
    return { log: toText(header.value.logId), header: header.value, wire: wire.value, bytes };
  };

  const settle = (key: LogKey): void => {
    logs.set(key, { ingesting: logs.get(key).ingesting - 1 });
  };

  return {
    entries: (batch, list) => {
      if (batch !== lastBatch + 1 || list.length === 0)
        return parts.end(byeCodes.protocol, 'The other side sent its batches out of order.');
      if (pending.size >= window)
        return parts.end(byeCodes.protocol, 'The other side sent more at once than it was allowed to.');
      lastBatch = batch;
      const received: ReceivedEntry[] = [];
      for (const bytes of list) {
        const entry = decode(bytes);
        if (typeof entry === 'string') return parts.end(byeCodes.protocol, entry);
        received.push(entry);
      }
      const keys = new Map<LogKey, number>();
      for (const { log, header } of received) keys.set(log, Math.max(header.seq, keys.get(log) ?? 0));
      for (const [key, seq] of keys) {
        const log = logs.get(key);
        logs.set(key, { ingesting: log.ingesting + 1 });
        // What it sends it holds. The head it named before says nothing about this place.
        if (seq > log.theirs) logs.set(key, { theirs: seq, sent: Math.max(log.sent, seq), theirHash: undefined });
      }
      pending.set(batch, new Set(keys.keys()));
      parts.act({ type: 'ingest', batch, entries: received });
    },
    ingestDone: (batch, outcome) => {
      const keys = pending.get(batch);
      if (!keys) return;
      pending.delete(batch);
      for (const key of keys) settle(key);
      for (const [key, head] of outcome.heads) if (head.seq > logs.get(key).mine.seq) logs.set(key, { mine: head });
      const refused = new Map<LogKey, Refusal>();
      // What follows the first refused entry of a log is missing its ground; only the first says why.
      for (const refusal of outcome.refused) if (!refused.has(refusal.log)) refused.set(refusal.log, refusal);
      parts.send({
        type: 'receipt',
        batch,
        heads: [...keys].map((key) => tellRow(logs, logs.get(key))),
        refused: [...refused.values()].map(({ log, seq, code }) => ({ id: logId(log), seq, code })),
      });
      for (const key of keys) listener.onIngested(key);
      if (refused.size === 0) return;
      parts.report({ type: 'refused', refusals: [...refused.values()] });
      for (const [key, { code, seq }] of refused) {
        if (code === refusalCodes.fork) listener.onFork(key, Math.min(seq, logs.get(key).mine.seq));
        else if (code !== refusalCodes.gap) logs.set(key, { frozen: true });
      }
    },
    idle: () => pending.size === 0,
  };
};
