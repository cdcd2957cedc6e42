import { parseArgs } from 'node:util';
import { err, fromText, ok } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';

export interface RelayOptions {
  readonly host: string;
  readonly port: number;
  /** File of the relay's data. */
  readonly data: string;
  /** Bytes of one team. */
  readonly teamBytes: number;
  readonly allow: readonly Uint8Array[] | undefined;
  readonly origins: readonly string[];
  readonly trustProxy: boolean;
  readonly json: boolean;
}

export const helpText = `Meridian relay: stores and forwards encrypted updates of teams. It can read none of them.

Usage: npm run relay -- [options]

  --port N          port to listen on (default 8787; 0 takes a free one)        MERIDIAN_RELAY_PORT
  --host ADDRESS    address to listen on (default 0.0.0.0)                      MERIDIAN_RELAY_HOST
  --data FILE       the one file that holds everything (default relay.sqlite)   MERIDIAN_RELAY_DATA
  --quota-mb N      space of one team in megabytes (default 2048)               MERIDIAN_RELAY_QUOTA_MB
  --allow TEAM      serve only this team; may be repeated (default: any team)   MERIDIAN_RELAY_ALLOW
  --origin URL      address that devices connect to, for example
                    wss://relay.example; may be repeated                        MERIDIAN_RELAY_ORIGIN
                    Without it only ws:// with an IP address of this machine,
                    or localhost on it, works, and nothing behind a proxy.
  --trust-proxy     behind a proxy: take addresses from X-Forwarded-For         MERIDIAN_RELAY_TRUST_PROXY=1
  --json            print machine-readable lines
  --help            show this text

A team's id is shown under Data and trust. Health: GET /health. Stop with Ctrl-C or SIGTERM.
Back up by copying the file while the relay is stopped, or with: sqlite3 relay.sqlite ".backup copy.sqlite"
`;

const whole = (text: string, most: number): number | undefined => {
  const value = Number(text);
  return /^\d+$/.test(text) && value <= most ? value : undefined;
};

const list = (flags: readonly string[] | undefined, variable: string | undefined): readonly string[] =>
  flags ?? (variable ? variable.split(',').map((part) => part.trim()) : []);

type Environment = Readonly<Record<string, string | undefined>>;

/** Options from flags, then environment, then defaults. The error is a sentence; `help` asks for the help text. */
export const readOptions = (args: readonly string[], env: Environment): Result<RelayOptions | 'help', string> => {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        'quota-mb': { type: 'string' },
        allow: { type: 'string', multiple: true },
        origin: { type: 'string', multiple: true },
        'trust-proxy': { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (cause) {
    return err(cause instanceof Error ? cause.message : String(cause));
  }
  if (values.help) return ok('help');
  const port = whole(values.port ?? env['MERIDIAN_RELAY_PORT'] ?? '8787', 65_535);
  if (port === undefined) return err('The port must be a number from 0 to 65535.');
  const quota = whole(values['quota-mb'] ?? env['MERIDIAN_RELAY_QUOTA_MB'] ?? '2048', 1_000_000);
  if (!quota) return err('The quota must be a number of megabytes, 1 or more.');
  const teams = list(values.allow, env['MERIDIAN_RELAY_ALLOW']);
  const allow: Uint8Array[] = [];
  for (const team of teams) {
    const root = fromText(team);
    if (root?.length !== 32)
      return err(`"${team}" is not a team id. It has 43 characters and is shown under Data and trust.`);
    allow.push(root);
  }
  const origins = list(values.origin, env['MERIDIAN_RELAY_ORIGIN']);
  for (const origin of origins)
    if (!/^wss?:$/.test(URL.parse(origin)?.protocol ?? ''))
      return err(`"${origin}" is not an address that starts with ws:// or wss://.`);
  return ok({
    host: values.host ?? env['MERIDIAN_RELAY_HOST'] ?? '0.0.0.0',
    port,
    data: values.data ?? env['MERIDIAN_RELAY_DATA'] ?? 'relay.sqlite',
    teamBytes: quota * 1024 * 1024,
    allow: allow.length > 0 ? allow : undefined,
    origins,
    trustProxy: values['trust-proxy'] ?? env['MERIDIAN_RELAY_TRUST_PROXY'] === '1',
    json: values.json ?? false,
  });
};
