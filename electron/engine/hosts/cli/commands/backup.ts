import { resolve } from 'node:path';
import { exitCodes, sayFailure, textFlag, type CliCommand } from '../command.ts';
import { readSecretFile } from '../secret-file.ts';
import { profileFlags, withProfile } from '../with-profile.ts';

/** One sealed file with everything; for cron and for the day before the journey. The running app writes them by itself. */
export const backupCommand: CliCommand = {
  name: 'backup',
  summary: 'Write one sealed file with everything in the profile, and read it back.',
  arguments: '[DIR]',
  flags: {
    ...profileFlags,
    'passphrase-file': {
      type: 'string',
      value: 'FILE',
      help: 'a passphrase that opens this and later backups; without it the recovery phrase does',
    },
  },
  run: async (terminal, values, positionals) => {
    const [named, ...more] = positionals;
    if (more.length > 0) {
      terminal.err('Name one folder for the backup.');
      return exitCodes.usage;
    }
    const passphrase = readSecretFile(terminal, textFlag(values, 'passphrase-file'), 'passphrase');
    if (!passphrase.ok) return sayFailure(terminal, passphrase.error, values['json'] === true);
    const directory = named === undefined ? undefined : resolve(terminal.cwd, named);
    return withProfile(
      terminal,
      values,
      async (engine) => {
        if (passphrase.value !== undefined) {
          const now = await engine.read('recovery', {});
          if (!now.ok) return now;
          const { directory: kept, every, keep } = now.value.backup;
          const set = await engine.run('backup.configure', {
            directory: kept,
            every,
            keep,
            passphrase: passphrase.value,
          });
          if (!set.ok) return set;
        }
        return engine.run('backup.run', directory === undefined ? {} : { directory });
      },
      ({ file, entries, bytes }) => ({
        lines: [`${entries} entries in ${bytes} bytes written to ${file} and read back`],
        code: exitCodes.ok,
      }),
    );
  },
};
