import { toText } from '#shared/std/index.ts';
import type { Frame } from './frames.ts';
import { limits } from './limits.ts';
import type { ObjectNote, PutOutcome, SyncObject } from './replica.ts';
import { byeCodes } from './session-types.ts';
import type { SessionParts } from './session-parts.ts';

export interface Objects {
  /** Names everything this side holds. */
  readonly start: (notes: readonly ObjectNote[]) => void;
  readonly changed: (note: ObjectNote) => void;
  readonly wanted: (notes: readonly ObjectNote[]) => void;
  readonly ask: (token: number, id: Uint8Array) => void;
  readonly give: (token: number, object: SyncObject) => void;
  readonly frame: (frame: Extract<Frame, { type: 'notes' | 'get' | 'object' | 'put' | 'put-done' }>) => void;
  readonly read: (request: number, id: Uint8Array, object: SyncObject | undefined) => void;
  readonly put: (request: number, outcome: PutOutcome) => void;
}

const outcomes = ['stored', 'held', 'refused'] as const satisfies readonly PutOutcome[];

/** Objects beside the log: names, questions and answers in both directions (S40 to S43). */
export const createObjects = (parts: SessionParts): Objects => {
  let lastRequest = 0;
  /** My open questions; a token is there if the host waits for the answer itself. */
  const gets = new Map<number, { readonly key: string; readonly token?: number }>();
  const puts = new Map<number, number>();
  const backlog: { readonly id: Uint8Array; readonly token?: number }[] = [];
  /** What the peer asked and this side did not answer yet. */
  let owed = 0;
  /** Versions that the peer told or was told. */
  const known = new Map<string, number>();

  const next = (): void => {
    while (gets.size < limits.openRequests) {
      const question = backlog.shift();
      if (!question) return;
      lastRequest += 1;
      const key = toText(question.id);
      gets.set(lastRequest, question.token === undefined ? { key } : { key, token: question.token });
      parts.send({ type: 'get', request: lastRequest, id: question.id });
    }
  };

  const learn = (note: ObjectNote): boolean => {
    const key = toText(note.id);
    if ((known.get(key) ?? 0) >= note.version) return false;
    known.set(key, note.version);
    return true;
  };

  const owe = (): boolean => {
    owed += 1;
    if (owed <= limits.openRequests) return true;
    parts.end(byeCodes.policy, 'The other side asks too much at once.');
    return false;
  };

  const answered = (frame: Extract<Frame, { type: 'object' }>): void => {
    const question = gets.get(frame.request);
    if (question?.key !== toText(frame.id))
      return parts.end(byeCodes.protocol, 'The other side sent an object that was not asked for.');
    gets.delete(frame.request);
    const object = frame.version === 0 ? undefined : { id: frame.id, version: frame.version, bytes: frame.bytes };
    if (object) learn(object);
    if (question.token !== undefined) parts.act({ type: 'object-answer', token: question.token, object });
    else if (object) parts.act({ type: 'store-object', object });
    next();
  };

  return {
    start: (notes) => {
      for (let at = 0; at < notes.length; at += limits.rowsPerFrame)
        parts.send({ type: 'notes', notes: notes.slice(at, at + limits.rowsPerFrame) });
    },
    changed: (note) => {
      if (learn(note)) parts.send({ type: 'notes', notes: [note] });
    },
    wanted: (notes) => {
      for (const note of notes) backlog.push({ id: note.id });
      next();
    },
    ask: (token, id) => {
      backlog.unshift({ id, token });
      next();
    },
    give: (token, object) => {
      lastRequest += 1;
      puts.set(lastRequest, token);
      learn(object);
      parts.send({ type: 'put', request: lastRequest, ...object });
    },
    frame: (frame) => {
      switch (frame.type) {
        case 'notes': {
          const fresh = frame.notes.filter((note) => note.version > 0 && learn(note));
          if (fresh.length > 0) parts.act({ type: 'want-objects', notes: fresh });
          return;
        }
        case 'get':
          if (owe()) parts.act({ type: 'read-object', request: frame.request, id: frame.id });
          return;
        case 'object':
          return answered(frame);
        case 'put': {
          const { request, id, version, bytes } = frame;
          if (version === 0) return parts.end(byeCodes.protocol, 'The other side sent an object without a version.');
          if (!owe()) return;
          learn({ id, version });
          return parts.act({ type: 'put-object', request, object: { id, version, bytes } });
        }
        case 'put-done': {
          const token = puts.get(frame.request);
          if (token === undefined)
            return parts.end(byeCodes.protocol, 'The other side acknowledged an object that was not sent.');
          puts.delete(frame.request);
          return parts.act({ type: 'give-answer', token, outcome: outcomes[frame.code] ?? 'refused' });
        }
      }
    },
    read: (request, id, object) => {
      owed -= 1;
      parts.send({ type: 'object', request, id, version: object?.version ?? 0, bytes: object?.bytes ?? null });
    },
    put: (request, outcome) => {
      owed -= 1;
      parts.send({ type: 'put-done', request, code: outcomes.indexOf(outcome) });
    },
  };
};
