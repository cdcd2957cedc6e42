import type { CommandName, CommandRequest, ProtocolError } from '#shared/protocol/index.ts';
import { ok, type Result } from '#shared/std/index.ts';
import type { GuardCommand } from '../profile/index.ts';
import type { Target } from './key-places.ts';

/** What can be done to a profile as a whole, also while nothing in it can be read. */
export interface Guarded {
  readonly lock: () => Promise<Result<void, ProtocolError>>;
  readonly unlock: (passphrase: string) => Promise<Result<void, ProtocolError>>;
  readonly active: () => void;
  readonly moveKey: (target: Target, current: string | undefined) => Promise<Result<void, ProtocolError>>;
  readonly encrypt: (on: boolean) => Promise<Result<void, ProtocolError>>;
  readonly setAutoLock: (minutes: number | null) => Result<void, ProtocolError>;
}

type Handlers = {
  readonly [N in GuardCommand]: (
    guarded: Guarded,
    request: CommandRequest<N>,
  ) => Result<void, ProtocolError> | Promise<Result<void, ProtocolError>>;
};

const handlers: Handlers = {
  'vault.unlock': (guarded, { passphrase }) => guarded.unlock(passphrase),
  'vault.lock': (guarded) => guarded.lock(),
  'vault.active': (guarded) => {
    guarded.active();
    return ok(undefined);
  },
  'vault.setPassphrase': (guarded, { passphrase, current }) =>
    guarded.moveKey({ place: 'passphrase', passphrase }, current),
  'vault.useKeyFile': (guarded, { current }) => guarded.moveKey({ place: 'key-file' }, current),
  'vault.useKeychain': (guarded, { current }) => guarded.moveKey({ place: 'keychain' }, current),
  'vault.encrypt': (guarded, { on }) => guarded.encrypt(on),
  'vault.autoLock': (guarded, { minutes }) => guarded.setAutoLock(minutes),
};

export const isGuardCommand = (name: CommandName): name is GuardCommand => Object.hasOwn(handlers, name);

/** Runs one of the commands on the profile as a whole; all of them answer with an empty object. */
export const runGuardCommand = async (
  guarded: Guarded,
  name: GuardCommand,
  request: unknown,
): Promise<Result<unknown, ProtocolError>> => {
  // The table pairs each name with its own handler; the compiler cannot follow that through a variable name.
  const handler = handlers[name] as (
    guarded: Guarded,
    request: unknown,
  ) => Result<void, ProtocolError> | Promise<Result<void, ProtocolError>>;
  const done = await handler(guarded, request);
  return done.ok ? ok({}) : done;
};
