import { equalBytes, err, ok, toText, type Result } from '#shared/std/index.ts';
import {
  failure,
  type CommandRequest,
  type CommandResult,
  type PairingAnswerView,
  type ProtocolError,
} from '#shared/protocol/index.ts';
import { deviceKeys, type DeviceKeys, type ProfileSecrets } from '../../keys/index.ts';
import {
  answerId,
  bundleId,
  openBundle,
  pairedGrants,
  parseCode,
  pairingKeys,
  sealAnswer,
} from '../../pairing/index.ts';
import type { PairingBundle, PairingCode } from '../../pairing/index.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { needNoTeam, wipe } from '../guards.ts';
import type { Live } from '../live.ts';
import { openRecords } from '../opening.ts';
import { addRelays } from '../relay-commands.ts';
import type { ProfileState } from '../state.ts';
import { createDeviceNames } from './names.ts';

const pollMs = 80;
/** After the code has run out a confirmation may still be on its way. */
const graceMs = 2 * 60_000;
/** How long the team's records may take to arrive once the secrets are here without any sign of progress. */
const patienceMs = 60_000;

const lost = (sentence: string): Result<never, string> => err(sentence);

/**
 * Makes this empty profile one more device of a person: answers the code with public keys, waits until the person has
 * compared fingerprints on the other device, opens what was sealed to this device, and takes its place in the team.
 * Returns when the answer is on its way. Until the last step this profile holds nothing it would keep.
 */
export const joinAccount = (
  profile: ProfileState,
  request: CommandRequest<'device.join'>,
): Result<CommandResult<'device.join'>, ProtocolError> => {
  const free = needNoTeam(profile);
  if (!free.ok) return free;
  const parsed = parseCode(request.code);
  if (!parsed.ok) return err(failure('invitation-invalid', parsed.error.sentence, 'code'));
  const code = parsed.value;
  if (code.expiresAt <= profile.clock.now()) {
    return err(
      failure(
        'invitation-expired',
        'This pairing code has run out, or the clock of this machine is wrong. Make a new code on your other machine.',
        'code',
      ),
    );
  }
  const addresses = [...(request.address === undefined ? [] : [request.address]), ...code.addresses];
  if (code.relayUrls.length + addresses.length === 0)
    return err(failure('unreachable', 'This code names no way to your other machine. Enter its address.', 'address'));
  const secret = profile.random.bytes(32);
  const device = deviceKeys(secret);
  const fingerprint = fingerprintOf(device.id);
  const { pairing: desk } = profile;
  let open = true;
  const say = (state: PairingAnswerView['state'], sentence: string): void => {
    desk.answering = { state, fingerprint, expiresAt: code.expiresAt, teamName: code.teamName, sentence };
    profile.touchLocal();
  };
  desk.giveUp = () => {
    open = false;
  };
  profile.setJoining('Waiting for your other machine.');
  say('connecting', 'Looking for your other machine.');

  const attempt = createAttempt(profile, code, device, secret, request.name, () => open, say);
  const finish = async (): Promise<void> => {
    const done = await attempt(addresses);
    if (done.ok) {
      desk.answering = null;
      profile.setLive(done.value);
    } else {
      wipe(profile);
      if (open) say('failed', done.error);
      else desk.answering = null;
    }
    profile.setJoining(null);
    profile.touchAll();
  };
  desk.joining = finish().catch((cause: unknown) => {
    profile.log.warn('this machine could not be added to an account', {
      reason: cause instanceof Error ? cause.message : String(cause),
    });
    say('failed', 'Something went wrong on this machine. Nothing was kept; try again with a new code.');
    profile.setJoining(null);
  });
  return ok({ deviceId: toText(device.id), fingerprint, expiresAt: code.expiresAt });
};

export const cancelJoining = (profile: ProfileState): Result<Record<string, never>, ProtocolError> => {
  profile.pairing.giveUp();
  if (profile.pairing.answering?.state === 'failed') profile.pairing.answering = null;
  profile.touchLocal();
  return ok({});
};

const createAttempt = (
  profile: ProfileState,
  code: PairingCode,
  device: DeviceKeys,
  deviceSecret: Uint8Array,
  name: string,
  isOpen: () => boolean,
  say: (state: PairingAnswerView['state'], sentence: string) => void,
) => {
  const { random, clock, timers } = profile;
  const pair = pairingKeys(code.secret).sign.publicKey;
  const [answerAt, bundleAt] = [answerId(pair), bundleId(pair)];
  const secretsWith = (bundle: Partial<PairingBundle>): ProfileSecrets => ({
    teamRoot: code.teamRoot,
    deviceSecret,
    // Before the bundle is here this device is nobody yet; what it opens with this secret is nothing.
    personSecret: bundle.personSecret ?? random.bytes(32),
    generations: bundle.generations ?? [],
    logs: [],
    keys: [],
    grants: bundle.grants === undefined || bundle.grants.length === 0 ? pairedGrants(code, device) : bundle.grants,
    lanKey: bundle.lanKey ?? code.lanKey,
  });
  const until = async (there: () => boolean, goOn: () => boolean): Promise<boolean> => {
    while (isOpen() && goOn()) {
      if (there()) return true;
      await new Promise<void>((resolve) => void timers.after(pollMs, resolve));
    }
    return there();
  };
  const connect = (live: Live, addresses: readonly string[]): Result<void, string> => {
    const relays = addRelays(profile, live, code.relayUrls);
    if (!relays.ok) return lost(relays.error.sentence);
    for (const address of addresses) {
      live.network.connectLan(address).then(
        (fault) => {
          if (fault !== undefined) profile.log.info('the other machine did not answer at an address', { fault });
        },
        (cause: unknown) => profile.log.warn('an address could not be dialled', { reason: String(cause) }),
      );
    }
    return ok(undefined);
  };

  /** Publishes the answer and waits for what the other device seals to this one. */
  const ask = async (live: Live): Promise<Result<PairingBundle, string>> => {
    const { network } = live;
    const mine = sealAnswer(code, device, name, random);
    // Of two answers the higher version stays, so at least one of two machines sees that it is not alone.
    const [high = 0, low = 0] = random.bytes(2);
    network.putObject({ id: answerAt, version: 2 + high * 256 + low, bytes: mine });
    const answer = (): Uint8Array | null | undefined => network.objects.get(answerAt)?.bytes;
    const rival = (): boolean => {
      const now = answer();
      return now instanceof Uint8Array && !equalBytes(now, mine);
    };
    const bundle = (): Uint8Array | undefined => network.objects.get(bundleAt)?.bytes ?? undefined;
    const declined = (): boolean => answer() === null && bundle() === undefined && network.synced();
    let told = false;
    const settled = (): boolean => {
      if (!told && network.synced()) {
        told = true;
        say('waiting', 'Waiting for you to confirm on your other machine.');
      }
      return rival() || bundle() !== undefined || network.refusal() !== undefined || declined();
    };
    await until(settled, () => clock.now() < code.expiresAt + graceMs);
    const sealed = bundle();
    if (rival() && sealed === undefined)
      return lost(
        'Another machine answered the same code. If that was not you, somebody has seen it. Make a new code and give it to nobody.',
      );
    if (sealed === undefined) {
      const refusal = network.refusal();
      if (refusal?.used === true)
        return lost('Another machine has used this code already. Make a new one, and give it to nobody.');
      if (refusal !== undefined) return lost(refusal.sentence);
      if (declined()) return lost('The other machine ended the pairing. Make a new code there and try again.');
      return lost(
        told
          ? 'Nobody confirmed on your other machine before the code ran out. Make a new code and try again.'
          : `Your other machine could not be reached: ${network.trouble()}`,
      );
    }
    const opened = openBundle(code, device, sealed);
    if (!opened.ok) return lost(opened.error.sentence);
    say('opening', 'Fetching your records.');
    await until(
      () => network.synced(),
      () => clock.now() < code.expiresAt + graceMs,
    );
    return opened;
  };

  /** Becomes the device: opens what has come so far, waits for its own place in the team, and keeps everything. */
  const settle = async (bundle: PairingBundle, addresses: readonly string[]): Promise<Result<Live, string>> => {
    let kept = false;
    const live = profile.revive(secretsWith(bundle), () => kept);
    const { ledger, network } = live;
    const opened = await openRecords(ledger, bundle.keys, {
      say: (sentence) => say('opening', sentence),
      breathe: profile.breathe,
    });
    // What is sealed to this person or device is not opened by a key of the bundle.
    const learned = !opened.ok
      ? opened
      : ledger.transact('received', () => {
          ledger.process(ledger.entries.inState('locked').map((row) => row.id));
          return ok(undefined);
        });
    if (!learned.ok) {
      await live.close();
      return lost(learned.error.sentence);
    }
    const connected = connect(live, addresses);
    const deadline = clock.now() + patienceMs;
    const isIn = (): boolean => ledger.graph.now().devices.get(ledger.me.deviceId)?.state === 'active';
    const there = connected.ok && (await until(isIn, () => clock.now() < deadline));
    if (!there || !isOpen()) {
      await live.close();
      return lost('The confirmation of your other machine did not arrive. Make a new code and try again.');
    }
    const stored = ledger.transact('local', () => {
      kept = true;
      live.keep();
      createDeviceNames(profile.local).say(ledger.me.deviceId, name, clock.now());
      return ok(undefined);
    });
    if (!stored.ok) {
      await live.close();
      return lost(stored.error.sentence);
    }
    for (const id of [answerAt, bundleAt]) {
      const held = network.objects.get(id);
      network.putObject({ id, version: (held?.version ?? 0) + 1, bytes: null });
    }
    return ok(live);
  };

  return async (addresses: readonly string[]): Promise<Result<Live, string>> => {
    const asking = profile.revive(secretsWith({}), () => false);
    const connected = connect(asking, addresses);
    const bundle = connected.ok ? await ask(asking) : connected;
    await asking.close();
    return bundle.ok && isOpen() ? settle(bundle.value, addresses) : bundle.ok ? lost('Cancelled.') : bundle;
  };
};
