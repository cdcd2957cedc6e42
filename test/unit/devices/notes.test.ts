import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochOf } from '#engine/entry/index.ts';
import { deviceKeys } from '#engine/keys/index.ts';
import { createDeviceNames } from '#engine/profile/devices/names.ts';
import { mostDraftBytes, notesId, openNotes, sealNotes } from '#engine/profile/devices/notes.ts';
import { createLocalTables, logTables, type StoredDraft } from '#engine/store/index.ts';
import { toText } from '#shared/std/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

const random = seededRandom(21);
const laptop = deviceKeys(random.bytes(32));
const self = random.bytes(32);
const [epoch, next] = [epochOf(self, random.bytes(32)), epochOf(self, random.bytes(32))];
const names = new Map([[toText(laptop.id), { name: 'Blue laptop', at: 5 }]]);
const drafts = [{ key: 'check-in/2026-W20', value: 'Half a sentence', savedAt: 7 }];
const sealed = sealNotes(laptop, { names, drafts }, epoch, random);
const id = notesId(epoch.key, laptop.id);

describe('the notes of a device', () => {
  it('bring names and drafts to whoever holds the key of self, and to nobody else', () => {
    expect(openNotes(id, sealed, [next, epoch])).toEqual({ deviceId: toText(laptop.id), names, drafts });
    expect(openNotes(id, sealed, [next])).toBeUndefined();
    expect(openNotes(notesId(next.key, laptop.id), sealed, [epoch])).toBeUndefined();
    for (const word of ['Blue laptop', 'Half a sentence', 'check-in'])
      expect(Buffer.from(sealed).includes(Buffer.from(word))).toBe(false);
  });

  it('P5: are not read with any byte changed, nor where another device signs in this one’s name', () => {
    for (let at = 0; at < sealed.length; at++)
      expect(
        openNotes(
          id,
          sealed.map((byte, i) => (i === at ? byte ^ 1 : byte)),
          [epoch],
        ),
      ).toBeUndefined();
    const thief = deviceKeys(random.bytes(32));
    const forged = sealNotes({ ...thief, id: laptop.id }, { names, drafts }, epoch, random);
    expect(openNotes(id, forged, [epoch])).toBeUndefined();
  });

  it('never make the reader throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => openNotes(id, noise, [epoch]) === undefined));
  });

  it('fit beside the log however much is half written, the newest first', () => {
    const many = Array.from({ length: 60 }, (_, n) => ({ key: `d/${n}`, value: 'ä'.repeat(4_000), savedAt: n }));
    const large = sealNotes(laptop, { names, drafts: many }, epoch, random);
    expect(large.length).toBeLessThan(256 * 1024);
    const read = openNotes(id, large, [epoch])?.drafts ?? [];
    expect(read.length).toBe(Math.floor(mostDraftBytes / (8_000 + 4 + 32)));
    expect(read[0]?.savedAt).toBe(59);
  });
});

const tables = () => {
  const db = new Database(':memory:');
  db.exec(logTables);
  return createLocalTables(db);
};
type Tables = ReturnType<typeof tables>;

const anyDraft: fc.Arbitrary<StoredDraft> = fc.record({
  key: fc.constantFrom('a', 'b'),
  value: fc.constantFrom('', 'one', 'two', 'three'),
  savedAt: fc.integer({ min: 1, max: 6 }),
});
const held = (local: Tables): readonly StoredDraft[] =>
  [...local.drafts()].filter(({ value }) => value !== '').sort((a, b) => (a.key < b.key ? -1 : 1));

describe('drafts of two devices', () => {
  it('end the same in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(anyDraft, { maxLength: 12 }), fc.nat(), (list, seed) => {
        const [here, there] = [tables(), tables()];
        for (const draft of list) here.mergeDraft(draft);
        const shuffled = list.map((draft, at) => ({ draft, at: (at * 7919 + seed) % 101 })).sort((a, b) => a.at - b.at);
        for (const { draft } of shuffled) there.mergeDraft(draft);
        expect(held(there)).toEqual(held(here));
      }),
    );
  });

  it('keep what is typed here, whatever the other clock said', () => {
    const local = tables();
    local.mergeDraft({ key: 'a', value: 'from the future', savedAt: 9_000 });
    local.setDraft('a', 'typed now', 100);
    expect(local.mergeDraft({ key: 'a', value: 'from the future', savedAt: 9_000 })).toBe(false);
    expect(held(local)).toEqual([{ key: 'a', value: 'typed now', savedAt: 9_001 }]);
    local.setDraft('a', '', 100);
    expect(local.mergeDraft({ key: 'a', value: 'typed now', savedAt: 9_001 })).toBe(false);
    local.setDraft('a', 'begun again', 100);
    expect(held(local)[0]?.savedAt).toBe(9_003);
  });
});

describe('names of devices', () => {
  it('are the last that somebody gave, on every device', () => {
    const [here, there] = [createDeviceNames(tables()), createDeviceNames(tables())];
    const said = [
      ['Old', 1],
      ['New', 3],
      ['Newer', 3],
      ['Late', 2],
    ] as const;
    for (const [name, at] of said) here.set('x', name, at);
    for (const [name, at] of [...said].reverse()) there.set('x', name, at);
    expect(here.all().get('x')).toEqual({ name: 'Newer', at: 3 });
    expect(there.all()).toEqual(here.all());
    expect(here.say('x', 'Mine', 1)).toBe(true);
    expect(here.all().get('x')).toEqual({ name: 'Mine', at: 4 });
  });
});
