import type { PortLike } from '#shared/protocol/index.ts';

/** A browser's WebSocket as a port: one JSON text a message. Whatever arrives before anybody listens is kept. */
export const webSocketPort = (socket: WebSocket): PortLike => {
  const held: unknown[] = [];
  let listener = (message: unknown): void => void held.push(message);
  const closeListeners: (() => void)[] = [];
  let closed = false;

  socket.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (typeof event.data !== 'string') return;
    listener(JSON.parse(event.data));
  });
  socket.addEventListener('close', () => {
    closed = true;
    for (const told of closeListeners.splice(0)) told();
  });

  return {
    post: (message) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
    },
    onMessage: (wanted) => {
      listener = wanted;
      for (const message of held.splice(0)) wanted(message);
    },
    onClose: (wanted) => {
      if (closed) wanted();
      else closeListeners.push(wanted);
    },
    close: () => socket.close(),
  };
};
