import { equalBytes, err, ok, type Random, type Result } from '#shared/std/index.ts';
import { failure, type CommandRequest, type CommandResult, type ProtocolError } from '#shared/protocol/index.ts';
import { wipe } from '../crypto/index.ts';
import { devicePublic, recoveryLabel, signDevice } from '../members/index.ts';
import {
  formatSheetCode,
  kitObjectId,
  phraseKeys,
  phraseOf,
  phraseWords,
  recoverySheet,
  type PhraseKeys,
} from '../recovery/index.ts';
import { deviceAddOf, vouchFor } from './add-device.ts';
import { revokeDevice } from './devices/index.ts';
import { needTeam } from './guards.ts';
import { teamName } from './invitation-commands.ts';
import { keepPhrase, keptPhrase, phraseDevices } from './kept-phrase.ts';
import type { Live } from './live.ts';
import { knownRelays } from './relay-commands.ts';
import { renewKit } from './recovery-kit.ts';
import type { ProfileState } from './state.ts';

/** How many words are asked for again. */
const asked = 4;

/** A phrase that was shown and not yet confirmed. In memory only. */
interface Pending {
  readonly words: readonly string[];
  readonly entropy: Uint8Array;
  readonly ask: readonly number[];
  readonly grants: readonly Uint8Array[];
}

/** Different positions from 1, in order. */
const positions = (random: Random): readonly number[] => {
  const chosen = new Set<number>();
  while (chosen.size < asked) {
    const [byte = 0] = random.bytes(1);
    // 240 is the last multiple of 24 in a byte: above it, low positions would come up more often.
    if (byte < 240) chosen.add((byte % phraseWords) + 1);
  }
  return [...chosen].sort((a, b) => a - b);
};

/** Making, confirming and replacing the recovery phrase of this profile's person. */
export const createPhraseDesk = (profile: ProfileState) => {
  let pending: Pending | undefined;

  const forget = (): void => {
    if (pending !== undefined) wipe(pending.entropy);
    pending = undefined;
  };

  const begin = (): Result<CommandResult<'recovery.begin'>, ProtocolError> => {
    const live = needTeam(profile);
    if (!live.ok) return live;
    if (profile.local.state('sample') === 'yes')
      return err(failure('not-allowed', 'The sample team is not yours to restore. Make or join a team first.'));
    const { ledger } = live.value;
    if (ledger.graph.now().person(ledger.me.personId)?.state !== 'member')
      return err(
        failure('not-ready', 'An admin’s machine has to accept you first. That happens by itself when one is online.'),
      );
    forget();
    const entropy = profile.random.bytes(32);
    const words = phraseOf(entropy);
    const keys = phraseKeys(entropy);
    const grants = vouchFor(live.value, keys.device.id, profile.random);
    const relayUrls = knownRelays(profile).slice(0, 8);
    const code = formatSheetCode({
      teamRoot: ledger.teamRoot,
      relayUrls,
      lanKey: ledger.secrets().lanKey,
      grants,
    });
    const facts = {
      teamName: teamName(ledger),
      personName: ledger.graph.now().person(ledger.me.personId)?.name ?? '',
      relayUrls,
      date: new Date(profile.clock.now()).toISOString().slice(0, 10),
    };
    const ask = positions(profile.random);
    pending = { words, entropy, ask, grants };
    return ok({ words: [...words], sheet: recoverySheet(words, code, facts), ask: [...ask] });
  };

  const confirm = ({
    answers,
  }: CommandRequest<'recovery.confirm'>): Result<CommandResult<'recovery.confirm'>, ProtocolError> => {
    const live = needTeam(profile);
    if (!live.ok) return live;
    if (pending === undefined)
      return err(
        failure(
          'not-ready',
          'There is no phrase to confirm any more. Make a new one; the words shown before are void.',
        ),
      );
    const { words, ask } = pending;
    for (const position of ask) {
      const typed = answers
        .find((one) => one.position === position)
        ?.word.trim()
        .toLowerCase();
      if (typed !== words[position - 1])
        return err(
          failure(
            'invalid',
            `Word ${position} is not the one you were shown. Look at what you wrote down.`,
            `word.${position}`,
          ),
        );
    }
    const keys = phraseKeys(pending.entropy);
    const done = announce(live.value, keys, pending.grants);
    if (!done.ok) return done;
    forget();
    renewKit(profile, live.value);
    profile.local.setState('recovery_offer', 'done');
    profile.touchAll();
    return ok({});
  };

  /** The phrase's device into the team and the kit's key into the vault, in one transaction; then older phrases out. */
  const announce = (live: Live, keys: PhraseKeys, grants: readonly Uint8Array[]): Result<void, ProtocolError> => {
    const { ledger, network } = live;
    const before = keptPhrase(profile.vault);
    const old = phraseDevices(ledger);
    const what = {
      device: devicePublic(keys.device),
      deviceSignature: signDevice(ledger.teamRoot, ledger.person.id, keys.device),
      label: recoveryLabel,
    };
    const done = ledger.transact('local', () => {
      const written = ledger.writeAct(deviceAddOf(ledger, what, profile.random));
      if (!written.ok) return written;
      const refusal = ledger.graph.now().refusal(written.value);
      if (refusal !== undefined) return err(failure('not-allowed', refusal.sentence));
      keepPhrase(profile.vault, { deviceId: keys.device.id, kitKey: keys.kitKey, grants });
      return ok(undefined);
    });
    if (!done.ok) return done;
    // After the new one, never before it: whatever happens in between, there is a phrase that works.
    for (const one of old) {
      const revoked = revokeDevice(profile, { deviceId: one.deviceId });
      if (!revoked.ok) return revoked;
      live.revokeKey(one.sign);
    }
    if (before !== undefined && !equalBytes(before.kitKey, keys.kitKey)) {
      const id = kitObjectId(before.kitKey);
      network.putObject({ id, version: (network.objects.get(id)?.version ?? 0) + 1, bytes: null });
    }
    return ok(undefined);
  };

  const cancel = (): Result<Record<string, never>, ProtocolError> => {
    forget();
    return ok({});
  };

  return { begin, confirm, cancel };
};
