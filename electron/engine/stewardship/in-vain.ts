import { equalBytes, toText, type Random } from '#shared/std/index.ts';
import { sealOffer } from '../keys/index.ts';
import { epochOf, type Epoch } from '../entry/index.ts';
import { readersLeft, type Ledger } from '../ledger/index.ts';
import { ownAsks } from './own-asks.ts';

/** With so many repeated questions the keys are offered; more would fill logs for a key that nobody has any more. */
const mostOffers = 3;

/** The key that `members` began with: everybody who ever joined has it. */
export const firstKey = ({ keyring, graph, space }: Ledger): Epoch | undefined =>
  keyring.epochs(space.members).find(({ id }) => graph.keys.rotationsTo(id).length === 0);

/** Whether one of these epochs of `members` was asked for before, by an act that may be locked for whoever has it. */
const wasInVain = (ledger: Ledger, epochs: readonly Uint8Array[]): boolean => {
  const asks = ownAsks(ledger);
  return ledger.epochs.lacking().some(({ act: { spaceId, epochId } }) => {
    if (!equalBytes(spaceId, ledger.space.members) || !epochs.some((id) => equalBytes(id, epochId))) return false;
    const before = asks.filter(({ act }) => act.epochs.some((id) => equalBytes(id, epochId))).length;
    return before > 0 && before <= mostOffers;
  });
};

/** People who wrote about keys after they had read one of this person's questions. */
const whoHeard = (ledger: Ledger): ReadonlySet<string> => {
  const { keys, covers, now } = ledger.graph;
  const members = now();
  const asks = ownAsks(ledger);
  const heard = [...keys.asks(), ...keys.offers(), ...keys.rotations()].flatMap(({ hash, deviceId }) =>
    asks.some((one) => covers([hash], [one.hash])) ? (members.personOfDevice(toText(deviceId)) ?? []) : [],
  );
  return new Set(heard);
};

/**
 * K9: two people who each lack the other's key of `members` ask in acts that the other cannot read. Whoever asked in
 * vain offers the keys held here to everybody left who has not shown that they read the question. Sealed offers; none
 * where nothing was asked in vain.
 */
export const offersToUnheard = (
  ledger: Ledger,
  epochs: readonly Uint8Array[],
  random: Random,
): readonly Uint8Array[] => {
  const space = ledger.spaces.get(toText(ledger.space.members));
  if (space === undefined || !wasInVain(ledger, epochs)) return [];
  const heard = whoHeard(ledger);
  const announced = ledger.keyring
    .all()
    .filter(
      ({ spaceId, key }) =>
        equalBytes(spaceId, ledger.space.members) && ledger.graph.keys.rotationsTo(epochOf(spaceId, key).id).length > 0,
    );
  return readersLeft(space, ledger.graph.now()).flatMap((reader) => {
    const box = ledger.epochs.boxOf(reader);
    if (box === undefined || reader.personId === ledger.me.personId || heard.has(reader.personId)) return [];
    return announced.map((key) => sealOffer(key, box, random));
  });
};
