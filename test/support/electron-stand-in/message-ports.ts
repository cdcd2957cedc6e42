import { EventEmitter } from 'node:events';

/** Raw access to one end of a channel that was handed to another process or page. */
export interface Wire {
  readonly post: (data: unknown) => void;
  readonly onMessage: (listener: (data: unknown) => void) => void;
  readonly onClose: (listener: () => void) => void;
  readonly close: () => void;
}

/** A copy as it would arrive, or Electron's error for what cannot be copied. */
export const cloned = (message: unknown): unknown => {
  try {
    return structuredClone(message);
  } catch (error) {
    throw new Error('An object could not be cloned.', { cause: error });
  }
};

/** Electron's MessagePortMain: queues until `start`, takes nothing but ports in a transfer list. */
export class MessagePortMain extends EventEmitter {
  #peer: MessagePortMain | undefined;
  #queue: unknown[] = [];
  #started = false;
  #closed = false;
  #takenAway = false;
  #wire: { message: (data: unknown) => void; close: () => void } | undefined;

  static pair(): readonly [MessagePortMain, MessagePortMain] {
    const [a, b] = [new MessagePortMain(), new MessagePortMain()];
    a.#peer = b;
    b.#peer = a;
    return [a, b];
  }

  /** Takes the port out of this process, as transferring does. */
  static take(port: unknown, index: number): Wire {
    if (!(port instanceof MessagePortMain)) throw new TypeError(`Port at index ${index} is not a valid port`);
    if (port.#takenAway) throw new Error(`Port at index ${index} is already neutered`);
    if (port.#started) throw new Error(`Port at index ${index} has been started and would lose messages`);
    port.#takenAway = true;
    const state = port;
    return {
      post: (data) => state.#peer?.receive(data),
      onMessage: (listener) => {
        state.#wire = { message: listener, close: state.#wire?.close ?? ((): void => {}) };
        for (const data of state.#queue.splice(0)) listener(data);
      },
      onClose: (listener) => {
        state.#wire = { message: state.#wire?.message ?? ((): void => {}), close: listener };
      },
      close: () => state.end(),
    };
  }

  #usable(): void {
    if (this.#takenAway) throw new Error('This port was handed over and cannot be used here any more');
  }

  private receive(data: unknown): void {
    if (this.#wire !== undefined) this.#wire.message(data);
    else if (this.#started) queueMicrotask(() => this.emit('message', { data, ports: [] }));
    else this.#queue.push(data);
  }

  private end(): void {
    if (this.#closed) return;
    this.#closed = true;
    const peer = this.#peer;
    this.#wire?.close();
    queueMicrotask(() => this.emit('close'));
    peer?.end();
  }

  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    this.#usable();
    if (transfer.length > 0) throw new Error('The stand-in hands over ports from main only');
    const copy = cloned(message);
    if (!this.#closed) this.#peer?.receive(copy);
  }

  start(): void {
    this.#usable();
    if (this.#started) return;
    this.#started = true;
    for (const data of this.#queue.splice(0)) queueMicrotask(() => this.emit('message', { data, ports: [] }));
  }

  close(): void {
    this.#usable();
    this.end();
  }
}

export class MessageChannelMain {
  readonly port1: MessagePortMain;
  readonly port2: MessagePortMain;

  constructor() {
    [this.port1, this.port2] = MessagePortMain.pair();
  }
}
