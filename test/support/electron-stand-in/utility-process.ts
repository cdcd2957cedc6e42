import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';
import { report } from './control.ts';
import { isFrame, type Frame } from './frames.ts';
import { cloned, MessagePortMain, type Wire } from './message-ports.ts';
import { afterReady } from './readiness.ts';
import { strict } from './strict.ts';

const register = fileURLToPath(new URL('./register-utility.mjs', import.meta.url));

interface ForkOptions {
  readonly serviceName?: string;
  readonly env?: Record<string, string>;
  readonly stdio?: 'pipe' | 'ignore' | 'inherit';
}

/** Electron's UtilityProcess over a real child process. */
class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;
  readonly #wires = new Map<number, Wire>();
  #lastId = 0;
  #ended = false;

  constructor(child: ChildProcess) {
    super();
    this.#child = child;
    child.on('spawn', () => this.emit('spawn'));
    child.on('message', (frame: unknown) => {
      if (isFrame(frame)) this.#receive(frame);
    });
    child.on('exit', (code) => {
      this.#ended = true;
      for (const wire of this.#wires.values()) wire.close();
      this.#wires.clear();
      this.emit('exit', code ?? 1);
    });
  }

  get pid(): number | undefined {
    return this.#ended ? undefined : this.#child.pid;
  }

  #receive(frame: Frame): void {
    if (frame.kind === 'parent') this.emit('message', frame.data);
    else if (frame.kind === 'port') this.#wires.get(frame.id)?.post(frame.data);
    else this.#wires.get(frame.id)?.close();
  }

  #send(frame: Frame): void {
    if (!this.#ended && this.#child.connected) this.#child.send(frame);
  }

  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    if (!Array.isArray(transfer)) throw new TypeError('Invalid value for transfer');
    const data = cloned(message);
    const wires = transfer.map((port, index) => ({ id: ++this.#lastId, wire: MessagePortMain.take(port, index) }));
    this.#send({ kind: 'parent', data, ports: wires.map(({ id }) => id) });
    // What waits in a port may only follow the frame that brings the port.
    for (const { id, wire } of wires) {
      this.#wires.set(id, wire);
      wire.onClose(() => {
        this.#wires.delete(id);
        this.#send({ kind: 'closed', id });
      });
      wire.onMessage((inner) => this.#send({ kind: 'port', id, data: inner }));
    }
  }

  kill(): boolean {
    return this.#child.kill();
  }
}

export const utilityProcess = strict('utilityProcess', {
  fork: (modulePath: string, args: readonly string[] = [], options: ForkOptions = {}) => {
    afterReady('utilityProcess cannot be created');
    if (options.stdio !== undefined && !['pipe', 'ignore', 'inherit'].includes(options.stdio)) {
      throw new Error('stdio must be pipe, ignore or inherit');
    }
    const child = fork(modulePath, [...args], {
      env: options.env ?? process.env,
      execArgv: ['--import', register],
      serialization: 'advanced',
      stdio: ['ignore', options.stdio ?? 'inherit', options.stdio ?? 'inherit', 'ipc'],
    });
    report({ event: 'engine', pid: child.pid ?? 0, environment: Object.keys(options.env ?? process.env) });
    return new UtilityProcess(child);
  },
});
