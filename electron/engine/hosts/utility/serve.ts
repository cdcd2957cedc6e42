import {
  servePort,
  supervisorMessage,
  type EngineApi,
  type EngineNotice,
  type KeychainAnswer,
  type KeychainQuestion,
  type OpenMessage,
  type ProtocolError,
  type ServedPort,
} from '#shared/protocol/index.ts';
import type { Log, Result } from '#shared/std/index.ts';
import type { MainPort, ParentPort } from './parent.ts';
import { windowPort } from './window-port.ts';

/** A profile that is open in this process. */
export interface OpenedProfile {
  readonly engine: EngineApi;
  readonly close: () => Promise<void>;
}

/** Asks main, which alone can reach the system's keychain. */
export type AskKeychain = (act: KeychainQuestion['act'], key: string | null) => Promise<KeychainAnswer>;

export interface UtilityPorts {
  readonly parent: ParentPort;
  readonly open: (message: OpenMessage, ask: AskKeychain) => Promise<Result<OpenedProfile, ProtocolError>>;
  readonly log: Log;
  /** Ends the process with this code. */
  readonly exit: (code: number) => void;
  /** Runs a task at the end of the current tick. */
  readonly defer: (task: () => void) => void;
}

/**
 * Serves one profile to the windows of Electron: opens it when main says so, answers `ready` or `refused`, serves every
 * port that main hands over, and ends the process after `close`. Windows that arrive before the profile is open wait.
 */
export const serveUtility = (ports: UtilityPorts): void => {
  const served = new Set<ServedPort>();
  const early: MainPort[] = [];
  let opening: Promise<OpenedProfile | undefined> | undefined;
  let opened: OpenedProfile | undefined;

  const notify = (notice: EngineNotice): void => ports.parent.postMessage(notice);

  const asked = new Map<number, (answer: KeychainAnswer) => void>();
  let questions = 0;
  const askKeychain: AskKeychain = (act, key) =>
    new Promise((resolve) => {
      questions += 1;
      asked.set(questions, resolve);
      notify({ type: 'keychain', id: questions, act, key });
    });

  const serve = (port: MainPort, { engine }: OpenedProfile): void => {
    const line = windowPort(port);
    const end = servePort(line, engine, { log: ports.log, defer: ports.defer });
    served.add(end);
    line.onClose(() => served.delete(end));
  };

  const open = async (message: OpenMessage): Promise<OpenedProfile | undefined> => {
    const result = await ports.open(message, askKeychain);
    if (!result.ok) {
      notify({ type: 'refused', error: result.error });
      return undefined;
    }
    opened = result.value;
    for (const port of early.splice(0)) serve(port, result.value);
    notify({ type: 'ready' });
    return result.value;
  };

  const close = async (): Promise<void> => {
    const profile = await opening;
    for (const port of served) port.close();
    await profile?.close();
    ports.exit(0);
  };

  /** A defect ends the process: main starts it again, and what was acknowledged is on the disk. */
  const orEnd = (work: Promise<unknown>): void => {
    work.catch((thrown: unknown) => {
      const error = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
      ports.log.warn('The engine ends because of a defect', { error });
      ports.exit(1);
    });
  };

  ports.parent.on('message', ({ data, ports: given }) => {
    const message = supervisorMessage.safeParse(data);
    if (!message.success) {
      ports.log.warn('Main sent something that is not part of the protocol');
      return;
    }
    if (message.data.type === 'close') {
      orEnd(close());
      return;
    }
    if (message.data.type === 'keychain') {
      asked.get(message.data.id)?.(message.data);
      asked.delete(message.data.id);
      return;
    }
    if (message.data.type === 'lock') {
      // Without a passphrase there is nothing to lock, and that is no failure.
      if (opened !== undefined) orEnd(opened.engine.run('vault.lock', {}));
      return;
    }
    if (message.data.type === 'open') {
      opening ??= open(message.data);
      orEnd(opening);
      return;
    }
    for (const port of given) {
      if (opened === undefined) early.push(port);
      else serve(port, opened);
    }
  });
};
