import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createListeningRelay, type ListeningRelay } from '#test/support/listening-relay.ts';
import { scratch, startProfile, startRelay, type RunningProfile, type RunningRelay } from '#test/support/running.ts';
import { createObjective, createTeam, delivered, eventually, joinTeam, read, run } from '#test/support/team.ts';

/** Words that stand nowhere but in what people wrote. */
const words = {
  person: 'Zephyrine',
  team: 'Northern',
  objective: 'quokkatitle',
  keyResult: 'wombatresult',
  description: 'numbatprose',
  comment: 'bilbycomment',
  plan: 'dingoplan',
  feedback: 'potoroosecret',
  kudos: 'bandicootpraise',
} as const;

const naming = (text: string): string => `${text} @${words.person} cleo and @${words.person}`;

const { folder, remove } = scratch();
let relay: RunningRelay;
let listener: ListeningRelay;
let ana: RunningProfile;
let ben: RunningProfile;
let cleo: RunningProfile;
const ids = { ana: '', ben: '', cleo: '', objective: '', feedback: '' };

beforeAll(async () => {
  listener = await createListeningRelay(() => relay.url);
  relay = await startRelay(folder, ['--origin', listener.url]);
  ana = await startProfile(join(folder, 'ana'));
  ben = await startProfile(join(folder, 'ben'));
  cleo = await startProfile(join(folder, 'cleo'));

  ids.ana = (await createTeam(ana.client, words.person, [listener.url])).personId;
  for (const [name, profile] of [
    ['ben', ben],
    ['cleo', cleo],
  ] as const) {
    const { link } = await run(ana.client, 'invitation.create', {});
    await delivered(ana.client);
    ids[name] = (await joinTeam(profile.client, link, `${words.person} ${name}`)).personId;
    await eventually(ana.client, 'people', {}, ({ people }) =>
      people.some(({ id, state }) => id === ids[name] && state === 'member'),
    );
  }
  for (const { client } of [ana, ben, cleo]) {
    await eventually(
      client,
      'people',
      {},
      ({ people }) => people.filter(({ state }) => state === 'member').length === 3,
    );
  }
  const { id } = await createObjective(ana.client, ids.ana, words.objective, {
    description: words.description,
    keyResults: [{ title: words.keyResult, type: 'number', start: 0, target: 10 }],
  });
  ids.objective = id;
  await eventually(ben.client, 'objective', { id }, ({ objective }) => objective !== null);
  // Both texts name Ana and Cleo; Cleo can read only one of them.
  const named = {
    mentions: [
      { personId: ids.cleo, as: `${words.person} cleo` },
      { personId: ids.ana, as: words.person },
    ],
  };
  await run(ben.client, 'comment.add', { targetId: id, text: naming(words.comment), ...named });
  const told = { aboutId: ids.ana, visibility: 'recipient', text: naming(words.feedback), ...named } as const;
  ids.feedback = (await run(ben.client, 'feedback.give', told)).id;
  await run(ben.client, 'kudos.give', { toId: ids.ana, value: '', text: words.kudos });
  const { week, question } = await read(ben.client, 'checkInDraft', {});
  await run(ben.client, 'checkIn.submit', {
    week,
    lastPlans: [],
    plans: [{ text: words.plan }],
    updates: [],
    blockers: [],
    question,
    answer: '',
  });
  await delivered(ben.client);
  await eventually(ana.client, 'thread', { personId: ids.ana }, ({ feedback }) => feedback.length === 1);
  await eventually(cleo.client, 'checkIns', { personId: ids.ben }, ({ checkIns }) => checkIns.length === 1);
  await eventually(cleo.client, 'objective', { id }, ({ objective }) => objective?.comments.length === 1);
});

afterAll(async () => {
  for (const profile of [ana, ben, cleo]) await profile.stop();
  await relay.stop();
  await listener.close();
  remove();
});

const filesBelow = (directory: string): string[] =>
  readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** A word in every way that bytes may plainly carry it. */
const spellings = (word: string): Buffer[] => {
  const variants = [word, word.toLowerCase(), word.toUpperCase()];
  return [
    ...variants.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]),
    ...[0, 1, 2].map((shift) => {
      // The part of its base64 that does not depend on what stands around it.
      const encoded = Buffer.from('\0'.repeat(shift) + word).toString('base64');
      return Buffer.from(encoded.slice(4, -4));
    }),
    Buffer.from(Buffer.from(word, 'utf8').toString('hex')),
  ];
};

const found = (haystacks: readonly (readonly [string, Buffer])[], needles: readonly string[]): string[] =>
  haystacks.flatMap(([place, bytes]) =>
    needles
      .filter((word) => spellings(word).some((needle) => bytes.includes(needle)))
      .map((word) => `${word} in ${place}`),
  );

const contents = (paths: readonly string[]) => paths.map((path) => [path, readFileSync(path)] as const);

describe('nobody reads what is not theirs', () => {
  it('the search of these tests finds the words where their readers keep them', () => {
    const hits = found(contents(filesBelow(ana.directory)), Object.values(words));
    for (const word of Object.values(words)) expect(hits.join('\n')).toContain(word);
  });

  it('the files of the relay contain no name, no title and no text', () => {
    const files = filesBelow(folder).filter((path) => path.startsWith(relay.dataFile));
    expect(files.length).toBeGreaterThan(0);
    expect(found(contents(files), Object.values(words))).toEqual([]);
  });

  it('nor does anything on the wire between any device and the relay', () => {
    expect(listener.heard.length).toBeGreaterThan(20);
    expect(found([['the wire', Buffer.concat(listener.heard)]], Object.values(words))).toEqual([]);
  });

  it('a third member holds no readable byte of feedback between two others, and no query shows that it exists', async () => {
    expect(found(contents(filesBelow(cleo.directory)), [words.feedback])).toEqual([]);
    for (const personId of [ids.ana, ids.ben]) {
      expect((await read(cleo.client, 'thread', { personId })).feedback).toEqual([]);
    }
    expect((await read(cleo.client, 'search', { text: words.feedback })).hits).toEqual([]);
    expect((await read(cleo.client, 'history', { recordId: ids.feedback })).entries).toEqual([]);
  });

  it('whoever is named hears of it where they can read it, and nowhere else', async () => {
    const namedOn = async ({ client }: RunningProfile): Promise<string[]> =>
      (await read(client, 'today', {})).needsMe
        .filter(({ kind }) => kind === 'mention')
        .map(({ targetId }) => targetId)
        .sort();
    expect(await namedOn(ana)).toEqual([ids.objective, ids.feedback].sort());
    expect(await namedOn(cleo)).toEqual([ids.objective]);
  });

  it('its two readers see the same text and that exactly they can read it', async () => {
    for (const { client } of [ana, ben]) {
      const { feedback } = await read(client, 'thread', { personId: ids.ana });
      expect(feedback).toMatchObject([{ text: naming(words.feedback), byId: ids.ben, aboutId: ids.ana }]);
      expect([...(feedback[0]?.audience.readerIds ?? [])].sort()).toEqual([ids.ana, ids.ben].sort());
      expect((await read(client, 'search', { text: words.feedback })).hits).toHaveLength(1);
    }
  });

  it('the log file of a profile holds nothing that anybody wrote', () => {
    for (const profile of [ana, ben, cleo]) {
      const logs = filesBelow(profile.directory).filter((path) => path.includes('meridian.log'));
      expect(found(contents(logs), Object.values(words))).toEqual([]);
    }
  });
});
