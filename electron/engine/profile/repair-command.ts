import type { CommandResult, ProtocolError } from '#shared/protocol/index.ts';
import { ok, toText, type Result } from '#shared/std/index.ts';
import { placeOf, repairProfile } from '../upkeep/index.ts';
import { needTeam } from './guards.ts';
import { knownRelays } from './relay-commands.ts';
import type { ProfileState } from './state.ts';

/** How long a repair waits for what it has asked others for, in milliseconds; it may come later too. */
const patienceMs = 10_000;
const pollMs = 100;

/** Repairs what can be repaired here, asks everybody who can be reached for the rest, and says what is left. */
export const repair = async (profile: ProfileState): Promise<Result<CommandResult<'repair.run'>, ProtocolError>> => {
  const live = needTeam(profile);
  if (!live.ok) return live;
  const { ledger, network } = live.value;
  const started = profile.clock.now();
  const repaired = repairProfile(ledger, profile.clock);
  if (!repaired.ok) return repaired;
  const wanted = repaired.value.holes.length;
  if (wanted > 0 && profile.networkOn) {
    // A conversation that is under way believes what it was told at its beginning.
    for (const url of knownRelays(profile)) {
      network.removeRelay(url);
      network.addRelay(url);
    }
    if (network.state().lan.enabled) {
      await network.setLan(false);
      await network.setLan(true);
    }
    for (let waited = 0; waited < patienceMs && ledger.holes.all().length > 0; waited += pollMs)
      await new Promise<void>((resolve) => void profile.timers.after(pollMs, resolve));
  }
  const own = new Set(ledger.logKeys.ids().map(toText));
  const left = ledger.holes.all().map((hole) => ({
    where: placeOf(hole),
    sentence: own.has(toText(hole.log))
      ? 'An entry that this device wrote is damaged here. It comes back if a teammate or a relay has it; otherwise what it said is lost.'
      : 'This entry is damaged here and comes back with the next sync with somebody who has it.',
  }));
  return ok({
    records: repaired.value.records,
    wanted,
    restored: wanted - left.length,
    left,
    ms: profile.clock.now() - started,
  });
};
