import { failure, type CommandResult, type ProtocolError } from '#shared/protocol/index.ts';
import { err, ok, type Result } from '#shared/std/index.ts';
import { verifyUnlessStopped } from '../upkeep/index.ts';
import { needTeam } from './guards.ts';
import type { ProfileState } from './state.ts';

/** The check of every start, now. */
export const checkQuickly = async (
  profile: ProfileState,
): Promise<Result<CommandResult<'check.quick'>, ProtocolError>> => {
  const live = needTeam(profile);
  if (!live.ok) return live;
  const report = await profile.integrity.check();
  return report === null ? err(failure('unavailable', 'The check was interrupted. Nothing was changed.')) : ok(report);
};

/** The complete check, with its progress told and a way to stop it. One at a time. */
export const verify = async (profile: ProfileState): Promise<Result<CommandResult<'verify.run'>, ProtocolError>> => {
  const live = needTeam(profile);
  if (!live.ok) return live;
  const { ledger } = live.value;
  const { emptyStore, breathe, clock, random, integrity } = profile;
  if (!integrity.begin()) return err(failure('conflict', 'A check is running already.'));
  try {
    const report = await verifyUnlessStopped({
      ledger,
      secrets: ledger.secrets(),
      emptyStore,
      clock,
      random,
      breathe,
      progress: integrity.progress,
      cancelled: integrity.cancelled,
    });
    return report === null ? err(failure('conflict', 'The check was stopped. Nothing was changed.')) : ok(report);
  } finally {
    integrity.end();
  }
};
