import { compareBytes, err, ok, toText, type Random, type Result } from '#shared/std/index.ts';
import { failure, type ProtocolError } from '#shared/protocol/index.ts';
import type { Place } from '#shared/domain/index.ts';
import { naturalKey } from '#shared/schema/index.ts';
import { sealOffer, pairSpace } from '../keys/index.ts';
import type { Ledger } from '../ledger/index.ts';
import { idBytes } from './domain-context.ts';

/**
 * The space a new record goes to. Spaces of two are derived; a group is found by readers and purpose (the lowest id of
 * several, so that everybody picks the same) or made: its key is offered, sealed, to each reader and to nobody else,
 * and its first record states who they are (FORMATS 5). Runs inside the ledger's transaction.
 */
export const findSpace = (ledger: Ledger, place: Place, random: Random): Result<Uint8Array, ProtocolError> => {
  switch (place.space) {
    case 'team':
      return ok(ledger.space.team);
    case 'self':
      return ok(ledger.space.self);
    case 'of': {
      const row = ledger.records.get(place.recordId);
      return row === undefined
        ? err(failure('not-found', 'The record is not on this machine.'))
        : ok(idBytes(row.space_id));
    }
    case 'named':
      return place.readers.length === 2
        ? pairOf(ledger, place.readers)
        : groupOf(ledger, place.readers, place.purpose, random);
  }
};

const unknownReader = err(failure('not-found', 'One of the people who should read this is not in the team yet.'));

const pairOf = (ledger: Ledger, readers: readonly string[]): Result<Uint8Array, ProtocolError> => {
  const other = readers.find((id) => id !== ledger.me.personId);
  const box = other === undefined ? undefined : ledger.graph.now().person(other)?.founding.box;
  const pair = box === undefined ? undefined : pairSpace(ledger.teamRoot, ledger.person.box, box);
  return pair === undefined ? unknownReader : ok(pair.id);
};

const groupOf = (
  ledger: Ledger,
  readers: readonly string[],
  purpose: string,
  random: Random,
): Result<Uint8Array, ProtocolError> => {
  const wanted = [...readers].sort();
  const known = ledger.spaces
    .all()
    .filter((space) => space.kind === 'group' && space.purpose === purpose && space.readers?.join() === wanted.join())
    .map((space) => idBytes(space.id))
    .sort(compareBytes)[0];
  if (known !== undefined) return ok(known);

  const members = ledger.graph.now();
  const key = { spaceId: random.bytes(32), key: random.bytes(32), supersedes: [] };
  const sealed: Uint8Array[] = [];
  for (const reader of wanted) {
    const box = members.person(reader)?.box;
    if (box === undefined) return unknownReader;
    sealed.push(sealOffer(key, box, random));
  }
  ledger.learn([key]);
  const offered = ledger.writeAct({ kind: 'offer', sealed });
  if (!offered.ok) return offered;
  ledger.spaces.put({ id: toText(key.spaceId), kind: 'group', readers: wanted, purpose });
  const edits = [
    { path: 'purpose', value: purpose },
    ...wanted.map((id) => ({ path: `readers.${id}.in`, value: true })),
  ];
  const stated = ledger.write({
    spaceId: key.spaceId,
    kind: 'space-info',
    key: naturalKey('space'),
    base: null,
    edits,
  });
  return stated.ok ? ok(key.spaceId) : stated;
};
