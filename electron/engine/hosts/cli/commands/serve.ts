import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { failure, type ProtocolError } from '#shared/protocol/index.ts';
import { err, ok, type Result } from '#shared/std/index.ts';
import {
  openInBrowser,
  redirectFileName,
  startBrowserHost,
  writeRedirectFile,
  type BrowserHost,
} from '../../browser/index.ts';
import { readRelayUrl } from '../../../transports/index.ts';
import { applyNetwork } from '../../apply-network.ts';
import { fillWithSample } from '../../fill-sample.ts';
import { openHostProfile, type HostProfile } from '../../open-profile.ts';
import { systemTimers } from '../../system-ports.ts';
import {
  exitCodes,
  listFlag,
  sayFailure,
  textFlag,
  type CliCommand,
  type FlagValues,
  type Terminal,
} from '../command.ts';
import { unlockProfile } from '../unlock.ts';
import { profileDirectory, profileFlags } from '../with-profile.ts';

/** Where Meridian is served unless another program is faster: the same every day, so that the browser knows the page. */
const usualPort = 7433;

const contentDirectory = join(import.meta.dirname, '..', '..', '..', '..', '..', 'out', 'renderer');

const readPort = (values: FlagValues): Result<number | undefined, ProtocolError> => {
  const text = textFlag(values, 'port');
  if (text === undefined) return ok(undefined);
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port <= 65_535
    ? ok(port)
    : err(failure('invalid', `--port takes a number up to 65535, not "${text}".`));
};

const readLan = (values: FlagValues): boolean | undefined =>
  values['no-lan'] === true ? false : values['lan'] === true ? true : undefined;

/** The plain warning: said at every start for as long as it is so. */
const whereKeysLie = async ({ engine }: HostProfile): Promise<readonly string[]> => {
  const security = await engine.read('security', {});
  if (!security.ok || security.value.keys !== 'key-file') return [];
  return [
    '            Its keys lie there in profile.key: whoever can read that file can read the profile.',
    '            A passphrase protects them: Data and trust, This machine.',
  ];
};

const announce = async (
  terminal: Terminal,
  values: FlagValues,
  profile: HostProfile,
  host: BrowserHost,
): Promise<() => void> => {
  const file = writeRedirectFile(profile.directory, host.url, host.token);
  if (values['json'] === true) {
    const { url, token } = host;
    terminal.out(JSON.stringify({ url, token, pid: process.pid, profile: profile.directory, open: file.url }));
    return file.remove;
  }
  const opened = values['no-open'] !== true && (await openInBrowser(file.path));
  terminal.out(
    [
      '',
      `  Meridian runs at ${host.url}`,
      `  Profile   ${profile.directory}`,
      ...(await whereKeysLie(profile)),
      opened ? '  Your browser opens it. To open it again, open this file:' : '  Open this file in your browser:',
      `            ${file.url}`,
      '            (it holds the key of this session, which the address alone does not)',
      ...(host.hasInterface ? [] : ['  The interface has not been built yet. Run: npm run build']),
      '  Stop with Ctrl-C. Everything is saved at once.',
      '',
    ].join('\n'),
  );
  return file.remove;
};

const hintToRunning = (terminal: Terminal, directory: string, error: ProtocolError): void => {
  const file = join(directory, redirectFileName);
  if (error.code === 'profile-in-use' && existsSync(file)) {
    terminal.err(`Its window opens with ${pathToFileURL(file).href}`);
  }
};

const serve = async (terminal: Terminal, values: FlagValues, port: number | undefined): Promise<number> => {
  const json = values['json'] === true;
  const sample = values['sample'] === true;
  const directory = profileDirectory(terminal, values, sample);
  const lan = readLan(values);
  const relays = listFlag(values, 'relay');
  for (const url of relays) {
    const address = readRelayUrl(url);
    if (!address.ok) return sayFailure(terminal, failure('invalid', address.error), json);
  }
  const profile = await openHostProfile({ directory, ...(lan === undefined ? {} : { lan }) });
  if (!profile.ok) {
    const code = sayFailure(terminal, profile.error, json);
    if (!json) hintToRunning(terminal, directory, profile.error);
    return code;
  }
  try {
    // Without a file the window asks.
    const unlocked = await unlockProfile(terminal, profile.value.engine, false);
    if (!unlocked.ok) return sayFailure(terminal, unlocked.error, json);
    if (sample) {
      const filled = await fillWithSample(profile.value.engine);
      if (!filled.ok) return sayFailure(terminal, filled.error, json);
    }
    const stopApplying = applyNetwork(
      profile.value.engine,
      { relays, lan: lan === true },
      (error) => void sayFailure(terminal, error, json),
    );
    const host = await startBrowserHost({
      engine: profile.value.engine,
      contentDirectory,
      port: port ?? usualPort,
      otherPortIfTaken: port === undefined,
      timers: systemTimers,
      log: profile.value.log,
    });
    if (!host.ok) return sayFailure(terminal, host.error, json);
    const stopped = terminal.stopped();
    const tidyUp = await announce(terminal, values, profile.value, host.value);
    await stopped;
    if (!json) terminal.out('Meridian is closing.');
    stopApplying();
    tidyUp();
    await host.value.close();
    return exitCodes.ok;
  } finally {
    await profile.value.close();
  }
};

export const serveCommand: CliCommand = {
  name: 'serve',
  summary: 'Open a profile and serve Meridian to your own browser, on this machine only.',
  flags: {
    ...profileFlags,
    port: { type: 'string', value: 'N', help: `port on 127.0.0.1; 0 takes any free one (usually ${usualPort})` },
    'no-open': { type: 'boolean', help: 'do not open the browser' },
    relay: {
      type: 'string',
      multiple: true,
      value: 'URL',
      help: 'relay to use, such as wss://relay.example; repeatable',
    },
    lan: { type: 'boolean', help: 'meet teammates on the local network' },
    'no-lan': { type: 'boolean', help: 'stay off the local network' },
    sample: { type: 'boolean', help: 'explore the sample team, in a profile of its own' },
  },
  run: async (terminal, values) => {
    const port = readPort(values);
    if (!port.ok) return sayFailure(terminal, port.error, false);
    return serve(terminal, values, port.value);
  },
};
