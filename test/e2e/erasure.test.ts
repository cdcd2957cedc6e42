import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratch, startProfile, startRelay, type RunningProfile, type RunningRelay } from '#test/support/running.ts';
import { createObjective, createTeam, delivered, eventually, joinTeam, read, run } from '#test/support/team.ts';

/** Words that stand nowhere but in what is erased. */
const words = {
  comment: 'bilbycomment',
  feedback: 'potoroosecret',
  kudos: 'bandicootpraise',
  plan: 'dingoplan',
} as const;

const { folder, remove } = scratch();
let relay: RunningRelay;
let ana: RunningProfile;
let ben: RunningProfile;
let cleo: RunningProfile;
const ids = { ana: '', ben: '', cleo: '', objective: '', comment: '', feedback: '', kudos: '', checkIn: '' };
/** Sealed bodies of what is erased, as Ben's file held them: what relays and carriers have of them. */
let sealed: readonly Buffer[] = [];

const all = (): readonly RunningProfile[] => [ana, ben, cleo];

beforeAll(async () => {
  relay = await startRelay(folder);
  ana = await startProfile(join(folder, 'ana'));
  ben = await startProfile(join(folder, 'ben'));
  cleo = await startProfile(join(folder, 'cleo'));
  ids.ana = (await createTeam(ana.client, 'Ana', [relay.url])).personId;
  for (const [name, profile] of [
    ['ben', ben],
    ['cleo', cleo],
  ] as const) {
    const { link } = await run(ana.client, 'invitation.create', {});
    await delivered(ana.client);
    ids[name] = (await joinTeam(profile.client, link, name)).personId;
    for (const { client } of [ana, profile])
      await eventually(client, 'people', {}, ({ people }) =>
        people.some(({ id, state }) => id === ids[name] && state === 'member'),
      );
  }
  ids.objective = (await createObjective(ana.client, ids.ana, 'A goal that stays')).id;
  await eventually(ben.client, 'objective', { id: ids.objective }, ({ objective }) => objective !== null);
  const about = { aboutId: ids.ana, visibility: 'recipient', text: words.feedback } as const;
  ids.feedback = (await run(ben.client, 'feedback.give', about)).id;
  ids.comment = (await run(ben.client, 'comment.add', { targetId: ids.objective, text: words.comment })).id;
  ids.kudos = (await run(ben.client, 'kudos.give', { toId: ids.ana, value: '', text: words.kudos })).id;
  const { week, question } = await read(ben.client, 'checkInDraft', {});
  const said = { week, question, answer: '', lastPlans: [], plans: [{ text: words.plan }], updates: [], blockers: [] };
  ids.checkIn = (await run(ben.client, 'checkIn.submit', said)).id;
  await delivered(ben.client);
  await eventually(ana.client, 'thread', { personId: ids.ana }, ({ feedback }) => feedback.length === 1);
  await eventually(cleo.client, 'checkIn', { id: ids.checkIn }, ({ checkIn }) => checkIn !== null);
  await eventually(
    cleo.client,
    'objective',
    { id: ids.objective },
    ({ objective }) => objective?.comments.length === 1,
  );
  sealed = bodiesOf(ben, [ids.feedback, ids.comment, ids.kudos, ids.checkIn]);
}, 120_000);

afterAll(async () => {
  for (const profile of all()) await profile.stop();
  await relay.stop();
  remove();
});

const bodiesOf = ({ directory }: RunningProfile, records: readonly string[]): Buffer[] => {
  const db = new Database(join(directory, 'profile.db'), { readonly: true });
  const rows = db
    .prepare<string[], { body: Buffer }>(
      `SELECT body FROM entries WHERE record_id IN (${records.map(() => '?').join(', ')}) AND body IS NOT NULL`,
    )
    .all(...records);
  db.close();
  return rows.map((row) => row.body);
};

/** Every file of every party: profiles with their journals, the relay's data with its own. */
const places = (): (readonly [string, Buffer])[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(folder.length), readFileSync(path)] as const);

const foundWords = (): string[] =>
  places().flatMap(([place, bytes]) =>
    Object.values(words)
      .filter((word) =>
        [Buffer.from(word), Buffer.from(word.slice(0, 6)), Buffer.from(word, 'utf16le')].some((one) =>
          bytes.includes(one),
        ),
      )
      .map((word) => `${word} in ${place}`),
  );

/** Pieces of the sealed bodies: a page may hold the middle of one. */
const foundSealed = (): string[] =>
  places().flatMap(([place, bytes]) =>
    sealed
      .flatMap((body, at) => [0, 64, 128, 192].map((from) => [at, body.subarray(from, from + 32)] as const))
      .filter(([, piece]) => piece.length === 32 && bytes.includes(piece))
      .map(([at]) => `body ${String(at)} in ${place}`),
  );

describe('what its author erases', () => {
  it('is found by the search of this test while it is there: in files of readers, sealed at the relay and with carriers', () => {
    expect(sealed.length).toBe(4);
    const found = foundWords().join('\n');
    for (const word of Object.values(words)) expect(found).toContain(word);
    const where = foundSealed().join('\n');
    for (const place of ['relay.db', 'cleo', 'ana', 'ben']) expect(where).toContain(place);
  });

  it(
    'is in no byte of any file of any party once everybody has synced, not even sealed',
    { timeout: 120_000 },
    async () => {
      await run(ben.client, 'record.redact', { recordId: ids.comment });
      await eventually(
        cleo.client,
        'objective',
        { id: ids.objective },
        ({ objective }) => objective?.comments.length === 0,
      );
      expect(await run(ben.client, 'person.erase', {})).toMatchObject({ erased: 3 });
      await delivered(ben.client);
      for (const { client } of all()) {
        await eventually(client, 'checkIn', { id: ids.checkIn }, ({ checkIn }) => checkIn === null);
        await eventually(
          client,
          'thread',
          { personId: ids.ana },
          ({ feedback, kudos }) => feedback.length + kudos.length === 0,
        );
      }
      await expect.poll(() => [...foundWords(), ...foundSealed()], { timeout: 30_000, interval: 250 }).toEqual([]);
    },
  );

  it('leaves every chain verifiable, and a tombstone for those who could read it', async () => {
    for (const { client } of all()) expect((await run(client, 'verify.run', {})).problems).toEqual([]);
    const { erased, entries } = await read(ana.client, 'history', { recordId: ids.feedback });
    expect(erased).toMatchObject({ byId: ids.ben, authorId: ids.ben, why: 'asked' });
    expect(entries.every((entry) => entry.state === 'erased' && entry.verified)).toBe(true);
    expect(await read(cleo.client, 'history', { recordId: ids.feedback })).toMatchObject({ erased: null, entries: [] });
  });

  it(
    'stays gone for somebody who joins afterwards, who reads everything written since',
    { timeout: 120_000 },
    async () => {
      const { link } = await run(ana.client, 'invitation.create', {});
      await delivered(ana.client);
      const dov = await startProfile(join(folder, 'dov'));
      try {
        await joinTeam(dov.client, link, 'dov');
        const { id } = await run(ben.client, 'comment.add', { targetId: ids.objective, text: 'written since' });
        await eventually(
          dov.client,
          'objective',
          { id: ids.objective },
          ({ objective }) => objective?.comments.map((comment) => comment.id).join() === id,
        );
        expect((await run(dov.client, 'verify.run', {})).problems).toEqual([]);
        expect([...foundWords(), ...foundSealed()]).toEqual([]);
      } finally {
        await dov.stop();
      }
    },
  );
});
