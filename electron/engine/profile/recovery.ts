import { fromText, ok, type Result } from '#shared/std/index.ts';
import type { CommandName, CommandRequest, CommandResult, ProtocolError, QueryResult } from '#shared/protocol/index.ts';
import { recoveryLabel } from '../members/index.ts';
import type { Ledger } from '../ledger/index.ts';
import { createDeviceNames } from './devices/index.ts';
import { createBackupDesk } from './backup.ts';
import { phraseDevices } from './kept-phrase.ts';
import type { Live } from './live.ts';
import { fingerprintOf } from './fingerprint.ts';
import { kitLies, renewKit } from './recovery-kit.ts';
import { createPhraseDesk } from './recovery-phrase.ts';
import { restore } from './restore.ts';
import type { ProfileState } from './state.ts';
import { checkTyped } from './typed-phrase.ts';

type RecoveryView = QueryResult<'recovery'>;

/** Keeps the kit of the phrase what it should be while a team is alive; returns how to stop. */
const keepKit = (profile: ProfileState, live: Live): (() => void) => {
  let open = true;
  let planned = false;
  const plan = (): void => {
    if (planned) return;
    planned = true;
    setImmediate(() => {
      planned = false;
      if (!open) return;
      try {
        renewKit(profile, live);
      } catch (cause) {
        profile.log.warn('the recovery kit could not be renewed', {
          reason: cause instanceof Error ? cause.message : String(cause),
        });
      }
    });
  };
  plan();
  const stop = live.ledger.onCommit((commit) => {
    if (commit.members || commit.kinds.has('team-settings')) plan();
  });
  return () => {
    open = false;
    stop();
  };
};

const phraseOf = (profile: ProfileState, live: Live): RecoveryView['phrase'] => {
  const [device] = phraseDevices(live.ledger);
  return device === undefined
    ? null
    : { setUpAt: device.addedAt, fingerprint: fingerprintOf(device.sign), kit: kitLies(profile, live) };
};

/** Other machines of this person that are still trusted: after a loss, one of them may be the lost one. */
const otherMachines = (profile: ProfileState, ledger: Ledger) => {
  const names = createDeviceNames(profile.local).all();
  return [...ledger.graph.now().devices.values()]
    .filter((one) => one.personId === ledger.me.personId && one.state === 'active')
    .filter((one) => one.deviceId !== ledger.me.deviceId && one.label !== recoveryLabel)
    .sort((a, b) => a.addedAt - b.addedAt)
    .map((one) => ({
      id: one.deviceId,
      name: names.get(one.deviceId)?.name ?? '',
      fingerprint: fingerprintOf(fromText(one.deviceId) ?? new Uint8Array(0)),
    }));
};

const restoredOf = (profile: ProfileState, { ledger }: Live): RecoveryView['restored'] => {
  const stored = profile.local.state('recovery_restored');
  if (stored === null || stored === '') return null;
  const { at, from } = JSON.parse(stored) as { at: number; from: 'relay' | 'teammate' | 'backup' };
  return { at, from, others: otherMachines(profile, ledger) };
};

/** The phrase's part of what the interface shows of recovery. */
const phraseView = (profile: ProfileState): Pick<RecoveryView, 'phrase' | 'offer' | 'restored'> => {
  const live = profile.live();
  if (live === null) return { phrase: null, offer: false, restored: null };
  const phrase = phraseOf(profile, live);
  const member = live.ledger.graph.now().person(live.ledger.me.personId);
  const here = member?.state === 'member' && profile.local.state('sample') !== 'yes';
  return {
    phrase,
    offer: here && phrase === null && profile.local.state('recovery_offer') === null,
    restored: restoredOf(profile, live),
  };
};

type RecoveryCommand = Extract<CommandName, `recovery.${string}` | `backup.${string}`>;

/** Everything of one profile on phrase, restoring and backups. */
export interface RecoveryArea {
  readonly commands: {
    readonly [N in RecoveryCommand]: (
      request: CommandRequest<N>,
    ) => Result<CommandResult<N>, ProtocolError> | Promise<Result<CommandResult<N>, ProtocolError>>;
  };
  readonly view: () => RecoveryView;
  /** For as long as a team is alive; returns how to stop. */
  readonly attend: (live: Live) => () => void;
  readonly start: () => void;
  readonly close: () => Promise<void>;
}

export const createRecovery = (profile: ProfileState): RecoveryArea => {
  const phrase = createPhraseDesk(profile);
  const backup = createBackupDesk(profile);
  return {
    commands: {
      'recovery.begin': phrase.begin,
      'recovery.confirm': phrase.confirm,
      'recovery.cancel': phrase.cancel,
      'recovery.dismiss': ({ card }) => {
        dismiss(profile, card);
        profile.touchLocal();
        return ok({});
      },
      'recovery.check': checkTyped,
      'recovery.restore': (request) => restore(profile, request),
      'backup.configure': backup.configure,
      'backup.run': backup.run,
      'backup.verify': backup.verify,
    },
    view: () => ({ ...phraseView(profile), backup: backup.view() }),
    attend: (live) => keepKit(profile, live),
    start: backup.start,
    close: backup.close,
  };
};

/** Puts a card of Today away for good. */
const dismiss = (profile: ProfileState, card: 'offer' | 'restored'): void =>
  profile.local.setState(
    card === 'offer' ? 'recovery_offer' : 'recovery_restored',
    card === 'offer' ? 'dismissed' : '',
  );
