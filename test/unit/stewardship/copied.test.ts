import { afterEach, beforeEach, expect, it } from 'vitest';
import { decodeWireEntry } from '#shared/sync/index.ts';
import { toText } from '#shared/std/index.ts';
import { backupRecords } from '#engine/profile/backup-contents.ts';
import { createObjectTable } from '#engine/store/index.ts';
import { cutTeam, type CutTeam } from '../ledger/cut-team.ts';
import { deliver, received, twinOf } from '../ledger/team.ts';

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
