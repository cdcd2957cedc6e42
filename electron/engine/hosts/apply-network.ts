import type { EngineApi, ProtocolError } from '#shared/protocol/index.ts';
import { err, ok, type Result } from '#shared/std/index.ts';

export interface NetworkWishes {
  readonly relays: readonly string[];
  /** Meet teammates on the local network; false leaves the profile's own setting. */
  readonly lan: boolean;
}

/**
 * Applies what was asked for when the host was started. A profile without a team has nothing to connect for, so this
 * waits until it has one: relays named before the team is made are then in its invitations too.
 *
 * @param onRefused told when the engine does not take one of them
 * @returns ends the waiting
 */
export const applyNetwork = (
  engine: EngineApi,
  { relays, lan }: NetworkWishes,
  onRefused: (error: ProtocolError) => void,
): (() => void) => {
  if (relays.length === 0 && !lan) return () => {};
  let applied = false;
  const apply = async (): Promise<Result<null, ProtocolError>> => {
    for (const url of relays) {
      const added = await engine.run('relay.add', { url });
      if (!added.ok) return err(added.error);
    }
    if (!lan) return ok(null);
    const set = await engine.run('lan.set', { enabled: true });
    return set.ok ? ok(null) : err(set.error);
  };
  return engine.watch('session', {}, (session) => {
    if (applied || !session.ok || session.value.state !== 'ready') return;
    applied = true;
    void apply().then((result) => {
      if (!result.ok) onRefused(result.error);
    });
  });
};
