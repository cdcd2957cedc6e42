import { readdirSync, rmSync } from 'node:fs';
import { basename, isAbsolute, join, resolve } from 'node:path';
import { err, ok, type Result } from '#shared/std/index.ts';
import {
  failure,
  type CommandRequest,
  type CommandResult,
  type ProtocolError,
  type QueryResult,
} from '#shared/protocol/index.ts';
import {
  backupName,
  isDue,
  nextBackupAt,
  outdated,
  passphraseSlot,
  phraseSlot,
  writeBackup,
  type Slot,
} from '../backup/index.ts';
import { hash } from '../crypto/index.ts';
import { toHex } from '../ledger/index.ts';
import { backupRecords } from './backup-contents.ts';
import { backupSecrets, keepBackupSecrets } from './backup-secrets.ts';
import { readBackupFile } from './backup-reading.ts';
import { needTeam } from './guards.ts';
import { teamName } from './invitation-commands.ts';
import { phraseDevices } from './kept-phrase.ts';
import type { Live } from './live.ts';
import { knownRelays } from './relay-commands.ts';
import type { ProfileState } from './state.ts';
import { readTyped } from './typed-phrase.ts';

type BackupView = QueryResult<'recovery'>['backup'];

/** What is remembered of backups between starts. Nothing secret. */
interface Kept {
  readonly directory: string;
  readonly every: 'off' | 'daily' | 'weekly';
  readonly keep: number;
  readonly since: number;
  readonly last: BackupView['last'];
  readonly failure: BackupView['failure'];
}

const unset: Kept = { directory: '', every: 'off', keep: 7, since: 0, last: null, failure: null };
const stateKey = 'backup';
const tickMs = 60_000;

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';

/** What the disk said, as somebody can act on it; undefined for what is a defect. */
const diskFault = (cause: unknown, directory: string): ProtocolError | undefined => {
  switch (codeOf(cause)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return failure(
        'disk-full',
        'The disk of the backups is full. Free some space there or choose another folder.',
        'directory',
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return failure('not-allowed', `Backups may not be written to ${directory}. Choose another folder.`, 'directory');
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'EINVAL':
    case 'ENAMETOOLONG':
    case 'EIO':
    case 'ENODEV':
    case 'ENXIO':
      return failure(
        'invalid',
        `The folder ${directory} is not there and cannot be made. If it is on another disk, connect it; else choose another folder.`,
        'directory',
      );
    default:
      return undefined;
  }
};

/** Writing backups by hand and by the clock, and checking them. */
export const createBackupDesk = (profile: ProfileState) => {
  const { local, vault, clock, random } = profile;
  let running: Promise<Result<CommandResult<'backup.run'>, ProtocolError>> | undefined;

  const kept = (): Kept => {
    const stored = local.state(stateKey);
    return stored === null ? unset : { ...unset, ...(JSON.parse(stored) as Partial<Kept>) };
  };
  const keep = (change: Partial<Kept>): void => {
    local.setState(stateKey, JSON.stringify({ ...kept(), ...change }));
    profile.touchLocal();
  };

  const slotsOf = ({ ledger }: Live): readonly Slot[] => {
    const { masterKey, passphraseSlot: typed } = backupSecrets(vault, random);
    const phrases = phraseDevices(ledger).map((one) => phraseSlot(masterKey, one.box, random));
    return typed === null ? phrases : [...phrases, typed];
  };

  const tagOf = ({ ledger }: Live): string => toHex(hash('backup', ledger.teamRoot, ledger.person.id).subarray(0, 4));

  const write = async (live: Live, directory: string): Promise<Result<CommandResult<'backup.run'>, ProtocolError>> => {
    const secrets = backupSecrets(vault, random);
    keepBackupSecrets(vault, secrets);
    const slots = slotsOf(live);
    if (slots.length === 0)
      return err(
        failure(
          'not-ready',
          'Nothing could open the backup yet. Set up a recovery phrase, or choose a passphrase for backups.',
          'passphrase',
        ),
      );
    const at = clock.now();
    const file = join(directory, backupName(teamName(live.ledger), tagOf(live), at));
    try {
      const { ledger, network } = live;
      const contents = backupRecords({ ledger, objects: network.objects, relayUrls: knownRelays(profile) });
      const { bytes } = await writeBackup(contents, {
        file,
        at,
        masterKey: secrets.masterKey,
        slots,
        random,
        breathe: profile.breathe,
      });
      const back = await readBackupFile(profile, file, { masterKey: secrets.masterKey });
      if (!back.ok) {
        rmSync(file, { force: true });
        return err(failure('corrupt', `The backup did not read back as it was written: ${back.error.sentence}`));
      }
      return ok({ file, bytes, entries: back.value.entries, at });
    } catch (cause) {
      const fault = diskFault(cause, directory);
      if (fault === undefined) throw cause;
      return err(fault);
    }
  };

  const tidy = (directory: string, live: Live, written: string): void => {
    for (const name of outdated(readdirSync(directory), tagOf(live), kept().keep, basename(written)))
      rmSync(join(directory, name), { force: true });
  };

  /** One at a time: who asks while one is written gets its result. */
  const run = (directory: string): Promise<Result<CommandResult<'backup.run'>, ProtocolError>> => {
    running ??= (async () => {
      const live = needTeam(profile);
      if (!live.ok) return live;
      if (directory === '') return err(failure('invalid', 'Choose the folder for backups.', 'directory'));
      const done = await write(live.value, directory);
      if (profile.live() !== live.value) return done;
      if (done.ok) {
        keep({ last: done.value, failure: null });
        tidy(directory, live.value, done.value.file);
      } else keep({ failure: { at: clock.now(), sentence: done.error.sentence } });
      return done;
    })().finally(() => {
      running = undefined;
      profile.touchLocal();
    });
    profile.touchLocal();
    return running;
  };

  const folderOf = (directory: string): Result<string, ProtocolError> =>
    directory === '' || isAbsolute(directory)
      ? ok(directory === '' ? '' : resolve(directory))
      : err(failure('invalid', 'Give the whole path of the folder, from the root of the disk.', 'directory'));

  const configure = async (
    request: CommandRequest<'backup.configure'>,
  ): Promise<Result<CommandResult<'backup.configure'>, ProtocolError>> => {
    const live = needTeam(profile);
    if (!live.ok) return live;
    const directory = folderOf(request.directory);
    if (!directory.ok) return directory;
    if (request.every !== 'off' && directory.value === '')
      return err(failure('invalid', 'Choose the folder for backups.', 'directory'));
    if (request.passphrase !== undefined) {
      // A new master key with every new passphrase: the old passphrase opens old files only.
      const masterKey = random.bytes(32);
      const slot = request.passphrase === null ? null : await passphraseSlot(masterKey, request.passphrase, random);
      keepBackupSecrets(vault, { masterKey, passphraseSlot: slot });
    }
    if (request.every !== 'off' && slotsOf(live.value).length === 0)
      return err(
        failure(
          'not-ready',
          'Nothing could open the backups yet. Set up a recovery phrase, or choose a passphrase.',
          'passphrase',
        ),
      );
    const before = kept();
    keep({
      directory: directory.value,
      every: request.every,
      keep: request.keep,
      since: before.every === 'off' ? clock.now() : before.since,
      failure: null,
    });
    plan();
    return ok({});
  };

  const verify = async (
    request: CommandRequest<'backup.verify'>,
  ): Promise<Result<CommandResult<'backup.verify'>, ProtocolError>> => {
    const typed = readTyped(request.phrase);
    if (!typed.ok) return typed;
    const given = typed.value.keys !== undefined || (request.passphrase ?? '') !== '';
    const back = await readBackupFile(profile, request.file, {
      phraseBox: typed.value.keys?.device.box,
      passphrase: request.passphrase,
      ...(given ? {} : { masterKey: backupSecrets(vault, random).masterKey }),
    });
    return back;
  };

  let stopTimer: () => void = () => undefined;
  let closed = false;
  const due = (): boolean => {
    const { every, since, last, failure: failed } = kept();
    return isDue({ every, since, lastAt: last?.at ?? null, failedAt: failed?.at ?? null }, clock.now());
  };
  /** Looks once a minute whether a backup is due; the pause is short so that a machine that slept catches up. */
  const plan = (): void => {
    stopTimer();
    if (closed) return;
    stopTimer = profile.timers.after(tickMs, plan);
    if (profile.live() === null || running !== undefined || !due()) return;
    run(kept().directory).catch((cause: unknown) => {
      profile.log.warn('a backup could not be written', {
        reason: cause instanceof Error ? cause.message : String(cause),
      });
      keep({
        failure: {
          at: clock.now(),
          sentence: 'The backup failed for a reason Meridian does not know. It is tried again.',
        },
      });
    });
  };

  const view = (): BackupView => {
    const { directory, every, keep: most, since, last, failure: failed } = kept();
    const live = profile.live();
    const opensWith = live === null ? [] : [...new Set(slotsOf(live).map((slot) => slot.kind))];
    const nextAt = nextBackupAt({ every, since, lastAt: last?.at ?? null, failedAt: failed?.at ?? null }, clock.now());
    return { directory, every, keep: most, opensWith, last, failure: failed, nextAt, running: running !== undefined };
  };

  return {
    configure,
    run: async ({ directory }: CommandRequest<'backup.run'>) => {
      const folder = folderOf(directory ?? kept().directory);
      return folder.ok ? run(folder.value) : folder;
    },
    verify,
    view,
    /** Starts looking at the clock; call once the profile is open. */
    start: plan,
    /** Waits for a backup that is being written. */
    close: async (): Promise<void> => {
      closed = true;
      stopTimer();
      await running?.catch(() => undefined);
    },
  };
};

export type BackupDesk = ReturnType<typeof createBackupDesk>;
