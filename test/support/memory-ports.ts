import type { PortLike } from '#shared/protocol/index.ts';

/** Two ends of one pipe in memory. Messages pass as JSON, in later microtasks, as they would between processes. */
export const memoryPorts = (): readonly [PortLike, PortLike] => {
  const ends = [0, 1].map(() => ({
    held: [] as unknown[],
    listener: undefined as ((message: unknown) => void) | undefined,
    closeListeners: [] as (() => void)[],
  }));
  let closed = false;
  const close = (): void => {
    if (closed) return;
    closed = true;
    for (const end of ends) for (const told of end.closeListeners.splice(0)) told();
  };
  const portOf = (own: number): PortLike => {
    const here = ends[own];
    const there = ends[1 - own];
    if (here === undefined || there === undefined) throw new Error('a pipe has two ends');
    return {
      post: (message) => {
        if (closed) return;
        const copy: unknown = JSON.parse(JSON.stringify(message));
        queueMicrotask(() => {
          if (closed) return;
          if (there.listener === undefined) there.held.push(copy);
          else there.listener(copy);
        });
      },
      onMessage: (listener) => {
        here.listener = listener;
        for (const message of here.held.splice(0)) listener(message);
      },
      onClose: (listener) => {
        if (closed) listener();
        else here.closeListeners.push(listener);
      },
      close,
    };
  };
  return [portOf(0), portOf(1)];
};
