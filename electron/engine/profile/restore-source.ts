import { err, ok, type Result } from '#shared/std/index.ts';
import { failure, type CommandRequest, type ProtocolError } from '#shared/protocol/index.ts';
import type { ProfileSecrets, SpaceKey } from '../keys/index.ts';
import { kitObjectId, openKit, type PhraseKeys, type RecoveryKit } from '../recovery/index.ts';
import { fetchObjects, readRelayUrl } from '../transports/index.ts';
import { fillFromBackup, readBackupStart, unlockBackup } from './backup-reading.ts';
import type { Live } from './live.ts';
import { awaited } from './fetching.ts';
import type { ProfileState } from './state.ts';
import type { TypedPhrase } from './typed-phrase.ts';

/** Who signs for the new device, and what is known before anything was fetched. */
export interface RestoreSource {
  readonly from: 'relay' | 'teammate' | 'backup';
  /** Secrets of a device of the person that is still in the team: the phrase, or the one that wrote the backup. */
  readonly secrets: ProfileSecrets;
  /** Keys to learn once the entries are here. */
  readonly keys: readonly SpaceKey[];
  readonly relayUrls: readonly string[];
  readonly address: string | undefined;
  /** Puts a backup's entries into the ledger; returns once all are durable. */
  readonly fill?: (live: Live) => Promise<Result<void, ProtocolError>>;
}

/** Finds out who signs: opens the kit that lies with a relay or a teammate, or a backup file. */
export const restoreSource = async (
  profile: ProfileState,
  request: CommandRequest<'recovery.restore'>,
  typed: TypedPhrase,
): Promise<Result<RestoreSource, ProtocolError>> => {
  const { keys, code } = typed;
  if (request.file !== undefined && request.file !== '') return sourceInFile(profile, request, request.file, keys);
  if (keys === undefined) return err(failure('invalid', 'Type the 24 words of your recovery phrase.', 'phrase'));
  const urls: string[] = [];
  for (const url of [...request.relayUrls, ...(code?.relayUrls ?? [])]) {
    const read = readRelayUrl(url);
    if (!read.ok) return err(failure('invalid', read.error, 'relayUrls'));
    urls.push(read.value);
  }
  const relayUrls = [...new Set(urls)];
  const { address } = request;
  const kit =
    address === undefined
      ? await kitFromRelays(profile, relayUrls, keys)
      : await kitFromTeammate(profile, address, typed, keys);
  if (!kit.ok) return kit;
  return ok({
    from: address === undefined ? 'relay' : 'teammate',
    secrets: secretsOf(kit.value, keys),
    keys: kit.value.keys,
    relayUrls: [...new Set([...relayUrls, ...kit.value.relayUrls])],
    address,
  });
};

/**
 * A backup brings entries, secrets and who may sign: the phrase, if its words were given, else the machine that wrote it.
 * Only to sign one act in a log of its own, see `restore`.
 */
const sourceInFile = async (
  profile: ProfileState,
  request: CommandRequest<'recovery.restore'>,
  file: string,
  phrase: PhraseKeys | undefined,
): Promise<Result<RestoreSource, ProtocolError>> => {
  const unlocked = await unlockBackup(file, { phraseBox: phrase?.device.box, passphrase: request.passphrase });
  if (!unlocked.ok) return unlocked;
  const keys = unlocked.value;
  const start = await readBackupStart(profile, file, keys, phrase?.kitKey);
  if (!start.ok) return start;
  const { secrets, relayUrls, kit } = start.value;
  return ok({
    from: 'backup',
    secrets:
      phrase === undefined
        ? { ...secrets, logs: [] }
        : { ...secrets, logs: [], deviceSecret: phrase.device.secret, grants: kit?.grants ?? [] },
    keys: [],
    relayUrls: [...new Set([...request.relayUrls, ...relayUrls])],
    address: request.address,
    fill: (live) => fillFromBackup(profile, live, file, keys),
  });
};

/** The phrase as the device it is. Its logs are nowhere: it starts one of its own whenever somebody restores. */
const secretsOf = (kit: RecoveryKit, keys: PhraseKeys): ProfileSecrets => ({
  teamRoot: kit.teamRoot,
  deviceSecret: keys.device.secret,
  personSecret: kit.personSecret,
  generations: kit.generations,
  logs: [],
  keys: [],
  grants: kit.grants,
  lanKey: kit.lanKey,
});

const kitFromRelays = async (
  profile: ProfileState,
  urls: readonly string[],
  keys: PhraseKeys,
): Promise<Result<RecoveryKit, ProtocolError>> => {
  if (urls.length === 0)
    return err(
      failure(
        'unreachable',
        'Enter the address of your team’s relay, or of a teammate’s machine, or choose a backup file.',
        'relayUrls',
      ),
    );
  if (!profile.networkOn)
    return err(failure('unreachable', 'The network is switched off for this run of Meridian.', 'relayUrls'));
  let trouble: ProtocolError | undefined;
  for (const url of urls) {
    const found = await fetchObjects(url, kitObjectId(keys.kitKey), profile.timers);
    if (!found.ok) {
      trouble ??= failure('unreachable', found.error, 'relayUrls');
      continue;
    }
    const opened = found.value.map((bytes) => openKit(bytes, keys.kitKey));
    const good = opened.find((one) => one.ok);
    if (good?.ok === true) return good;
    const [bad] = opened;
    trouble =
      bad?.ok === false
        ? failure('corrupt', bad.error.sentence, 'phrase')
        : failure(
            'not-found',
            'This relay has nothing for these words. Compare them with your sheet; perhaps they were replaced by a newer phrase, or your team uses another relay.',
            'phrase',
          );
  }
  return err(trouble ?? failure('unreachable', 'No relay answered.', 'relayUrls'));
};

/** The kit off a teammate's machine, which carries it without being able to open it. */
const kitFromTeammate = async (
  profile: ProfileState,
  address: string,
  { code }: TypedPhrase,
  keys: PhraseKeys,
): Promise<Result<RecoveryKit, ProtocolError>> => {
  if (code === undefined)
    return err(
      failure(
        'invalid',
        'Over the local network the words alone do not find your team. Paste the whole recovery sheet, with the code at its end.',
        'phrase',
      ),
    );
  // Who this person is stands in the kit: until it is here, somebody has to be named.
  const nobody = profile.random.bytes(32);
  const { teamRoot, grants, lanKey } = code;
  const scout = profile.revive(
    {
      teamRoot,
      grants,
      lanKey,
      deviceSecret: keys.device.secret,
      personSecret: nobody,
      generations: [],
      logs: [],
      keys: [],
    },
    () => false,
  );
  try {
    const dialled = await scout.network.connectLan(address);
    if (dialled !== undefined) return err(failure('unreachable', dialled, 'address'));
    const id = kitObjectId(keys.kitKey);
    const held = (): Uint8Array | null | undefined => scout.network.objects.get(id)?.bytes;
    await awaited(profile, scout, () => held() instanceof Uint8Array || scout.network.synced());
    const bytes = held();
    if (!(bytes instanceof Uint8Array))
      return err(
        failure(
          'not-found',
          'This teammate’s machine has nothing for these words. Try another teammate, a relay or a backup file.',
          'address',
        ),
      );
    const kit = openKit(bytes, keys.kitKey);
    return kit.ok ? kit : err(failure('corrupt', kit.error.sentence, 'phrase'));
  } finally {
    await scout.close();
  }
};
