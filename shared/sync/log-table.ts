import { fromText, toText } from '#shared/std/index.ts';
import type { Row } from './frames.ts';
import { zeroHash } from './header.ts';
import type { Head, LogKey, Vector } from './replica.ts';

/** What a session knows of one log. */
export interface LogState {
  readonly key: LogKey;
  readonly mine: Head;
  /** Highest seq the peer is known to hold durably. */
  readonly theirs: number;
  /** Head hash the peer named for `theirs`, until the first entry after it proved that we agree. */
  readonly theirHash?: Uint8Array | undefined;
  /** Highest seq sent in this session or known to be held. */
  readonly sent: number;
  /** The log moves no more in this session. */
  readonly frozen: boolean;
  readonly queued: boolean;
  /** Batches of it that the replica is taking in. */
  readonly ingesting: number;
  /** Highest seq of mine that the peer was told, so that nobody waits for an answer that is known already. */
  readonly told: number;
  /** Seq of the peer's STATE that was answered. */
  readonly answered: number;
  readonly gaps: number;
}

type Changes = Partial<Omit<LogState, 'key'>>;
/** Changed in place: a relay holds hundreds of thousands of these, and a copy for each change would be as many again. */
type Held = { -readonly [Name in keyof LogState]: LogState[Name] };

const nothing: Head = { seq: 0, hash: zeroHash };

export interface LogTable {
  readonly get: (key: LogKey) => LogState;
  readonly byId: (id: Uint8Array) => LogState;
  readonly has: (key: LogKey) => boolean;
  /** Changes one log, the very object that `get` gave, and keeps the sums right. */
  readonly set: (key: LogKey, changes: Changes) => LogState;
  readonly all: () => Iterable<LogState>;
  readonly size: () => number;
  readonly toSend: () => number;
  readonly toReceive: () => number;
  readonly frozen: () => number;
}

const ids = new Map<LogKey, Uint8Array>();
const mostIds = 4096;

/**
 * The id of a log. Not kept with its state: a relay holds hundreds of sessions that follow the same logs. They share
 * the ids that were asked for lately.
 */
export const logId = (key: LogKey): Uint8Array => {
  const known = ids.get(key);
  if (known !== undefined) return known;
  const id = fromText(key);
  if (id?.length !== 32) throw new Error(`log key ${key} is not 32 bytes`);
  if (ids.size >= mostIds) ids.clear();
  ids.set(key, id);
  return id;
};

/** All logs of a session, with running sums so that the status never walks them. */
export const createLogTable = (vector: Vector): LogTable => {
  const logs = new Map<LogKey, Held>();
  let toSend = 0;
  let toReceive = 0;
  let frozen = 0;

  const count = (log: LogState, sign: 1 | -1): void => {
    if (log.frozen) frozen += sign;
    else if (log.mine.seq > log.theirs) toSend += sign * (log.mine.seq - log.theirs);
    else toReceive += sign * (log.theirs - log.mine.seq);
  };

  const add = (key: LogKey, mine: Head): Held => {
    const log: Held = {
      key,
      mine,
      theirs: 0,
      // Named from the start: objects that gain a field later take more memory.
      theirHash: undefined,
      sent: 0,
      told: 0,
      frozen: false,
      queued: false,
      ingesting: 0,
      answered: 0,
      gaps: 0,
    };
    logs.set(key, log);
    count(log, 1);
    return log;
  };

  for (const [key, head] of vector) add(key, head);

  const get = (key: LogKey): Held => logs.get(key) ?? add(key, nothing);

  return {
    get,
    byId: (id) => get(toText(id)),
    has: (key) => logs.has(key),
    set: (key, changes) => {
      const log = get(key);
      count(log, -1);
      Object.assign(log, changes);
      count(log, 1);
      return log;
    },
    all: () => logs.values(),
    size: () => logs.size,
    toSend: () => toSend,
    toReceive: () => toReceive,
    frozen: () => frozen,
  };
};

/** A log's row as this side states it: what it holds durably. */
export const myRow = (log: LogState): Row => ({ id: logId(log.key), seq: log.mine.seq, hash: log.mine.hash });

/** The row of a log for a frame that is sent now: remembers that the peer was told. */
export const tellRow = (logs: LogTable, log: LogState): Row => {
  logs.set(log.key, { told: log.mine.seq });
  return myRow(log);
};
