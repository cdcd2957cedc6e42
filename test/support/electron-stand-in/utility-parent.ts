import { EventEmitter } from 'node:events';
import { isFrame, type Frame } from './frames.ts';
import { cloned, MessagePortMain, type Wire } from './message-ports.ts';

/** Gives this process `process.parentPort`, fed from the channel of the process that forked it. */
export const installParentPort = (): void => {
  const send = process.send?.bind(process);
  if (send === undefined) throw new Error('Not started by the stand-in');
  // The engine must not notice a channel that Electron would not give it.
  Object.defineProperty(process, 'send', { value: undefined });
  const wires = new Map<number, Wire>();
  const parentPort = new EventEmitter();
  const post = (frame: Frame): void => void send(frame);

  const receivePort = (id: number): MessagePortMain => {
    const [mine, theirs] = MessagePortMain.pair();
    const wire = MessagePortMain.take(mine, 0);
    wire.onMessage((data) => post({ kind: 'port', id, data }));
    wire.onClose(() => {
      wires.delete(id);
      post({ kind: 'closed', id });
    });
    wires.set(id, wire);
    return theirs;
  };

  process.on('message', (frame: unknown) => {
    if (!isFrame(frame)) return;
    if (frame.kind === 'parent') parentPort.emit('message', { data: frame.data, ports: frame.ports.map(receivePort) });
    else if (frame.kind === 'port') wires.get(frame.id)?.post(frame.data);
    else wires.get(frame.id)?.close();
  });
  process.on('disconnect', () => process.exit(0));

  Object.defineProperty(process, 'parentPort', {
    value: Object.assign(parentPort, {
      postMessage: (message: unknown, transfer: readonly unknown[] = []) => {
        if (transfer.length > 0) throw new TypeError('Invalid value for transfer');
        post({ kind: 'parent', data: cloned(message), ports: [] });
      },
    }),
  });
};
