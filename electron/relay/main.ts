import type { Log } from '#shared/std/index.ts';
import { helpText, readOptions } from './options.ts';
import { startRelay } from './start.ts';

const options = readOptions(process.argv.slice(2), process.env);

const say = (json: boolean, event: string, sentence: string, detail: Readonly<Record<string, unknown>> = {}): void => {
  process.stdout.write(json ? `${JSON.stringify({ event, ...detail })}\n` : `${sentence}\n`);
};

const originHint = (trustProxy: boolean): string =>
  trustProxy
    ? 'No device is let in through the proxy until the relay is started with --origin and the address that they connect to.'
    : 'Devices reach it by an IP address of this machine, or as localhost on it. For any other address start it with --origin and that address.';

if (!options.ok) {
  process.stderr.write(`${options.error}\nSee npm run relay -- --help\n`);
  process.exitCode = 2;
} else if (options.value === 'help') {
  process.stdout.write(helpText);
} else {
  const { json, host, data, origins, trustProxy } = options.value;
  const complain = (message: string): void => {
    process.stderr.write(`${message}\n`);
  };
  const log: Log = {
    info: () => undefined,
    warn: (message, detail) => complain(detail === undefined ? message : `${message} ${JSON.stringify(detail)}`),
  };
  try {
    const relay = await startRelay(options.value, log);
    const { port } = relay;
    say(json, 'started', `Meridian relay on ws://${host}:${port}, data in ${data}. Stop with Ctrl-C.`, {
      host,
      port,
      data,
      origins,
    });
    // Programs find the origins in the line before.
    if (origins.length === 0 && !json) process.stdout.write(`${originHint(trustProxy)}\n`);
    let stopping = false;
    const stop = (): void => {
      if (stopping) return;
      stopping = true;
      relay.stop().then(
        () => {
          say(json, 'stopped', 'Relay stopped. Everything it accepted is stored.');
          process.exit(0);
        },
        (cause: unknown) => {
          complain(`The relay could not stop cleanly: ${String(cause)}`);
          process.exit(1);
        },
      );
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    complain(`The relay cannot start: ${reason}`);
    process.exitCode = 3;
  }
}
