import { nodeProof } from '#engine/client/index.ts';
import {
  admitWindow,
  isCommandName,
  isQueryName,
  parseCommand,
  parseQuery,
  proveToEngine,
  servePort,
} from '#shared/protocol/index.ts';
import { readEngineMessage } from '#shared/protocol/messages.ts';
import { searchExpressions, searchWords } from '#engine/queries/search-expression.ts';
import { memoryPorts } from '#test/support/memory-ports.ts';
import { pocketEngine } from '#test/support/pocket-engine.ts';
import { requestSamples } from '../request-samples.ts';
import { accepted, readingOf, readingOrNothing, refused, type Reading, type Target } from '../target.ts';

const utf8 = new TextEncoder();
const bytesOf = (value: unknown): Uint8Array => utf8.encode(JSON.stringify(value));
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** What arrives on a port has been JSON or a structured clone: what is no JSON never reaches the reader. */
const jsonOf = (bytes: Uint8Array): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(textOf(bytes)) as unknown };
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
};
const noJson = refused('It is no JSON.');

const requests = requestSamples();

const readRequest = (bytes: Uint8Array): Reading => {
  const json = jsonOf(bytes);
  if (json === undefined || typeof json.value !== 'object' || json.value === null) return noJson;
  const { name, params: given } = json.value as { readonly name?: unknown; readonly params?: unknown };
  if (typeof name !== 'string') return noJson;
  if (isCommandName(name)) return readingOf(parseCommand(name, given));
  if (isQueryName(name)) return readingOf(parseQuery(name, given));
  return refused('There is no such request.');
};

/** Messages of a window to an engine that has let it in; defects of the engine come out as warnings. */
const readWindow = async (bytes: Uint8Array): Promise<Reading> => {
  const json = jsonOf(bytes);
  if (json === undefined || !Array.isArray(json.value)) return noJson;
  const { engine } = pocketEngine();
  const [engineEnd, windowEnd] = memoryPorts();
  const defects: string[] = [];
  servePort(engineEnd, engine, {
    log: { info: () => undefined, warn: (text, detail) => defects.push(`${text} ${JSON.stringify(detail)}`) },
  });
  for (const message of json.value as readonly unknown[]) windowEnd.post(message ?? null);
  await new Promise((resolve) => setImmediate(resolve));
  windowEnd.close();
  // The stand-in throws for what it does not know, to show how the port answers then; anything else is the port's own.
  const failed = defects.find((text) => text.startsWith('A request failed inside') && !text.includes('a defect '));
  if (failed !== undefined) throw new Error(failed);
  return accepted(defects.length);
};

const context = { secret: 'x'.repeat(43), authority: '127.0.0.1:7433' };

/** The first messages on a loopback socket, to either side. Nobody may get in without the secret. */
const readKnock = async (bytes: Uint8Array): Promise<Reading> => {
  const json = jsonOf(bytes);
  if (json === undefined || !Array.isArray(json.value)) return noJson;
  for (const side of ['engine', 'window'] as const) {
    const [here, there] = memoryPorts();
    const outcome = side === 'engine' ? admitWindow(here, context, nodeProof) : proveToEngine(here, context, nodeProof);
    for (const message of json.value as readonly unknown[]) there.post(message ?? null);
    await new Promise((resolve) => setImmediate(resolve));
    there.close();
    if ((await outcome).ok) throw new Error('somebody without the secret was let in');
  }
  return refused('Nobody was let in.');
};

const hello = { type: 'hello', version: 1 };

export const protocolTargets: readonly Target[] = [
  {
    name: 'request',
    form: 'text',
    samples: () => requests.map(bytesOf),
    read: readRequest,
    bombs: () =>
      requests
        .slice(0, 8)
        .map(({ name }) => utf8.encode(`{"name":"${name}","params":${'['.repeat(5_000)}${']'.repeat(5_000)}}`)),
  },
  {
    name: 'window-messages',
    form: 'text',
    samples: () =>
      requests.map(({ name, params: given }, id) =>
        bytesOf([
          hello,
          { type: 'run', id, name, params: given },
          { type: 'watch', id: id + 1000, name, params: given },
          { type: 'unwatch', id: id + 1000 },
        ]),
      ),
    read: readWindow,
  },
  {
    name: 'engine-message',
    form: 'text',
    samples: () =>
      [
        { type: 'welcome', version: 1 },
        { type: 'done', id: 1, value: { id: 'x' } },
        { type: 'failed', id: 2, error: { code: 'invalid', sentence: 'No.', field: 'title' } },
        { type: 'value', id: 3, value: [] },
      ].map(bytesOf),
    read: (bytes) => {
      const json = jsonOf(bytes);
      return json === undefined ? noJson : readingOrNothing(readEngineMessage(json.value));
    },
  },
  {
    name: 'loopback-knock',
    form: 'text',
    samples: () => [
      bytesOf([
        { type: 'knock', nonce: 'n'.repeat(22) },
        { type: 'prove', proof: 'p'.repeat(43) },
      ]),
      bytesOf([{ type: 'answer', nonce: 'n'.repeat(22), proof: 'p'.repeat(43) }, { type: 'open' }]),
    ],
    read: readKnock,
  },
  {
    name: 'search-words',
    form: 'text',
    samples: () => ['release "quarterly" AND (x OR y*)', 'title:^a NEAR/2 b'].map((text) => utf8.encode(text)),
    read: (bytes) => accepted(searchExpressions(searchWords(textOf(bytes)), ['objective'])),
    bombs: () => [utf8.encode('a '.repeat(100_000)), utf8.encode('"'.repeat(200_000))],
  },
];
