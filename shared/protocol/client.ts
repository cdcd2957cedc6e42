import { err, ok, type Result } from '../std/index.ts';
import type { EngineApi } from './engine.ts';
import { failure, type ProtocolError } from './errors.ts';
import { readEngineMessage } from './messages.ts';
import { maxRequestLength, protocolVersion, type ClientMessage, type PortLike } from './port.ts';

/** An engine at the other end of a port. */
export interface EngineClient extends EngineApi {
  /** Settles once the engine has answered: whether both sides speak the same version. */
  readonly ready: Promise<Result<null, ProtocolError>>;
  /** Calls `listener` once, when the connection has ended for whatever reason; at once if it has already. */
  readonly onClose: (listener: () => void) => void;
  readonly close: () => void;
}

type Settle = (result: Result<unknown, ProtocolError>) => void;

const gone = failure(
  'unavailable',
  "The connection to Meridian's engine ended before it answered. What was saved stays saved.",
);
const tooLarge = failure('too-large', 'This is more than Meridian takes in one piece. Split it and send the parts.');
const otherVersion = failure(
  'newer-version',
  'This window and its engine are different versions of Meridian. Close Meridian and open it again.',
);

/**
 * Uses the engine behind `port`. A call never hangs on a lost connection: it ends with `unavailable`, and so does every
 * subscription. Results are trusted to have the protocol's shapes, because the versions are compared first.
 */
export const connectPort = (port: PortLike): EngineClient => {
  const calls = new Map<number, Settle>();
  const watches = new Map<number, Settle>();
  const closeListeners: (() => void)[] = [];
  const ready = Promise.withResolvers<Result<null, ProtocolError>>();
  let lastId = 0;
  /** Why nothing can be asked any more. */
  let ended: ProtocolError | undefined;
  let closed = false;

  const post = (message: ClientMessage): void => port.post(message);

  const end = (error: ProtocolError): void => {
    ended ??= error;
    ready.resolve(err(ended));
    const waiting = [...calls.values(), ...watches.values()];
    calls.clear();
    watches.clear();
    for (const settle of waiting) settle(err(ended));
  };

  /** The refusal of a request that need not or must not be sent. */
  const refusal = (params: unknown): ProtocolError | undefined =>
    ended ?? (JSON.stringify(params).length > maxRequestLength ? tooLarge : undefined);

  const start = (name: string, params: unknown, listener: Settle): (() => void) => {
    const id = ++lastId;
    const refused = refusal(params);
    if (refused === undefined) {
      watches.set(id, listener);
      post({ type: 'watch', id, name, params });
    } else {
      let wanted = true;
      void Promise.resolve().then(() => {
        if (wanted) listener(err(refused));
      });
      return () => {
        wanted = false;
      };
    }
    return () => {
      if (watches.delete(id) && ended === undefined) post({ type: 'unwatch', id });
    };
  };

  const ask = (name: string, params: unknown, once: string | undefined): Promise<Result<unknown, ProtocolError>> =>
    new Promise((resolve) => {
      const refused = refusal(params);
      if (refused !== undefined) {
        resolve(err(refused));
        return;
      }
      const id = ++lastId;
      calls.set(id, resolve);
      post({ type: 'run', id, name, params, ...(once === undefined ? {} : { once }) });
    });

  const settle = (id: number, result: Result<unknown, ProtocolError>): void => {
    const call = calls.get(id);
    calls.delete(id);
    (call ?? watches.get(id))?.(result);
  };

  port.onMessage((raw) => {
    const message = readEngineMessage(raw);
    if (message === undefined || ended !== undefined) return;
    if (message.type === 'welcome') {
      if (message.version === protocolVersion) ready.resolve(ok(null));
      else end(otherVersion);
    } else if (message.type === 'failed') settle(message.id, err(message.error));
    else settle(message.id, ok(message.value));
  });
  port.onClose(() => {
    if (closed) return;
    closed = true;
    end(gone);
    for (const listener of closeListeners.splice(0)) listener();
  });
  post({ type: 'hello', version: protocolVersion });

  return {
    run: (name, params, once) => ask(name, params, once) as never,
    read: (name, params) =>
      new Promise((resolve) => {
        const stop = start(name, params, (result) => {
          stop();
          resolve(result as never);
        });
      }),
    watch: (name, params, listener) => start(name, params, listener as Settle),
    ready: ready.promise,
    onClose: (listener) => {
      if (closed) listener();
      else closeListeners.push(listener);
    },
    close: () => port.close(),
  };
};
