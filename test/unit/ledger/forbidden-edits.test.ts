import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf } from '#engine/entry/index.ts';
import { isRecordKind, kinds, type KindDef, type RecordKind, type Scalar } from '#shared/schema/index.ts';
import { expectOk, fromText, toText } from '#shared/std/index.ts';
import { entryHash, type ReceivedEntry } from '#shared/sync/index.ts';
import { hash } from '#engine/crypto/index.ts';
import type { Db } from '#engine/store/index.ts';
import { forge, lastBody, say, threeMembers, verdictOf, type Team } from './team.ts';

// What the tables of policies refuse has to be refused by whole ledgers, and by each alike: Ben has a changed program and
// signs edits of Ana's records that his own engine would not make. Fields come from the schema, so that new ones are tried.

let team: Team;
/** One record of Ana's for every kind there is one of. */
const hers = new Map<RecordKind, string>();

beforeAll(() => {
  team = threeMembers(7);
  const { ana, ben, cem, deps } = team;
  const { id } = team.objective(ana, 'Hers');
  team.objective(ben, 'His own, so that he has a log');
  say(ana, 'comment.add', { targetId: id, text: 'Her words' }, deps);
  say(ana, 'kudos.give', { toId: cem.ledger.me.personId, value: 'care', text: 'Well done' }, deps);
  team.meetAll();
  const space = toText(ben.ledger.space.team);
  for (const row of ben.ledger.records.all()) {
    if (isRecordKind(row.kind) && row.space_id === space && row.created_by === ana.ledger.me.personId)
      hers.set(row.kind, row.id);
  }
});
afterAll(() => team.close());

const fieldsOf = (def: KindDef): readonly string[] => [
  ...def.scalars,
  ...def.texts,
  ...Object.entries(def.items).flatMap(([name, fields]) =>
    fields.map((field) => `${name}.AAAAAAAAAAAAAAAAAAAAAA.${field}`),
  ),
];
const candidates: readonly Scalar[] = ['Other words', 7, 0.5, true, '2026-05-13', '2026-W21', 'UTC', 'closed', 'guest'];

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** A signed edit of one field of Ana's record, behind `after`; undefined where no value of ours fits the field. */
const forged = (recordId: string, def: KindDef, path: string, after: ReceivedEntry | undefined) => {
  const { ledger } = team.ben;
  const space = ledger.space.team;
  const row = ledger.records.get(recordId);
  const value = candidates.find((one) => def.check(path, one).ok && one !== def.fallback(path));
  if (row === undefined || value === undefined) return undefined;
  const writerId = Uint8Array.from(Buffer.from(`${path}${' '.repeat(16)}`).subarray(0, 16));
  const actor = hexOf(actorOf(ledger.logKeys.of(space).publicKey, writerId, fromText(recordId) ?? space));
  const base = ledger.documents.heads(recordId, def);
  const edited = expectOk(ledger.documents.edit(recordId, def, { actor, base, edits: [{ path, value }] }));
  ledger.documents.rollback(recordId);
  if (edited.changes.length === 0) return undefined;
  const body = {
    ...lastBody(ledger, space),
    kind: def.kind,
    schema: 1,
    writerId,
    recordKey: row.key,
    expected: edited.metas.map(({ hash }) => new Uint8Array(Buffer.from(hash, 'hex'))),
    changes: edited.changes,
    certificate: null,
  };
  if (after === undefined) return forge(team.ben, space, body);
  return forge(team.ben, space, body, { after: { seq: after.header.seq, hash: entryHash(hash, after.wire.header) } });
};

const recordsIn = (db: Db): string => JSON.stringify(db.prepare('SELECT id, heads FROM records ORDER BY id').all());

describe('an edit that a policy forbids', () => {
  it('of any field of any kind of record is set aside by every replica, with the same reason, in any batches', () => {
    const { ana, cem } = team;
    const entries: ReceivedEntry[] = [];
    const names: string[] = [];
    for (const [kind, recordId] of hers) {
      const def: KindDef = kinds[kind];
      for (const path of fieldsOf(def)) {
        const entry = forged(recordId, def, path, entries.at(-1));
        if (entry === undefined) continue;
        entries.push(entry);
        names.push(`${kind} ${path}`);
      }
    }
    expect([...hers.keys()].sort()).toEqual(
      expect.arrayContaining(['comment', 'cycle', 'kudos', 'objective', 'person']),
    );
    expect(entries.length).toBeGreaterThan(30);
    const before = recordsIn(ana.ledger.db);
    expectOk(ana.ledger.take(entries, 'relay test'));
    for (const entry of entries) expectOk(cem.ledger.take([entry], 'relay test'));
    for (const [at, entry] of entries.entries()) {
      const verdict = verdictOf(ana.ledger, entry);
      expect(verdict, names[at]).toMatchObject({ state: 'quarantined', reason: expect.stringMatching(/\.$/) });
      expect(verdictOf(cem.ledger, entry), names[at]).toEqual(verdict);
    }
    expect(recordsIn(ana.ledger.db)).toBe(before);
    expect(recordsIn(cem.ledger.db)).toBe(before);
  });
});
