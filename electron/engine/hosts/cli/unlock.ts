import { readFileSync } from 'node:fs';
import { failure, type EngineApi, type ProtocolError } from '#shared/protocol/index.ts';
import { err, ok, type Result } from '#shared/std/index.ts';
import type { Terminal } from './command.ts';

/** Names a file that holds the passphrase, for scripts. Never an argument: everybody on the machine can read those. */
const fileVariable = 'MERIDIAN_PASSPHRASE_FILE';

const fromFile = (path: string): Result<string, ProtocolError> => {
  try {
    // One line break at the end is the editor's, not the person's.
    return ok(readFileSync(path, 'utf8').replace(/\r?\n$/, ''));
  } catch {
    return err(failure('invalid', `${fileVariable} names a file that cannot be read: ${path}.`, 'passphrase'));
  }
};

/**
 * Unlocks a locked profile with the passphrase from the file that the environment names, or asks for it. Leaves a
 * profile that is open as it is.
 *
 * @param ask false where there is another way to unlock, such as the window that is about to open
 */
export const unlockProfile = async (
  terminal: Terminal,
  engine: EngineApi,
  ask = true,
): Promise<Result<void, ProtocolError>> => {
  const session = await engine.read('session', {});
  if (!session.ok) return session;
  if (session.value.state !== 'locked') return ok(undefined);
  const path = terminal.env[fileVariable];
  if (path === undefined && !ask) return ok(undefined);
  const given = path === undefined ? await terminal.askSecret?.('Passphrase of this profile: ') : fromFile(path);
  if (given === undefined) {
    return err(
      failure(
        'locked',
        `This profile is locked. Run this in a terminal, or name a file with its passphrase in ${fileVariable}.`,
        'passphrase',
      ),
    );
  }
  const passphrase = typeof given === 'string' ? ok(given) : given;
  if (!passphrase.ok) return passphrase;
  const unlocked = await engine.run('vault.unlock', { passphrase: passphrase.value });
  return unlocked.ok ? ok(undefined) : unlocked;
};
