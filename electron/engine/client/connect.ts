import { WebSocket } from 'ws';
import {
  connectPort,
  failure,
  loopbackPath,
  proveToEngine,
  type EngineClient,
  type ProtocolError,
} from '#shared/protocol/index.ts';
import { err, type Result } from '#shared/std/index.ts';
import { nodeProof } from './proof.ts';
import { socketPort } from './socket-port.ts';

export interface MeridianAddress {
  /** As `meridian serve --json` prints it, such as `http://127.0.0.1:7433/`. */
  readonly url: string;
  /** The session's secret, printed beside it. */
  readonly token: string;
}

/** How long a running Meridian may take to answer, in milliseconds. */
const patience = 15_000;

const opened = (socket: WebSocket): Promise<boolean> =>
  new Promise((resolve) => {
    socket.once('open', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });

/** As `connectMeridian`, with the reason as a value. */
export const tryConnect = async ({ url, token }: MeridianAddress): Promise<Result<EngineClient, ProtocolError>> => {
  const base = URL.parse(url);
  if (base?.protocol !== 'http:') return err(failure('invalid', `"${url}" is not the address of a Meridian.`, 'url'));
  const authority = base.host;
  const socket = new WebSocket(`ws://${authority}${loopbackPath}`, {
    perMessageDeflate: false,
    handshakeTimeout: patience,
    maxPayload: 0,
  });
  const port = socketPort(socket);
  if (!(await opened(socket))) {
    return err(failure('unreachable', `No Meridian answers at ${url}. Is it still running?`, 'url'));
  }
  const timer = setTimeout(() => port.close(), patience);
  try {
    const proven = await proveToEngine(port, { secret: token, authority }, nodeProof);
    if (!proven.ok) return proven;
    const client = connectPort(proven.value);
    const ready = await client.ready;
    if (ready.ok) return { ok: true, value: client };
    client.close();
    return ready;
  } finally {
    clearTimeout(timer);
  }
};

/**
 * Connects to a running profile. The result runs commands and reads and watches queries exactly as a window does; when
 * the profile closes, every pending call ends with the failure `unavailable`.
 *
 * @throws Error with a sentence, and the failure `{ code, sentence }` as its `cause`, when nothing answers there, when
 *   the token is not that session's, or when the running Meridian speaks another version of the protocol
 */
export const connectMeridian = async (address: MeridianAddress): Promise<EngineClient> => {
  const connected = await tryConnect(address);
  if (connected.ok) return connected.value;
  throw new Error(connected.error.sentence, { cause: connected.error });
};
