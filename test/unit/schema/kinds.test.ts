import fc from 'fast-check';
import { expect, expectTypeOf, test } from 'vitest';
import { expectOk } from '#shared/std/index.ts';
import { kindOf, kinds } from '#shared/schema/index.ts';
import type { KindDef, ObjectiveRecord, RecordKind, RecordValue } from '#shared/schema/index.ts';

const all: readonly (readonly [string, KindDef])[] = Object.entries(kinds);
const itemId = 'AAAAAAAAAAAAAAAAAAAAAA';
const pathsOf = (def: KindDef): string[] => [
  ...def.scalars,
  ...def.texts,
  ...Object.entries(def.items).flatMap(([name, fields]) => fields.map((field) => `${name}.${itemId}.${field}`)),
];

test.each(all)('%s: every path has a label, and its default is what an empty record says', (name, def) => {
  expect(def.kind).toBe(name);
  expect(def.version).toBe(1);
  const empty = expectOk(def.parse({}));
  for (const path of pathsOf(def)) {
    expect(def.path(path)).toBeDefined();
    expect(def.label(path)).not.toBe(path);
    if (!path.includes('.')) expect(empty).toHaveProperty(path, def.fallback(path));
  }
  for (const required of def.required) expect(def.path(required)).toBeDefined();
});

test.each(all)('%s: title and search text say something or nothing, whatever the value', (_name, def) => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...pathsOf(def), 'nonsense'), fc.anything()), (json: unknown) => {
      // Stands for a damaged document: what its reader takes for a RecordValue may be anything.
      expect(typeof def.title(json as RecordValue)).toBe('string');
      expect(typeof def.searchText(json as RecordValue)).toBe('string');
    }),
  );
});

test.each(all)('%s: what parses once parses to the same value again', (_name, def) => {
  const scalar = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.integer({ min: 0, max: 400 }));
  const item = fc.dictionary(fc.constantFrom(...Object.values(def.items).flat(), 'x'), scalar);
  const fields: Record<string, fc.Arbitrary<unknown>> = {};
  for (const name of [...def.scalars, ...def.texts]) fields[name] = scalar;
  for (const name of Object.keys(def.items)) fields[name] = fc.dictionary(fc.constant(itemId), item);
  const json: fc.Arbitrary<unknown> = fc.record(fields, { requiredKeys: [] });
  fc.assert(
    fc.property(json, (value) => {
      const once = def.parse(value);
      if (!once.ok) {
        expect(once.error.sentence).toMatch(/\.$/);
        return;
      }
      expect(def.parse(once.value)).toEqual(once);
    }),
    { numRuns: 300 },
  );
});

test.each(all)('%s: a path that it does not declare is refused', (_name, def) => {
  for (const path of ['', 'nope', 'constructor', '__proto__', `nope.${itemId}.title`, 'title.', `a.b.c.d`]) {
    expect(def.path(path)).toBeUndefined();
    expect(def.check(path, 'x').ok).toBe(false);
  }
  for (const collection of Object.keys(def.items)) {
    expect(def.path(collection)).toBeUndefined();
    expect(def.path(`${collection}.__proto__.text`)).toBeUndefined();
    expect(def.path(`${collection}.${itemId}`)).toBeUndefined();
    expect(def.path(`${collection}.${itemId}.text.more`)).toBeUndefined();
  }
});

test('a field refuses what is not of its type, range or length, with a sentence that names the field', () => {
  const refused: readonly (readonly [RecordKind, string, unknown, RegExp])[] = [
    ['objective', 'title', '', /Title is empty/],
    ['objective', 'title', 'x'.repeat(301), /300 characters/],
    ['objective', 'title', 4, /Title has a value of the wrong type/],
    ['objective', 'description', 'x'.repeat(100_001), /100000 characters/],
    ['objective', 'score', 1.1, /Score is above 1/],
    ['objective', `keyResults.${itemId}.target`, Infinity, /Target/],
    ['objective', `keyResults.${itemId}.target`, Number.NaN, /Target/],
    ['objective', `keyResults.${itemId}.type`, 'ranking', /Type is none of/],
    ['cycle', 'start', '2026-02-30', /not a day/],
    ['cycle', 'end', '2026-6-1', /not a day/],
    ['check-in', 'week', '2026-W54', /not a week/],
    ['person', 'hours0', '09:00-09:00', /not a span/],
    ['person', 'hours0', '24:00-09:00', /not a span/],
    ['person', 'hours0', '09:60-10:00', /not a span/],
    ['person', 'timeZone', 'Asia Karachi', /not a time zone/],
    ['pulse', 'value', 2.5, /whole number/],
    ['pulse', 'value', 6, /above 5/],
  ];
  for (const [kind, path, value, sentence] of refused) {
    const result = kinds[kind].check(path, value);
    expect(result.ok, `${kind} ${path}`).toBe(false);
    if (!result.ok) expect(result.error).toEqual({ path, sentence: expect.stringMatching(sentence) });
  }
});

test('stated hours may cross midnight and may end at midnight', () => {
  for (const hours of ['22:00-06:00', '09:00-24:00', '00:00-24:00', null]) {
    expect(kinds.person.check('hours0', hours).ok).toBe(true);
  }
});

test('two long texts that merged into one over the limit still show', () => {
  const text = 'x'.repeat(150_000);
  expect(expectOk(kinds.comment.parse({ text })).text).toBe(text);
});

test('an unknown kind is unknown', () => {
  expect(kindOf('secret')).toBeUndefined();
  expect(kindOf('toString')).toBeUndefined();
});

test('a parsed record carries the types of its fields', () => {
  const record = expectOk(kinds.objective.parse({ title: 'Ship it' }));
  expectTypeOf(record).toEqualTypeOf<ObjectiveRecord>();
  expectTypeOf(record.manualProgress).toEqualTypeOf<number | null>();
  expectTypeOf(record.state).toEqualTypeOf<'draft' | 'active' | 'closed'>();
});
