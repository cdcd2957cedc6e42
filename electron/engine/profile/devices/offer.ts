import { err, ok, toText, type Result } from '#shared/std/index.ts';
import {
  failure,
  type CommandRequest,
  type CommandResult,
  type PairingOfferView,
  type ProtocolError,
} from '#shared/protocol/index.ts';
import { buildRevocation } from '#shared/sync/index.ts';
import { equalBytes } from '#shared/std/index.ts';
import { signBytes } from '../../crypto/index.ts';
import { membersSpaceId, teamSpaceId } from '../../keys/index.ts';
import {
  answerId,
  bundleId,
  codeLimits,
  formatCode,
  openAnswer,
  pairingKeys,
  sealBundle,
} from '../../pairing/index.ts';
import type { PairingAnswer, PairingCode } from '../../pairing/index.ts';
import { addDevice, pairGrant } from '../add-device.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { grantTo, mayGrant } from '../grant-chain.ts';
import { needTeam } from '../guards.ts';
import { teamName } from '../invitation-commands.ts';
import type { Live } from '../live.ts';
import { knownRelays } from '../relay-commands.ts';
import type { ProfileState } from '../state.ts';
import { leaveBundle } from './left-behind.ts';
import { createDeviceNames } from './names.ts';

/** How long a pairing code is good for. */
export const codeMs = 10 * 60_000;
/** How long the sealed secrets wait for the device they were sealed to, once they were handed over. */
export const bundleMs = 24 * 3_600_000;

type Nothing = Record<string, never>;

const codeOf = (profile: ProfileState, live: Live): PairingCode => {
  const { ledger, network } = live;
  const secret = profile.random.bytes(32);
  const { publicKey } = pairingKeys(secret).sign;
  return {
    teamRoot: ledger.teamRoot,
    personId: ledger.person.id,
    secret,
    expiresAt: profile.clock.now() + codeMs,
    relayUrls: knownRelays(profile).slice(0, codeLimits.relays),
    addresses: network
      .state()
      .lan.addresses.filter((address) => address.length <= codeLimits.address)
      .slice(0, codeLimits.addresses),
    lanKey: ledger.secrets().lanKey,
    teamName: teamName(ledger).slice(0, codeLimits.teamName),
    grants: [...live.grants(), pairGrant(live, publicKey)],
  };
};

/**
 * Opens a pairing code. Nothing secret of the person is in it or beside the log yet: a new device answers with its public
 * keys, the person compares fingerprints, and only then is anything sealed, to that device alone (decision 0012).
 */
export const beginPairing = (profile: ProfileState): Result<CommandResult<'device.pair.begin'>, ProtocolError> => {
  const found = needTeam(profile);
  if (!found.ok) return found;
  const live = found.value;
  const { ledger, network } = live;
  const { pairing: desk, clock, timers } = profile;
  const me = ledger.graph.now().person(ledger.me.personId);
  if (me?.state === 'provisional')
    return err(failure('not-ready', 'You are not accepted into the team yet. Add a machine as soon as you are.'));
  const code = codeOf(profile, live);
  if (code.relayUrls.length === 0 && code.addresses.length === 0) {
    return err(
      failure(
        'unreachable',
        'Another machine could not reach this one. Add a relay, or switch on the local network, and try again.',
      ),
    );
  }
  desk.endOffer();
  const keys = pairingKeys(code.secret).sign;
  const [answerAt, bundleAt] = [answerId(keys.publicKey), bundleId(keys.publicKey)];
  const answers = new Map<string, PairingAnswer>();
  const text = formatCode(code);
  const say = (state: PairingOfferView['state'], answer: PairingAnswer | undefined): void => {
    const deviceId = answer === undefined ? '' : toText(answer.device.sign);
    desk.offer = {
      state,
      code: state === 'waiting' ? text : '',
      expiresAt: code.expiresAt,
      answer:
        answer === undefined ? null : { deviceId, fingerprint: fingerprintOf(answer.device.sign), name: answer.name },
    };
    profile.touchLocal();
  };

  const drop = (id: Uint8Array): void => {
    const held = network.objects.get(id);
    if (held?.bytes !== null) network.putObject({ id, version: (held?.version ?? 0) + 1, bytes: null });
  };
  /** Nobody gets in with this code any more: not at relays that are connected now, nor at those that hear of it later. */
  const revoke = (): void => {
    const revocation = buildRevocation(
      { team: ledger.teamRoot, key: keys.publicKey, issuer: keys.publicKey },
      signBytes(keys),
    );
    live.tellRelays({ revocation, chain: code.grants });
  };
  const stops: (() => void)[] = [];
  const stop = (): void => {
    for (const one of stops.splice(0)) one();
    network.admitPairing(null);
    if (desk.endOffer === giveUp) desk.endOffer = () => undefined;
  };
  const giveUp = (): void => {
    stop();
    drop(answerAt);
    revoke();
    desk.offer = null;
    desk.confirm = undefined;
    profile.touchLocal();
  };

  const look = (bytes: Uint8Array | null): void => {
    if (bytes === null || desk.offer === null) return;
    const answer = openAnswer(code, bytes);
    if (!answer.ok) {
      profile.log.warn('an answer to a pairing code could not be read', { sentence: answer.error.sentence });
      return;
    }
    answers.set(toText(answer.value.device.sign), answer.value);
    // Two machines have the code: one of them is not this person's, and nobody can tell which.
    if (answers.size > 1) {
      giveUp();
      say('conflict', undefined);
    } else say('answered', answer.value);
  };

  desk.confirm = (deviceId) => {
    const answer = answers.get(deviceId);
    if (answers.size !== 1 || answer === undefined || desk.offer?.state !== 'answered')
      return err(failure('not-ready', 'No machine has answered with this code, or another one than you looked at.'));
    const mine = live.grants();
    const direct = mayGrant(ledger, mine) ? [...mine, grantTo(ledger, answer.device.sign, true)] : [];
    const added = addDevice(
      live,
      { device: answer.device, deviceSignature: answer.deviceSignature, label: '' },
      profile.random,
    );
    if (!added.ok) return added;
    const common = [membersSpaceId(ledger.teamRoot), teamSpaceId(ledger.teamRoot)];
    const isCommon = ({ spaceId }: { readonly spaceId: Uint8Array }): boolean =>
      common.some((space) => equalBytes(space, spaceId));
    const held = ledger.keyring.all();
    const sealed = sealBundle(
      {
        teamRoot: ledger.teamRoot,
        personSecret: ledger.person.secret,
        generations: ledger.secrets().generations,
        keys: [...held.filter(isCommon), ...held.filter((key) => !isCommon(key))],
        grants: direct,
        lanKey: code.lanKey,
        relayUrls: code.relayUrls,
      },
      answer.device.box,
      profile.random,
    );
    network.putObject({ id: bundleAt, version: 1, bytes: sealed });
    leaveBundle(profile, bundleAt, clock.now() + bundleMs);
    drop(answerAt);
    createDeviceNames(profile.local).say(deviceId, answer.name === '' ? 'New machine' : answer.name, clock.now());
    profile.shareNotes();
    stop();
    desk.confirm = undefined;
    say('sent', answer);
    // The new device takes the sealed secrets away as soon as it has them.
    const stopWatching = network.onObject(({ id, bytes }) => {
      if (bytes !== null || !equalBytes(id, bundleAt)) return;
      stopWatching();
      if (desk.offer?.answer?.deviceId === deviceId) say('done', answer);
    });
    return ok({});
  };

  desk.endOffer = giveUp;
  network.admitPairing(keys.publicKey);
  stops.push(
    network.onObject(({ id, bytes }) => {
      if (equalBytes(id, answerAt)) look(bytes);
    }),
    timers.after(codeMs, () => {
      giveUp();
      say('expired', undefined);
    }),
  );
  say('waiting', undefined);
  return ok({ code: text, expiresAt: code.expiresAt });
};

export const cancelPairing = (profile: ProfileState): Result<Nothing, ProtocolError> => {
  profile.pairing.endOffer();
  profile.pairing.offer = null;
  profile.touchLocal();
  return ok({});
};

export const confirmPairing = (
  profile: ProfileState,
  { deviceId }: CommandRequest<'device.pair.confirm'>,
): Result<Nothing, ProtocolError> => {
  const { confirm } = profile.pairing;
  return confirm === undefined
    ? err(failure('not-ready', 'No pairing is under way. Make a new code.'))
    : confirm(deviceId);
};
