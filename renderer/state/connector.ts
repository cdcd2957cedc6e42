import type { EngineClient, ProtocolError } from '#shared/protocol/index.ts';
import type { Result } from '#shared/std/index.ts';

/** Opens one connection to the engine; the window opens a new one whenever the last has ended. */
export interface Connector {
  readonly open: () => Promise<Result<EngineClient, ProtocolError>>;
}
