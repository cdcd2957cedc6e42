import { equalBytes } from '#shared/std/index.ts';
import { createComparing } from './comparing.ts';
import { createForks } from './forks.ts';
import type { Forks } from './forks.ts';
import type { Frame, Row } from './frames.ts';
import { limits } from './limits.ts';
import { createLogTable, tellRow } from './log-table.ts';
import type { LogState, LogTable } from './log-table.ts';
import { createObjects } from './objects.ts';
import type { Objects } from './objects.ts';
import { createReceiving } from './receiving.ts';
import type { Receiving } from './receiving.ts';
import type { StoredChange, Vector } from './replica.ts';
import { createSending } from './sending.ts';
import type { Sending } from './sending.ts';
import { byeCodes } from './session-types.ts';
import type { SessionConfig } from './session-types.ts';
import type { SessionOutlet, SessionParts } from './session-parts.ts';

export interface Conversation {
  readonly logs: LogTable;
  readonly sending: Sending;
  readonly receiving: Receiving;
  readonly forks: Forks;
  readonly objects: Objects;
  /** Tells the digest of the snapshot. */
  readonly start: () => void;
  readonly settled: () => boolean;
  /** Any frame after HELLO but BYE. */
  readonly frame: (frame: Frame) => void;
  readonly stored: (change: StoredChange) => void;
}

/** What is said between HELLO and BYE: wires comparing, sending, receiving, forks and objects over one table of logs. */
export const createConversation = (
  config: SessionConfig & { readonly window: number },
  vector: Vector,
  outlet: SessionOutlet,
): Conversation => {
  const logs = createLogTable(vector);
  const parts: SessionParts = { ...outlet, logs };
  const { send, report, end } = outlet;
  const forks = createForks(parts);

  const holds = (rows: readonly Row[]): void => {
    const heads = new Map(rows.filter((row) => row.seq > 0).map((row) => [logs.byId(row.id).key, row]));
    if (heads.size > 0) report({ type: 'peer-holds', heads });
  };

  /** What the peer said it holds of one log (S28). A lower seq than before means that it lost entries (S56). */
  const heard = (row: Row): LogState => {
    const log = logs.byId(row.id);
    if (log.frozen) return log;
    if (row.seq > 0 && row.seq === log.mine.seq && !equalBytes(row.hash, log.mine.hash)) {
      forks.found(log.key, row.seq);
      return logs.get(log.key);
    }
    const sent = row.seq < log.theirs ? row.seq : Math.max(log.sent, row.seq);
    // Where both hold the same, all sessions of a relay share the one hash.
    const theirHash = row.seq === log.mine.seq ? log.mine.hash : new Uint8Array(row.hash);
    return logs.set(log.key, { theirs: row.seq, sent, theirHash: sent === row.seq ? theirHash : undefined });
  };

  const sending = createSending(parts, {
    onFork: forks.found,
    onHeld: (rows) => {
      for (const row of rows) heard(row);
      holds(rows);
    },
  });
  const receiving = createReceiving(parts, config.window, { onFork: forks.found, onIngested: sending.queue });
  let comparedRows: Row[] = [];
  const comparing = createComparing(parts, config.hash, {
    onRow: (row) => {
      heard(row);
      comparedRows.push(row);
    },
    onSame: (row) => {
      const log = heard(row);
      logs.set(log.key, { told: Math.max(log.told, row.seq) });
      comparedRows.push(row);
    },
    onSettled: () => {
      holds(comparedRows);
      comparedRows = [];
      for (const log of logs.all()) sending.queue(log.key);
    },
  });
  const objects = createObjects(parts);

  const state = (rows: readonly Row[]): void => {
    if (!comparing.settled()) return end(byeCodes.protocol, 'The other side sent STATE before comparing.');
    if (logs.size() > limits.rowsPerSession) return end(byeCodes.policy, 'The other side names too many logs.');
    const answers: Row[] = [];
    for (const row of rows) {
      const log = heard(row);
      if (log.frozen) continue;
      if (log.mine.seq > row.seq) sending.queue(log.key);
      else if (log.told < log.mine.seq || (log.mine.seq < row.seq && log.answered < row.seq)) {
        logs.set(log.key, { answered: row.seq });
        answers.push(tellRow(logs, log));
      }
    }
    holds(rows);
    if (answers.length > 0) send({ type: 'state', rows: answers });
  };

  const onFrame = (frame: Frame): void => {
    switch (frame.type) {
      case 'hello':
        return end(byeCodes.protocol, 'The other side introduced itself twice.');
      case 'digest':
        return comparing.digest(frame.digest);
      case 'buckets':
        return comparing.buckets(frame.buckets);
      case 'vector':
        return comparing.vector(frame.rows, frame.last);
      case 'state':
        return state(frame.rows);
      case 'entries':
        if (!comparing.settled()) return end(byeCodes.protocol, 'The other side sent ENTRIES before comparing.');
        return receiving.entries(frame.batch, frame.entries);
      case 'receipt':
        return sending.receipt(frame.batch, frame.heads, frame.refused);
      case 'fork':
        return forks.frame(frame.sides);
      case 'bye':
        return;
      default:
        return objects.frame(frame);
    }
  };

  const stored = ({ heads, origin }: StoredChange): void => {
    const announce: Row[] = [];
    for (const [key, head] of heads) {
      const before = logs.get(key);
      const lost = origin === 'cut';
      if (lost ? head.seq >= before.mine.seq : head.seq <= before.mine.seq) continue;
      const log = logs.set(key, { mine: head, sent: lost ? Math.min(before.sent, head.seq) : before.sent });
      if (!comparing.settled() || log.frozen || log.ingesting > 0) continue;
      const push = config.role === 'relay' || origin === 'local';
      if (lost || !push || log.theirs > log.mine.seq) announce.push(tellRow(logs, log));
      else if (log.theirs < log.mine.seq) sending.queue(key);
    }
    for (let at = 0; at < announce.length; at += limits.rowsPerFrame)
      send({ type: 'state', rows: announce.slice(at, at + limits.rowsPerFrame) });
  };

  return {
    logs,
    sending,
    receiving,
    forks,
    objects,
    start: comparing.start,
    settled: comparing.settled,
    frame: onFrame,
    stored,
  };
};
