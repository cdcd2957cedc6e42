import type { MessagePortMain } from 'electron';
import {
  engineNotice,
  keychainFailed,
  type KeychainAnswer,
  type KeychainQuestion,
  type OpenMessage,
  type ProtocolError,
  type SupervisorMessage,
} from '#shared/protocol/index.ts';
import type { Clock, Log, Result, Timers } from '#shared/std/index.ts';
import { healthyAfter, restartDelay } from './backoff.ts';

/** One run of the engine's process. */
export interface EngineProcess {
  /** Only ports are ever handed over: Electron throws on anything else. */
  readonly post: (message: SupervisorMessage, ports?: readonly MessagePortMain[]) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  readonly onExit: (listener: (code: number) => void) => void;
  readonly kill: () => void;
}

export interface SupervisorPorts {
  readonly fork: () => EngineProcess;
  /** What to open, asked anew for every start; a failure is final, like a refusal by the engine. */
  readonly opening: () => Promise<Result<OpenMessage, ProtocolError>>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  /** Does what the engine asks of the system's keychain. */
  readonly keychain: (question: KeychainQuestion) => Promise<KeychainAnswer>;
  /** The engine is gone and will be started again. */
  readonly onDown: () => void;
  /** The profile cannot be opened. The engine is not started again. */
  readonly onRefused: (error: ProtocolError) => void;
}

export interface Supervisor {
  readonly start: () => void;
  /** Calls `task` as soon as an engine can take windows; at once if one can. */
  readonly whenReady: (task: (engine: EngineProcess) => void) => void;
  /** Lets the engine finish what it is writing, then ends it; forces it after five seconds. */
  readonly stop: () => Promise<void>;
  /** Lets the engine forget the keys of a profile that a passphrase opens again. */
  readonly lock: () => void;
}

const stopPatience = 5_000;

/** Keeps one engine running: started again after a crash, sooner or later depending on how often it failed. */
export const createSupervisor = (ports: SupervisorPorts): Supervisor => {
  const waiting: ((engine: EngineProcess) => void)[] = [];
  const stopped = Promise.withResolvers<void>();
  let running: EngineProcess | undefined;
  let ready = false;
  let failures = 0;
  let ending = false;
  let cancelRestart = (): void => {};

  const end = (): void => {
    ending = true;
    cancelRestart();
    if (running === undefined) stopped.resolve();
  };

  const refuse = (error: ProtocolError): void => {
    ending = true;
    ports.onRefused(error);
  };

  /** Always an answer: the engine takes nothing else in hand until it has one. */
  const answer = async (question: KeychainQuestion): Promise<KeychainAnswer> => {
    try {
      return await ports.keychain(question);
    } catch (thrown) {
      ports.log.warn('The keychain failed', { error: String(thrown) });
      return { type: 'keychain', id: question.id, key: null, error: keychainFailed };
    }
  };

  const onNotice = (engine: EngineProcess, raw: unknown): void => {
    const notice = engineNotice.safeParse(raw);
    if (!notice.success) {
      ports.log.warn('The engine sent something that is not part of the protocol');
      return;
    }
    if (notice.data.type === 'refused') {
      refuse(notice.data.error);
      return;
    }
    if (notice.data.type === 'keychain') {
      void answer(notice.data).then((said) => {
        if (running === engine) engine.post(said);
      });
      return;
    }
    ready = true;
    for (const task of waiting.splice(0)) task(engine);
  };

  const onExit = (engine: EngineProcess, startedAt: number, code: number): void => {
    if (running !== engine) return;
    running = undefined;
    ready = false;
    if (ending) {
      stopped.resolve();
      return;
    }
    failures = ports.clock.now() - startedAt >= healthyAfter ? 1 : failures + 1;
    const delay = restartDelay(failures);
    ports.log.warn('The engine ended and is started again', { code, failures, delay });
    ports.onDown();
    cancelRestart = ports.timers.after(delay, start);
  };

  const open = async (engine: EngineProcess): Promise<void> => {
    const opening = await ports.opening();
    if (!opening.ok) refuse(opening.error);
    else if (running === engine) engine.post(opening.value);
  };

  const start = (): void => {
    if (ending || running !== undefined) return;
    const engine = ports.fork();
    const startedAt = ports.clock.now();
    running = engine;
    engine.onMessage((message) => onNotice(engine, message));
    engine.onExit((code) => onExit(engine, startedAt, code));
    open(engine).catch((thrown: unknown) => {
      ports.log.warn('The engine could not be told what to open', { error: String(thrown) });
      engine.kill();
    });
  };

  return {
    start,
    whenReady: (task) => {
      if (ready && running !== undefined) task(running);
      else waiting.push(task);
    },
    lock: () => {
      if (ready) running?.post({ type: 'lock' });
    },
    stop: () => {
      end();
      const engine = running;
      if (engine !== undefined) {
        engine.post({ type: 'close' });
        const cancel = ports.timers.after(stopPatience, engine.kill);
        void stopped.promise.then(cancel);
      }
      return stopped.promise;
    },
  };
};
