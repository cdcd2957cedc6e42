import { connectPort } from '#shared/protocol/index.ts';
import type { EngineClient, ProtocolError } from '#shared/protocol/index.ts';
import { err, ok } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import { isDesktop, openDesktop } from './desktop.ts';
import { openLoopback } from './loopback.ts';

/** Opens one connection to the engine, whichever host this window has: Electron's main process or the loopback server. */
export const openEngine = async (page: Window): Promise<Result<EngineClient, ProtocolError>> => {
  const port = await (isDesktop(page) ? openDesktop(page) : openLoopback(page));
  if (!port.ok) return port;
  const client = connectPort(port.value);
  const ready = await client.ready;
  if (ready.ok) return ok(client);
  client.close();
  return err(ready.error);
};
