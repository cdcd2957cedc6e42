import { failure, type EngineApi, type ProtocolError } from '#shared/protocol/index.ts';
import { err, ok, type Result } from '#shared/std/index.ts';

/** Fills an empty profile with the sample team; leaves one that holds it already as it is. */
export const fillWithSample = async (engine: EngineApi): Promise<Result<null, ProtocolError>> => {
  const session = await engine.read('session', {});
  if (!session.ok) return session;
  if (session.value.sample) return ok(null);
  if (session.value.state === 'locked')
    return err(failure('locked', 'The profile of the sample team is locked. Unlock it in its window.'));
  if (session.value.state !== 'empty') {
    return err(
      failure('conflict', 'This profile holds your own team. Choose another for the sample team with --profile DIR.'),
    );
  }
  const filled = await engine.run('team.sample', {});
  return filled.ok ? ok(null) : filled;
};
