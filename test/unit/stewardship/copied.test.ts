import { afterEach, beforeEach, expect, it } from 'vitest';
import { decodeWireEntry, type ReceivedEntry } from '#shared/sync/index.ts';
import { expectOk, toText } from '#shared/std/index.ts';
import { sealOffer } from '#engine/keys/index.ts';
import { backupRecords } from '#engine/profile/backup-contents.ts';
import { createObjectTable } from '#engine/store/index.ts';
import { cutTeam, secondDevice, type CutTeam } from '../ledger/cut-team.ts';
import { actAs, deliver, ownEntries, received, twinOf } from '../ledger/team.ts';

let team: CutTeam;
beforeEach(() => {
  team = cutTeam();
});
afterEach(() => team.close());

it('K6: a machine reads the keys that a copy of it offered, and is not left deaf by what the copy wrote with them', () => {
  const { ana, cem } = team;
  team.meetAll();
  const copy = { ...ana, ledger: twinOf(ana, team.deps) };
  team.remove(copy, cem);
  const goal = team.objective(copy).id;
  expect(copy.ledger.keyring.epochs(copy.ledger.space.members)).toHaveLength(2);
  deliver(copy.ledger, ana.ledger);
  expect(ana.ledger.epochs.lacking()).toEqual([]);
  expect(ana.ledger.entries.inState('locked')).toEqual([]);
  expect(ana.ledger.records.get(goal)).toBeDefined();
  copy.ledger.close();
});

it('K8: a key is read out of an offer in a log that begins under that very key', () => {
  const { ana, ben, cem, deps } = team;
  team.meetAll();
  const other = secondDevice(team, ana, 'ana2');
  deliver(ana.ledger, ben.ledger);
  team.remove(ana, cem);
  team.objective(ana);
  deliver(ana.ledger, other.ledger);
  // Ben hears that there is a new key, and not the offer of it.
  const { members } = ana.ledger.space;
  const acts = ownEntries(ana.ledger, members);
  const known = ben.ledger.keyring.all().map(({ key }) => toText(key));
  const announced = acts.findIndex(({ header }) => {
    expectOk(ben.ledger.take([acts[header.seq - 1] as ReceivedEntry], 'relay'));
    return ben.ledger.epochs.lacking().length > 0;
  });
  expect(announced).toBeGreaterThan(0);

  actAs(other, { kind: 'set-manager', personId: ben.ledger.person.id, managerId: ana.ledger.person.id });
  const lacking = other.ledger.keyring
    .all()
    .filter(({ spaceId, key }) => toText(spaceId) === toText(members) && !known.includes(toText(key)));
  const box = ben.ledger.person.box.publicKey;
  const [before] = other.ledger.keyring.epochs(members);
  expectOk(
    other.ledger.transact('local', () =>
      other.ledger.offer(
        lacking.map((key) => sealOffer(key, box, deps.random)),
        before,
      ),
    ),
  );
  expectOk(ben.ledger.take(ownEntries(other.ledger, members), 'relay'));
  expect(ben.ledger.epochs.lacking()).toEqual([]);
  expect(ben.ledger.entries.inState('locked')).toEqual([]);
  deliver(ana.ledger, ben.ledger);
  expect(ben.ledger.graph.now().person(ben.ledger.me.personId)?.managerId).toBe(ana.ledger.me.personId);
  other.ledger.close();
});

it('a backup holds each log in its order, also where an act in it could not be read', () => {
  const { ana, ben, cem } = team;
  team.setRole(ana, ben, 'admin');
  team.setRole(ana, cem, 'admin');
  team.meetAll();
  const { db, entries, space } = ben.ledger;
  const [log] = entries.logs().filter(({ space_id: id, head_seq: end }) => id === toText(space.members) && end > 2);
  expect(log).toBeDefined();
  db.prepare("UPDATE entries SET state = 'locked', space_id = NULL WHERE log = ? AND seq = 2").run(log?.log);
  const seen = new Map<string, number>();
  for (const record of backupRecords({ ledger: ben.ledger, objects: createObjectTable(db), relayUrls: [] })) {
    if (record.kind !== 'entry') continue;
    const wire = decodeWireEntry(record.wire);
    if (!wire.ok) throw new Error(wire.error.sentence);
    const { header } = received(wire.value);
    expect(header.seq).toBe((seen.get(toText(header.logId)) ?? 0) + 1);
    seen.set(toText(header.logId), header.seq);
  }
  expect(seen.size).toBe(entries.logs().length);
});
