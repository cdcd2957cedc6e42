import { compareBytes, fromText } from '#shared/std/index.ts';
import { hash } from '../crypto/index.ts';
import type { Ledger } from '../ledger/index.ts';

const firstMs = 400;
const stepMs = 600;
const longestMs = 60_000;

/**
 * How long this device waits before it does something that any of several devices may do: all of them sort the candidates
 * in one order that differs from matter to matter, and each gives those before it time to be first. Doing it twice is
 * allowed and harmless; this only keeps a whole team from doing it at once. Milliseconds.
 */
export const turnOf = (ledger: Ledger, deviceIds: readonly string[], matter: Uint8Array): number => {
  const order = deviceIds
    .map((id) => ({ id, place: hash('object', matter, fromText(id) ?? new Uint8Array(0)) }))
    .sort((a, b) => compareBytes(a.place, b.place));
  const mine = order.findIndex(({ id }) => id === ledger.me.deviceId);
  return Math.min(longestMs, firstMs + stepMs * Math.max(0, mine));
};

/** Active devices of people for whom something holds. */
export const activeDevices = (
  ledger: Ledger,
  of: (person: { readonly personId: string; readonly role: string; readonly state: string }) => boolean,
): readonly string[] => {
  const members = ledger.graph.now();
  return [...members.devices.values()]
    .filter(({ state, personId }) => {
      const person = members.person(personId);
      return state === 'active' && person !== undefined && person.state !== 'removed' && of(person);
    })
    .map(({ deviceId }) => deviceId);
};
