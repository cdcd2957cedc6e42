import { equalBytes, toText, type Random } from '#shared/std/index.ts';
import { sealOffer } from '../keys/index.ts';
import { epochOf, type Epoch } from '../entry/index.ts';
import { readersLeft, type KeyAct, type Ledger } from '../ledger/index.ts';
import type { AskAct } from '../members/index.ts';
import { ownAsks } from './own-asks.ts';

/** With so many repeated questions the keys are offered; more would fill logs for a key that nobody has any more. */
const mostOffers = 3;

/** The key that `members` began with: everybody who ever joined has it. */
export const firstKey = ({ keyring, graph, space }: Ledger): Epoch | undefined =>
  keyring.epochs(space.members).find(({ id }) => graph.keys.rotationsTo(id).length === 0);

/** For each key of `members` that is asked for again: this person's questions for it, which may be locked for whoever has it. */
const askedInVain = (ledger: Ledger, epochs: readonly Uint8Array[]): readonly (readonly KeyAct<AskAct>[])[] => {
  const asks = ownAsks(ledger);
  return ledger.epochs.lacking().flatMap(({ act: { spaceId, epochId } }) => {
    if (!equalBytes(spaceId, ledger.space.members) || !epochs.some((id) => equalBytes(id, epochId))) return [];
    const before = asks.filter(({ act }) => act.epochs.some((id) => equalBytes(id, epochId)));
    return before.length > 0 && before.length <= mostOffers ? [before] : [];
  });
};

/** People who wrote about keys after they had read one of these questions. */
const whoHeard = ({ graph }: Ledger, asks: readonly KeyAct<AskAct>[]): ReadonlySet<string> => {
  const { keys, covers, now } = graph;
  const members = now();
  const heard = [...keys.asks(), ...keys.offers(), ...keys.rotations()].flatMap(({ hash, deviceId }) =>
    asks.some((one) => covers([hash], [one.hash])) ? (members.personOfDevice(toText(deviceId)) ?? []) : [],
  );
  return new Set(heard);
};

/**
 * K9: two people who each lack the other's key of `members` ask in acts that the other cannot read. Whoever asked in
 * vain offers the keys held here to everybody left who has not shown that they read the question for that key; an older
 * question, for another key, says nothing of it. Sealed offers; none where nothing was asked in vain.
 */
export const offersToUnheard = (
  ledger: Ledger,
  epochs: readonly Uint8Array[],
  random: Random,
): readonly Uint8Array[] => {
  const space = ledger.spaces.get(toText(ledger.space.members));
  const heard = askedInVain(ledger, epochs).map((asks) => whoHeard(ledger, asks));
  if (space === undefined || heard.length === 0) return [];
  const announced = ledger.keyring
    .all()
    .filter(
      ({ spaceId, key }) =>
        equalBytes(spaceId, ledger.space.members) && ledger.graph.keys.rotationsTo(epochOf(spaceId, key).id).length > 0,
    );
  return readersLeft(space, ledger.graph.now()).flatMap((reader) => {
    const box = ledger.epochs.boxOf(reader);
    if (box === undefined || reader.personId === ledger.me.personId) return [];
    if (heard.every((people) => people.has(reader.personId))) return [];
    return announced.map((key) => sealOffer(key, box, random));
  });
};
