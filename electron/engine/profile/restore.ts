import { err, ok, toText, type Result } from '#shared/std/index.ts';
import { failure, type CommandRequest, type CommandResult, type ProtocolError } from '#shared/protocol/index.ts';
import { recoveryLabel } from '../members/index.ts';
import { encodeSecrets, type ProfileSecrets } from '../keys/index.ts';
import type { PhraseKeys } from '../recovery/index.ts';
import { needNoTeam, wipe } from './guards.ts';
import { keepPhrase } from './kept-phrase.ts';
import { secretsName, type Live } from './live.ts';
import { addRelays } from './relay-commands.ts';
import { addRestored, standingOf } from './restored-device.ts';
import { restoreSource, type RestoreSource } from './restore-source.ts';
import { settled } from './fetching.ts';
import { openRecords } from './opening.ts';
import type { ProfileState } from './state.ts';
import { readTyped } from './typed-phrase.ts';

/**
 * Makes this empty profile a new device of the person whose phrase or backup it is. It signs with a device that the team
 * knows (the phrase's, or the one that wrote the backup), in a log of its own that is used for this one act and then
 * forgotten: no chain of another machine is ever continued, so nothing can fork (FORMATS 4). Until that act is durable
 * the profile holds nothing it would keep.
 */
export const restore = async (
  profile: ProfileState,
  request: CommandRequest<'recovery.restore'>,
): Promise<Result<CommandResult<'recovery.restore'>, ProtocolError>> => {
  const free = needNoTeam(profile);
  if (!free.ok) return free;
  const typed = readTyped(request.phrase);
  if (!typed.ok) return typed;
  profile.setJoining('Looking for what was kept for you.');
  try {
    const source = await restoreSource(profile, request, typed.value);
    if (!source.ok) return source;
    const become = await becomeDevice(profile, source.value, typed.value.keys);
    if (!become.ok) {
      wipe(profile);
      return become;
    }
    return become;
  } finally {
    profile.setJoining(null);
    profile.touchAll();
  }
};

const becomeDevice = async (
  profile: ProfileState,
  source: RestoreSource,
  phrase: PhraseKeys | undefined,
): Promise<Result<CommandResult<'recovery.restore'>, ProtocolError>> => {
  const deviceSecret = profile.random.bytes(32);
  let written: ProfileSecrets | undefined;
  const signer = profile.revive({ ...source.secrets, logs: [] }, () => false);
  let alone: boolean;
  try {
    const gathered = await gather(profile, signer, source);
    if (!gathered.ok) return gathered;
    alone = gathered.value.alone;
    profile.setJoining('Making this machine a new device of yours.');
    const added = addSelf(profile, signer, deviceSecret, source, phrase);
    if (!added.ok) return added;
    written = added.value;
  } finally {
    await signer.close();
  }
  const live = profile.revive(written, () => true);
  profile.setLive(live);
  const relays = addRelays(profile, live, source.relayUrls);
  if (!relays.ok)
    profile.log.warn('A relay address found while restoring is not usable.', { sentence: relays.error.sentence });
  return ok({ teamId: toText(live.ledger.teamRoot), personId: live.ledger.me.personId, alone });
};

/** Everything the team has, from a relay, a teammate or a file, and what is newer from whoever can be reached. */
const gather = async (
  profile: ProfileState,
  live: Live,
  source: RestoreSource,
): Promise<Result<{ readonly alone: boolean }, ProtocolError>> => {
  const { ledger, network } = live;
  if (source.fill !== undefined) {
    profile.setJoining('Reading the backup.');
    const begun = ledger.transact('local', () => {
      ledger.firstSpaces();
      return ok(undefined);
    });
    if (!begun.ok) return begun;
    const filled = await source.fill(live);
    if (!filled.ok) return filled;
  }
  if (profile.networkOn) for (const url of source.relayUrls) network.addRelay(url);
  if (source.address !== undefined) {
    const dialled = await network.connectLan(source.address);
    if (dialled !== undefined) return err(failure('unreachable', dialled, 'address'));
  }
  const reach = (source.relayUrls.length > 0 && profile.networkOn) || source.address !== undefined;
  profile.setJoining('Fetching the team’s records.');
  const synced = reach && (await settled(profile, live));
  if (!synced && source.fill === undefined) {
    const refused = network.refusal();
    return err(
      refused === undefined
        ? failure(
            'unreachable',
            `The team’s records could not be fetched: ${network.trouble()} Try again with the same words.`,
          )
        : failure('not-allowed', `The relay does not let this phrase in any more: ${refused.sentence}`),
    );
  }
  profile.setJoining('Opening the team’s records.');
  const opened = await openRecords(ledger, source.keys, { say: profile.setJoining, breathe: profile.breathe });
  return opened.ok ? ok({ alone: !synced }) : opened;
};

/** The new device into the team and its secrets into the vault, in one transaction. */
const addSelf = (
  profile: ProfileState,
  signer: Live,
  deviceSecret: Uint8Array,
  source: RestoreSource,
  phrase: PhraseKeys | undefined,
): Result<ProfileSecrets, ProtocolError> => {
  const { ledger } = signer;
  const standing = standingOf(ledger);
  if (standing !== undefined) return err(standing);
  return ledger.transact('local', () => {
    const added = addRestored(signer, deviceSecret, profile.random);
    if (!added.ok) return added;
    const secrets = added.value;
    profile.vault.write(secretsName, encodeSecrets(secrets));
    const me = ledger.graph.now().devices.get(ledger.me.deviceId);
    if (phrase !== undefined && me?.label === recoveryLabel)
      keepPhrase(profile.vault, { deviceId: phrase.device.id, kitKey: phrase.kitKey, grants: source.secrets.grants });
    profile.local.setState('recovery_restored', JSON.stringify({ at: profile.clock.now(), from: source.from }));
    profile.local.setState('away_since', String(profile.clock.now()));
    return ok(secrets);
  });
};
