import { equalBytes } from '#shared/std/index.ts';
import { encodeKit, kitObjectId, openKit, sealKit, type RecoveryKit } from '../recovery/index.ts';
import { bestChainTo } from './grant-chain.ts';
import { teamName } from './invitation-commands.ts';
import { keptPhrase, phraseDevices, type KeptPhrase } from './kept-phrase.ts';
import type { Live } from './live.ts';
import { knownRelays } from './relay-commands.ts';
import type { ProfileState } from './state.ts';

const kitOf = (profile: ProfileState, { ledger }: Live, kept: KeptPhrase): RecoveryKit => {
  const secrets = ledger.secrets();
  const common = [ledger.space.members, ledger.space.team];
  return {
    teamRoot: ledger.teamRoot,
    teamName: teamName(ledger).slice(0, 200),
    personSecret: secrets.personSecret,
    generations: secrets.generations,
    keys: secrets.keys.filter((key) => common.some((space) => equalBytes(space, key.spaceId))),
    grants: bestChainTo(ledger, kept.grants, kept.deviceId),
    lanKey: secrets.lanKey,
    relayUrls: knownRelays(profile),
  };
};

const newest = Number.MAX_SAFE_INTEGER;

/**
 * Puts the kit of the phrase beside the log if what lies there is not what it should be: after a rotation, another relay
 * or a better grant, and also where somebody else has overwritten it. Says whether it lies there now.
 */
export const renewKit = (profile: ProfileState, live: Live): boolean => {
  const kept = keptPhrase(profile.vault);
  if (kept === undefined) return false;
  const device = phraseDevices(live.ledger).find((one) => equalBytes(one.sign, kept.deviceId));
  if (device === undefined) return false;
  const id = kitObjectId(kept.kitKey);
  const wanted = encodeKit(kitOf(profile, live, kept));
  const held = live.network.objects.get(id);
  const lies = held?.bytes == null ? undefined : openKit(held.bytes, kept.kitKey);
  if (lies?.ok === true && equalBytes(encodeKit(lies.value), wanted)) return true;
  const version = Math.min(newest, Math.max(profile.clock.now(), (held?.version ?? 0) + 1));
  return live.network.putObject({ id, version, bytes: sealKit(wanted, kept.kitKey, profile.random) });
};

/** Whether the kit of this machine's phrase lies beside the log. */
export const kitLies = (profile: ProfileState, { network }: Live): boolean => {
  const kept = keptPhrase(profile.vault);
  const held = kept === undefined ? undefined : network.objects.get(kitObjectId(kept.kitKey));
  return kept !== undefined && held?.bytes != null && openKit(held.bytes, kept.kitKey).ok;
};
