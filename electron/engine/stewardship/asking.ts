import type { ProtocolError } from '#shared/protocol/index.ts';
import { equalBytes, fromText, ok, toText, type Random, type Result } from '#shared/std/index.ts';
import { decodeHeader } from '#shared/sync/index.ts';
import { sealOffer, type SpaceKey } from '../keys/index.ts';
import type { AskAct } from '../members/index.ts';
import type { KeyAct, Ledger } from '../ledger/index.ts';
import { firstKey, offersToUnheard } from './in-vain.ts';
import { ownAsks } from './own-asks.ts';

/** After this long without an answer a reader asks again. */
const patienceMs = 24 * 3_600_000;
const mostAsked = 256;

/** Epochs of spaces read here that were announced, whose key did not come, and that were not asked for lately. */
export const toAskFor = (ledger: Ledger, now: number): readonly Uint8Array[] => {
  const lately = ownAsks(ledger).filter(({ time }) => now - time < patienceMs);
  const asked = new Set(lately.flatMap(({ act }) => act.epochs.map(toText)));
  return ledger.epochs
    .lacking()
    .map(({ act }) => act.epochId)
    .filter((id) => !asked.has(toText(id)))
    .slice(0, mostAsked);
};

/**
 * Asks for keys. Under a key that everybody should have: who lacks the newest one cannot write with it. Who asked in
 * vain before also says what would make the question readable to whoever could not read it (K9).
 */
export const ask = (ledger: Ledger, epochs: readonly Uint8Array[], random: Random): Result<void, ProtocolError> => {
  if (epochs.length === 0) return ok(undefined);
  const { members } = ledger.space;
  const sealed = offersToUnheard(ledger, epochs, random);
  return ledger.transact('local', () => {
    const done = ledger.writeAct({ kind: 'ask', epochs }, ledger.epochs.announcing(members));
    return done.ok ? ledger.offer(sealed, firstKey(ledger)) : done;
  });
};

/** Keys that an ask is about, as far as this device holds them and the asker is a reader of their space. */
const grantable = (ledger: Ledger, { act, deviceId }: KeyAct<AskAct>): readonly SpaceKey[] => {
  const personId = ledger.graph.now().personOfDevice(toText(deviceId));
  if (personId === undefined) return [];
  return ledger.keyring.all().filter(({ spaceId, key }) => {
    const space = ledger.spaces.get(toText(spaceId));
    if (space === undefined || (space.readers !== null && !space.readers.includes(personId))) return false;
    return ledger.keyring
      .epochs(spaceId)
      .some((epoch) => equalBytes(epoch.key, key) && act.epochs.some((id) => equalBytes(id, epoch.id)));
  });
};

/**
 * Asks of teammates that nobody has answered: no offer was written since by anybody but the asker. An answer that did
 * not bring the key is asked for anew by whoever lacks it, so this never has to know what is in an offer.
 */
export const openAsks = (ledger: Ledger): readonly KeyAct<AskAct>[] => {
  const { keys, covers, now } = ledger.graph;
  const members = now();
  return keys.asks().filter((one) => {
    const personId = members.personOfDevice(toText(one.deviceId));
    const person = personId === undefined ? undefined : members.person(personId);
    if (person === undefined || person.state === 'removed' || members.refusal(one.hash) !== undefined) return false;
    if (toText(one.deviceId) === ledger.me.deviceId || members.devices.get(toText(one.deviceId))?.state !== 'active')
      return false;
    if (ledger.epochs.boxOf(person) === undefined || grantable(ledger, one).length === 0) return false;
    return !keys
      .offers()
      .some((offer) => !equalBytes(offer.deviceId, one.deviceId) && covers([offer.hash], [one.hash]));
  });
};

/** Offers what an ask is about, under the key that the ask itself was written with: that one the asker has. */
export const answer = (ledger: Ledger, one: KeyAct<AskAct>, random: Random): Result<void, ProtocolError> => {
  const personId = ledger.graph.now().personOfDevice(toText(one.deviceId));
  const person = personId === undefined ? undefined : ledger.graph.now().person(personId);
  const box = person === undefined ? undefined : ledger.epochs.boxOf(person);
  const row = ledger.entries.byHash(one.hash);
  const header = row === undefined ? undefined : decodeHeader(row.header);
  if (box === undefined || header?.ok !== true) return ok(undefined);
  const under = ledger.keyring.byTag(header.value.epochTag, header.value.logId)?.epoch;
  const sealed = grantable(ledger, one).map((key) => sealOffer(key, box, random));
  return ledger.transact('local', () => ledger.offer(sealed, under));
};

/** Devices that could answer: those of other people in the team. */
export const couldAnswer = (ledger: Ledger, one: KeyAct<AskAct>): ((personId: string) => boolean) => {
  const asker = ledger.graph.now().personOfDevice(toText(one.deviceId));
  return (personId) => personId !== asker && fromText(personId) !== undefined;
};
