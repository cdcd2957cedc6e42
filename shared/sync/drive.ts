import { err, ok } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import { encodeFrame } from './frame-codec.ts';
import type { Awaitable, LogKey, PutOutcome, ReplicaPort, SyncObject } from './replica.ts';
import type { Session, SessionAction, SessionEvent, SessionReport, SessionStatus } from './session-types.ts';

/** An open, authenticated, ordered way for binary messages (S1). */
export interface Channel {
  readonly send: (bytes: Uint8Array) => void;
  readonly onMessage: (listener: (bytes: Uint8Array) => void) => void;
  /** Called once, however it ended. */
  readonly onClose: (listener: (sentence: string) => void) => void;
  readonly close: (sentence: string) => void;
}

export interface DrivenSession {
  /** Resolves with a sentence when the conversation is over, whoever ended it. */
  readonly ended: Promise<string>;
  readonly status: () => SessionStatus;
  /** Highest seq of each log that the peer is known to hold. */
  readonly peerHolds: () => ReadonlyMap<LogKey, number>;
  /** Asks the peer for an object; undefined if it has none. An error sentence if the session ends first. */
  readonly getObject: (id: Uint8Array) => Promise<Result<SyncObject | undefined, string>>;
  /** Hands the peer an object and waits until it is durable there. */
  readonly putObject: (object: SyncObject) => Promise<Result<PutOutcome, string>>;
  /** Ends the conversation politely. */
  readonly leave: (sentence: string) => void;
}

export interface DriveOptions {
  readonly session: Session;
  readonly channel: Channel;
  readonly replica: ReplicaPort;
  readonly onReport?: (report: SessionReport) => void;
}

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** Runs a session over a channel and a replica until either ends. Subscribes before it reads the vector, so that nothing is missed. */
export const driveSession = ({ session, channel, replica, onReport }: DriveOptions): DrivenSession => {
  const events: SessionEvent[] = [];
  /** What happened before the vector was there. */
  const early: SessionEvent[] = [];
  let opened = false;
  let working = false;
  let over = false;
  let lastToken = 0;
  const answers = new Map<number, (answer: Result<SyncObject | undefined, string>) => void>();
  const outcomes = new Map<number, (answer: Result<PutOutcome, string>) => void>();
  let resolveEnded: (sentence: string) => void = () => undefined;
  const ended = new Promise<string>((resolve) => {
    resolveEnded = resolve;
  });

  const finish = (sentence: string): void => {
    if (over) return;
    over = true;
    session.step({ type: 'closed' });
    stopStored();
    stopObjects();
    for (const answer of answers.values()) answer(err(sentence));
    for (const answer of outcomes.values()) answer(err(sentence));
    resolveEnded(sentence);
  };

  const fail = (cause: unknown): void =>
    dispatch({ type: 'failed', sentence: `The data could not be read or stored: ${reasonOf(cause)}` });

  /** Goes on with a value at once if it is there, so that synchronous replicas cost no ticks. */
  const settle = <T>(ask: () => Awaitable<T>, next: (value: T) => SessionEvent | undefined): void => {
    const use = (value: T): void => {
      const event = next(value);
      if (event) dispatch(event);
    };
    try {
      const value = ask();
      if (value instanceof Promise) value.then(use).catch(fail);
      else use(value);
    } catch (cause) {
      fail(cause);
    }
  };

  const perform = (action: SessionAction): void => {
    switch (action.type) {
      case 'send':
        return channel.send(encodeFrame(action.frame));
      case 'read':
        return settle(
          () => replica.read(action.wants, action.limits),
          (entries) => ({ type: 'read-done', entries }),
        );
      case 'read-header': {
        const { log, seq } = action;
        return settle(
          () => replica.read([{ log, from: seq, to: seq }], { maxEntries: 1, maxBytes: 0 }),
          ([entry]) => ({ type: 'header-read', log, seq, entry }),
        );
      }
      case 'ingest':
        return settle(
          () => replica.ingest(action.entries),
          (outcome) => ({ type: 'ingest-done', batch: action.batch, outcome }),
        );
      case 'want-objects':
        return settle(
          () => replica.objects.wanted(action.notes),
          (notes) => ({ type: 'objects-wanted', notes }),
        );
      case 'store-object':
        return settle(
          () => replica.objects.put(action.object),
          () => undefined,
        );
      case 'read-object': {
        const { request, id } = action;
        return settle(
          () => replica.objects.get(id),
          (object) => ({ type: 'object-read', request, id, object }),
        );
      }
      case 'put-object':
        return settle(
          () => replica.objects.put(action.object),
          (outcome) => ({ type: 'object-put', request: action.request, outcome }),
        );
      case 'object-answer':
        answers.get(action.token)?.(ok(action.object));
        answers.delete(action.token);
        return;
      case 'give-answer':
        outcomes.get(action.token)?.(ok(action.outcome));
        outcomes.delete(action.token);
        return;
      case 'report':
        onReport?.(action.report);
        return;
      case 'close':
        channel.close(action.sentence);
        finish(action.sentence);
    }
  };

  /** One event at a time, in order: a port that answers inside its call must not overtake the actions before it. */
  const dispatch = (event: SessionEvent): void => {
    if (over) return;
    if (!opened && event.type !== 'opened') {
      early.push(event);
      return;
    }
    events.push(event);
    if (working) return;
    working = true;
    try {
      for (let next = events.shift(); next && !over; next = events.shift()) {
        if (next.type === 'opened') opened = true;
        for (const action of session.step(next)) perform(action);
        if (next.type === 'opened') events.push(...early.splice(0));
      }
    } finally {
      working = false;
    }
  };

  const stopStored = replica.onStored((change) => dispatch({ type: 'stored', change }));
  const stopObjects = replica.onObject((note) => dispatch({ type: 'object-changed', note }));
  channel.onMessage((bytes) => dispatch({ type: 'frame', bytes }));
  channel.onClose(finish);

  const open = async (): Promise<void> => {
    const [vector, notes] = await Promise.all([replica.vector(), replica.objects.list()]);
    dispatch({ type: 'opened', vector, notes });
  };
  open().catch((cause: unknown) => {
    const sentence = `The data could not be read: ${reasonOf(cause)}`;
    channel.close(sentence);
    finish(sentence);
  });

  const ask = <T>(
    waiting: Map<number, (answer: Result<T, string>) => void>,
    event: (token: number) => SessionEvent,
  ): Promise<Result<T, string>> => {
    if (over) return Promise.resolve(err('The connection is closed.'));
    lastToken += 1;
    const token = lastToken;
    return new Promise((resolve) => {
      waiting.set(token, resolve);
      dispatch(event(token));
    });
  };

  return {
    ended,
    status: session.status,
    peerHolds: session.peerHolds,
    getObject: (id) => ask(answers, (token) => ({ type: 'ask-object', token, id })),
    putObject: (object) => ask(outcomes, (token) => ({ type: 'give-object', token, object })),
    leave: (sentence) => dispatch({ type: 'leave', sentence }),
  };
};
