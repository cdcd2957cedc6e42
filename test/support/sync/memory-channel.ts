import type { Channel } from '#shared/sync/index.ts';

interface End {
  message: ((bytes: Uint8Array) => void) | undefined;
  close: ((sentence: string) => void) | undefined;
}

export interface MemoryLink {
  readonly ends: readonly [Channel, Channel];
  /** Messages under way towards end 0 or 1. */
  readonly waiting: (end: 0 | 1) => number;
  readonly underWay: (end: 0 | 1) => readonly Uint8Array[];
  /** Delivers the oldest message towards an end. */
  readonly deliver: (end: 0 | 1) => void;
  /** Delivers until nothing is under way. */
  readonly settle: () => void;
  /** Tears the link: what is under way is lost. */
  readonly tear: () => void;
  readonly isOpen: () => boolean;
  /** Sees every message as it is handed over. */
  readonly onTraffic: (listener: (to: 0 | 1, bytes: Uint8Array) => void) => void;
  /** Puts bytes on the way towards an end, as the other end or somebody in between might. */
  readonly inject: (end: 0 | 1, bytes: Uint8Array) => void;
  /** Does something to the messages on the way towards an end: loses, repeats, reorders or damages them. */
  readonly disturb: (end: 0 | 1, how: (messages: Uint8Array[]) => void) => void;
}

/** Two channels joined by queues that the test empties as it likes. Order is kept; loss is a torn link. */
export const createMemoryLink = (): MemoryLink => {
  const sides: [End, End] = [
    { message: undefined, close: undefined },
    { message: undefined, close: undefined },
  ];
  const queues: [Uint8Array[], Uint8Array[]] = [[], []];
  const watchers: ((to: 0 | 1, bytes: Uint8Array) => void)[] = [];
  let open = true;

  const shut = (sentence: string): void => {
    if (!open) return;
    open = false;
    queues[0].length = 0;
    queues[1].length = 0;
    sides[0].close?.(sentence);
    sides[1].close?.(sentence);
  };

  const channel = (own: 0 | 1, other: 0 | 1): Channel => ({
    send: (bytes) => {
      if (open) queues[other].push(bytes);
    },
    onMessage: (listener) => {
      sides[own].message = listener;
    },
    onClose: (listener) => {
      sides[own].close = listener;
    },
    close: (sentence) => {
      // What was sent before still arrives, as on a socket.
      while (open && queues[other].length > 0) deliver(other);
      shut(sentence);
    },
  });

  const deliver = (end: 0 | 1): void => {
    const bytes = queues[end].shift();
    if (!bytes) return;
    for (const watch of watchers) watch(end, bytes);
    sides[end].message?.(bytes);
  };

  return {
    ends: [channel(0, 1), channel(1, 0)],
    waiting: (end) => queues[end].length,
    underWay: (end) => queues[end],
    deliver,
    settle: () => {
      while (queues[0].length + queues[1].length > 0) {
        deliver(0);
        deliver(1);
      }
    },
    tear: () => shut('The link was torn.'),
    isOpen: () => open,
    onTraffic: (listener) => {
      watchers.push(listener);
    },
    inject: (end, bytes) => {
      queues[end].push(bytes);
    },
    disturb: (end, how) => how(queues[end]),
  };
};
