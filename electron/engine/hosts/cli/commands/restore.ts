import { resolve } from 'node:path';
import { failure, type EngineApi, type ProtocolError } from '#shared/protocol/index.ts';
import { err, ok, type Result } from '#shared/std/index.ts';
import { openHostProfile } from '../../open-profile.ts';
import {
  exitCodes,
  listFlag,
  sayFailure,
  textFlag,
  type CliCommand,
  type FlagValues,
  type Terminal,
} from '../command.ts';
import { readSecretFile } from '../secret-file.ts';
import { profileDirectory, profileFlags } from '../with-profile.ts';

interface Secrets {
  readonly phrase: string;
  readonly passphrase: string | undefined;
}

/** The words or the passphrase from files, or typed where somebody sits. */
const secretsOf = async (terminal: Terminal, values: FlagValues): Promise<Result<Secrets, ProtocolError>> => {
  const words = readSecretFile(terminal, textFlag(values, 'words-file'), 'words');
  if (!words.ok) return words;
  const passphrase = readSecretFile(terminal, textFlag(values, 'passphrase-file'), 'passphrase');
  if (!passphrase.ok) return passphrase;
  if (words.value !== undefined || passphrase.value !== undefined)
    return ok({ phrase: words.value ?? '', passphrase: passphrase.value });
  const typed = await terminal.askSecret?.('The 24 words of the recovery phrase: ');
  if (typed !== undefined) return ok({ phrase: typed, passphrase: undefined });
  return err(
    failure(
      'invalid',
      'Nobody can be asked for the words here. Name a file with --words-file or --passphrase-file.',
      'words',
    ),
  );
};

const restoreInto = (
  engine: EngineApi,
  terminal: Terminal,
  values: FlagValues,
  file: string | undefined,
  secrets: Secrets,
) => {
  const address = textFlag(values, 'address');
  return engine.run('recovery.restore', {
    phrase: secrets.phrase,
    relayUrls: [...listFlag(values, 'relay')],
    ...(secrets.passphrase === undefined ? {} : { passphrase: secrets.passphrase }),
    ...(address === undefined ? {} : { address }),
    ...(file === undefined ? {} : { file: resolve(terminal.cwd, file) }),
  });
};

export const restoreCommand: CliCommand = {
  name: 'restore',
  summary: 'Make a new profile a device of yours again, from a backup file, a relay or a teammate.',
  arguments: '[FILE]',
  flags: {
    ...profileFlags,
    'words-file': {
      type: 'string',
      value: 'FILE',
      help: 'the 24 words, or a whole recovery sheet; asked for otherwise',
    },
    'passphrase-file': { type: 'string', value: 'FILE', help: 'the passphrase of the backup, instead of the words' },
    relay: { type: 'string', value: 'URL', multiple: true, help: 'relay of the team; may be repeated' },
    address: { type: 'string', value: 'HOST:PORT', help: "a teammate's machine; needs the whole recovery sheet" },
  },
  run: async (terminal, values, positionals) => {
    const json = values['json'] === true;
    const [file, ...more] = positionals;
    if (more.length > 0) {
      terminal.err('Name one backup file.');
      return exitCodes.usage;
    }
    const secrets = await secretsOf(terminal, values);
    if (!secrets.ok) return sayFailure(terminal, secrets.error, json);
    const opened = await openHostProfile({ directory: profileDirectory(terminal, values), lan: false });
    if (!opened.ok) return sayFailure(terminal, opened.error, json);
    try {
      const done = await restoreInto(opened.value.engine, terminal, values, file, secrets.value);
      if (!done.ok) return sayFailure(terminal, done.error, json);
      if (json) terminal.out(JSON.stringify(done.value));
      else
        terminal.out(
          done.value.alone
            ? 'Restored from the file alone. Run "serve": what is newer arrives from relays and teammates.'
            : 'Restored. Run "serve" to go on; this machine is a new device of yours.',
        );
      return exitCodes.ok;
    } finally {
      await opened.value.close();
    }
  },
};
