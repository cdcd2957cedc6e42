import type { Log } from '../std/index.ts';
import type { EngineApi } from './engine.ts';
import { failure, type ProtocolError } from './errors.ts';
import { isCommandName, isQueryName, parseCommand, parseQuery } from './parse.ts';
import { clientMessage, protocolVersion, type ClientMessage, type EngineMessage, type PortLike } from './port.ts';

export interface ServePorts {
  /** Told about defects; the other side only learns that something went wrong. */
  readonly log: Log;
  /** Runs a task at the end of the current tick. Hosts pass `setImmediate`; a microtask otherwise. */
  readonly defer?: (task: () => void) => void;
}

export interface ServedPort {
  /** Ends every subscription and closes the port. */
  readonly close: () => void;
}

interface Watched {
  stop: () => void;
  /** Newest value not yet sent; older ones are skipped, since each value is whole. */
  waiting: EngineMessage | undefined;
}

const microtask = (task: () => void): void => void Promise.resolve().then(task);

/** What is said of a defect to whoever asked; the log says more. */
export const defect = failure(
  'unavailable',
  'Something went wrong inside Meridian. What was saved before is safe; the details are in the log.',
);

const otherVersion = failure(
  'newer-version',
  'This window and its engine are different versions of Meridian. Close Meridian and open it again.',
);

const idOf = (message: unknown): number | undefined => {
  if (typeof message !== 'object' || message === null || !('id' in message)) return undefined;
  return typeof message.id === 'number' && Number.isSafeInteger(message.id) ? message.id : undefined;
};

/**
 * Lets whoever holds the other end of `port` use `engine`. Requests are validated here, so a port may lead to anything
 * that has been let in. Values of watched queries are coalesced: at most one per query and tick.
 */
export const servePort = (port: PortLike, engine: EngineApi, ports: ServePorts): ServedPort => {
  const defer = ports.defer ?? microtask;
  const watches = new Map<number, Watched>();
  let greeting: 'none' | 'same' | 'other' = 'none';
  let closed = false;
  let flushing = false;

  const post = (message: EngineMessage): void => {
    if (!closed) port.post(message);
  };
  const fail = (id: number, error: ProtocolError): void => post({ type: 'failed', id, error });

  const shut = (): void => {
    closed = true;
    for (const watch of watches.values()) watch.stop();
    watches.clear();
  };

  const flush = (): void => {
    flushing = false;
    for (const watch of watches.values()) {
      const message = watch.waiting;
      watch.waiting = undefined;
      if (message !== undefined) post(message);
    }
  };

  const run = async (message: Extract<ClientMessage, { type: 'run' }>): Promise<void> => {
    if (!isCommandName(message.name)) {
      fail(message.id, failure('invalid', `This version of Meridian has no command "${message.name}".`));
      return;
    }
    const parsed = parseCommand(message.name, message.params);
    if (!parsed.ok) {
      fail(message.id, parsed.error);
      return;
    }
    const result = await engine.run(message.name, parsed.value, message.once);
    // Whoever reads its own write: what the command changed is on its way before the command has ended.
    flush();
    if (result.ok) post({ type: 'done', id: message.id, value: result.value });
    else fail(message.id, result.error);
  };

  const watch = (message: Extract<ClientMessage, { type: 'watch' }>): void => {
    const { id } = message;
    if (!isQueryName(message.name)) {
      fail(id, failure('invalid', `This version of Meridian has no query "${message.name}".`));
      return;
    }
    if (watches.has(id)) {
      fail(id, failure('invalid', 'This subscription number is already in use.'));
      return;
    }
    const parsed = parseQuery(message.name, message.params);
    if (!parsed.ok) {
      fail(id, parsed.error);
      return;
    }
    const watched: Watched = { stop: () => {}, waiting: undefined };
    watches.set(id, watched);
    const stop = engine.watch(message.name, parsed.value, (result) => {
      if (closed || watches.get(id) !== watched) return;
      watched.waiting = result.ok
        ? { type: 'value', id, value: result.value }
        : { type: 'failed', id, error: result.error };
      if (flushing) return;
      flushing = true;
      defer(flush);
    });
    if (watches.get(id) === watched) watched.stop = stop;
    else stop();
  };

  const onDefect = (id: number, name: string, thrown: unknown): void => {
    ports.log.warn('A request failed inside the engine', {
      name,
      error: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
    });
    fail(id, defect);
  };

  const handle = (message: ClientMessage): void => {
    if (message.type === 'hello') {
      greeting = message.version === protocolVersion ? 'same' : 'other';
      post({ type: 'welcome', version: protocolVersion });
      return;
    }
    if (message.type === 'unwatch') {
      watches.get(message.id)?.stop();
      watches.delete(message.id);
      return;
    }
    if (greeting !== 'same') {
      fail(message.id, otherVersion);
      return;
    }
    if (message.type === 'run') {
      run(message).catch((thrown: unknown) => onDefect(message.id, message.name, thrown));
      return;
    }
    try {
      watch(message);
    } catch (thrown) {
      watches.delete(message.id);
      onDefect(message.id, message.name, thrown);
    }
  };

  port.onClose(shut);
  port.onMessage((raw) => {
    if (closed) return;
    const parsed = clientMessage.safeParse(raw);
    if (parsed.success) {
      handle(parsed.data);
      return;
    }
    const id = idOf(raw);
    if (id !== undefined) {
      fail(id, failure('invalid', 'This message is not part of the protocol.'));
      return;
    }
    ports.log.warn('A window sent something that is not part of the protocol; its connection is closed');
    shut();
    port.close();
  });

  return {
    close: () => {
      shut();
      port.close();
    },
  };
};
