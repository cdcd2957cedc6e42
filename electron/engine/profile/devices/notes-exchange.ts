import { equalBytes, fromText, type Clock, type Log, type Random, type Timers } from '#shared/std/index.ts';
import type { Epoch } from '../../entry/index.ts';
import { writeFault, type LocalTables } from '../../store/index.ts';
import type { Live } from '../live.ts';
import { createDeviceNames } from './names.ts';
import { notesId, openNotes, sealNotes } from './notes.ts';

/** Pause after the last keystroke before a draft is handed to the other devices. */
const pauseMs = 1_500;

export interface NotesExchangeDeps {
  readonly live: Live;
  readonly local: LocalTables;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly log: Log;
  /** A draft or a name came from another device. */
  readonly onNews: () => void;
}

/**
 * Lets drafts and device names follow their person: each device leaves one sealed object beside the log, under the
 * current key of `self`, and takes over what is newer in those of the person's other devices. A device that was shut
 * out neither reads the new ones (the key has changed) nor is it listened to.
 */
export const createNotesExchange = ({ live, local, clock, timers, random, log, onNews }: NotesExchangeDeps) => {
  const { ledger, network } = live;
  const names = createDeviceNames(local);
  let open = true;
  let cancel: (() => void) | undefined;

  const isMine = (deviceId: string): boolean => {
    const device = ledger.graph.now().devices.get(deviceId);
    return device?.personId === ledger.me.personId && device.state === 'active';
  };
  const myDevices = () =>
    [...ledger.graph.now().devices.values()].filter(({ personId }) => personId === ledger.me.personId);
  const hasOthers = (): boolean =>
    myDevices().some(({ deviceId, state }) => deviceId !== ledger.me.deviceId && state === 'active');

  const take = (id: Uint8Array, bytes: Uint8Array | null): void => {
    if (bytes === null) return;
    const notes = openNotes(id, bytes, ledger.keyring.epochs(ledger.space.self));
    if (notes === undefined || notes.deviceId === ledger.me.deviceId) return;
    if (!isMine(notes.deviceId)) {
      // Of a device that is out, perhaps still on its way when that was decided: to be taken away.
      plan();
      return;
    }
    const newNames = [...notes.names].filter(([deviceId, { name, at }]) => names.set(deviceId, name, at));
    const newDrafts = notes.drafts.filter((draft) => local.mergeDraft(draft));
    if (newNames.length + newDrafts.length > 0) onNews();
  };

  const publish = (): void => {
    // Undefined while a device that is out still holds every key of `self`; the next change of keys plans it anew.
    const epoch = ledger.epochs.writing(ledger.space.self);
    if (!open || epoch === undefined || !isMine(ledger.me.deviceId)) return;
    const id = notesId(epoch.key, ledger.device.id);
    const shared = hasOthers();
    if (shared) {
      const version = Math.max(clock.now(), (network.objects.get(id)?.version ?? 0) + 1);
      const bytes = sealNotes(ledger.device, { names: names.all(), drafts: local.drafts() }, epoch, random);
      network.putObject({ id, version, bytes });
    }
    takeAway(epoch, shared);
  };

  /**
   * What lies under keys that are out of use may be read by a device that is out: it is taken away. So are the notes
   * which such a device left itself, since they repeat the drafts of the others.
   */
  const takeAway = (epoch: Epoch, shared: boolean): void => {
    const out = myDevices().filter(({ state }) => state !== 'active');
    const outIds = out.flatMap(({ deviceId }) => fromText(deviceId) ?? []);
    for (const known of ledger.keyring.epochs(ledger.space.self)) {
      const current = shared && equalBytes(known.id, epoch.id);
      for (const deviceId of current ? outIds : [ledger.device.id, ...outIds]) {
        const id = notesId(known.key, deviceId);
        const held = network.objects.get(id);
        if (held !== undefined && held.bytes !== null)
          network.putObject({ id, version: held.version + 1, bytes: null });
      }
    }
  };

  const plan = (): void => {
    cancel?.();
    cancel = timers.after(pauseMs, () => {
      cancel = undefined;
      try {
        publish();
      } catch (cause) {
        const fault = writeFault(cause);
        if (fault === undefined) throw cause;
        log.warn('drafts could not be handed to the other devices', { sentence: fault.sentence });
      }
    });
  };

  const readAll = (): void => {
    for (const { id } of network.objects.list()) take(id, network.objects.get(id)?.bytes ?? null);
  };

  const stopObjects = network.onObject(({ id, bytes }) => take(id, bytes));
  const stopCommits = ledger.onCommit((commit) => {
    if (!commit.members) return;
    // A device or a key is new: what could not be read or was nobody's business before may be now.
    readAll();
    plan();
  });
  readAll();
  plan();

  return {
    names,
    /** Something was saved or named here. */
    changed: plan,
    close: (): void => {
      open = false;
      cancel?.();
      stopObjects();
      stopCommits();
    },
  };
};

export type NotesExchange = ReturnType<typeof createNotesExchange>;
