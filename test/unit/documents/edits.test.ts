import { describe, expect, test } from 'vitest';
import { actorOf, createMachine, idOf, layout } from './machines.ts';

const record = idOf('record');
const keyResult = idOf('key result');

describe('what one person writes', () => {
  test('every kind of field reads back as it was written, and after reloading', () => {
    const ana = createMachine('ana');
    ana.edit([
      { path: 'title', value: 'Ship the beta' },
      { path: 'score', value: 0.7 },
      { path: 'parentId', value: null },
      { path: 'description', value: 'Why it matters.\nEmoji 🌍 and العربية.' },
      { path: `keyResults.${keyResult}.title`, value: 'Ten teams' },
      { path: `keyResults.${keyResult}.target`, value: 10 },
      { path: `keyResults.${keyResult}.archived`, value: false },
    ]);
    const value = {
      title: 'Ship the beta',
      score: 0.7,
      parentId: null,
      description: 'Why it matters.\nEmoji 🌍 and العربية.',
      keyResults: { [keyResult]: { title: 'Ten teams', target: 10, archived: false } },
    };
    expect(ana.settle().value).toMatchObject(value);
    ana.documents.evict(record);
    expect(ana.settle().value).toMatchObject(value);
  });

  test('an edit that changes nothing makes no change', () => {
    const ana = createMachine('ana');
    ana.edit([{ path: 'title', value: 'A' }]);
    expect(ana.edit([{ path: 'title', value: 'A' }])).toEqual([]);
    expect(ana.edit([{ path: 'description', value: '' }])).toEqual([]);
  });

  test('the last of several edits of one path wins', () => {
    const ana = createMachine('ana');
    ana.edit([
      { path: 'title', value: 'First' },
      { path: 'title', value: 'Second' },
    ]);
    expect(ana.settle().value['title']).toBe('Second');
  });

  test('half a surrogate pair and minus zero are stored as what can be stored', () => {
    const ana = createMachine('ana');
    ana.edit([
      { path: 'title', value: 'a\ud83d' },
      { path: 'score', value: -0 },
      { path: 'description', value: 'b\udc00c' },
    ]);
    expect(ana.settle().value).toMatchObject({ title: 'a\ufffd', score: 0, description: 'b\ufffdc' });
  });

  test('a long text arrives whole, in changes that no replica refuses', () => {
    const ana = createMachine('ana');
    const ben = createMachine('ben');
    const long = Array.from({ length: 2200 }, (_, index) => `wörd🌍${index}`).join(' ');
    const changes = ana.edit([{ path: 'description', value: long }]);
    expect(changes.length).toBeGreaterThan(1);
    ben.receive(changes);
    expect(ben.settle().value['description']).toBe(long);
    const shorter = ana.edit([{ path: 'description', value: 'wörd🌍0' }]);
    ben.receive(shorter);
    expect(ben.settle().value['description']).toBe('wörd🌍0');
  });

  test('edits of unknown fields, of wrong types and on unknown versions are refused with a reason', () => {
    const ana = createMachine('ana');
    const attempt = (path: string, value: string | number | null, base: readonly string[] = []) =>
      ana.documents.edit(record, layout, { actor: actorOf('ana'), base, edits: [{ path, value }] });
    expect(attempt('constructor', 'x')).toMatchObject({ ok: false, error: { code: 'unknown-path' } });
    expect(attempt('keyResults.__proto__.title', 'x')).toMatchObject({ ok: false, error: { code: 'unknown-path' } });
    expect(attempt('description', 3)).toMatchObject({ ok: false, error: { code: 'wrong-type' } });
    expect(attempt('score', Number.NaN)).toMatchObject({ ok: false, error: { code: 'wrong-type' } });
    expect(attempt('title', 'x'.repeat(20_001))).toMatchObject({ ok: false, error: { code: 'too-large' } });
    expect(attempt('title', 'x', ['ab'.repeat(32)])).toMatchObject({ ok: false, error: { code: 'unknown-base' } });
    expect(ana.edit([{ path: 'title', value: 'Real' }])).toHaveLength(1);
    expect(attempt('title', 'y', [])).toMatchObject({ ok: false, error: { code: 'unknown-base' } });
  });

  test('a rollback also forgets what was settled but never committed', () => {
    const ana = createMachine('ana');
    ana.edit([{ path: 'title', value: 'Kept' }]);
    const base = ana.documents.heads(record, layout);
    ana.documents.edit(record, layout, { actor: actorOf('ana'), base, edits: [{ path: 'title', value: 'Lost' }] });
    ana.documents.settle(record, layout);
    ana.documents.rollback();
    expect(ana.documents.heads(record, layout)).toEqual(base);
  });

  test('after a rollback the next edit builds on what was committed', () => {
    const ana = createMachine('ana');
    const ben = createMachine('ben');
    const first = ana.edit([{ path: 'title', value: 'Kept' }]);
    const base = ana.documents.heads(record, layout);
    ana.documents.edit(record, layout, { actor: actorOf('ana'), base, edits: [{ path: 'title', value: 'Lost' }] });
    ana.documents.rollback();
    expect(ana.documents.heads(record, layout)).toEqual(base);
    const second = ana.edit([{ path: 'description', value: 'After' }]);
    ben.receive([...first, ...second]);
    expect(ben.settle().value).toMatchObject({ title: 'Kept', description: 'After' });
  });
});

describe('what the history says', () => {
  test('each change tells what its author saw and what it left', () => {
    const ana = createMachine('ana');
    const ben = createMachine('ben');
    const start = ana.edit([
      { path: 'title', value: 'One' },
      { path: 'description', value: 'Words' },
    ]);
    ben.receive(start);
    const [byAna] = ana.edit([{ path: 'title', value: 'Two' }]);
    const [byBen] = ben.edit([
      { path: 'title', value: 'Three' },
      { path: 'description', value: 'More words' },
    ]);
    if (byAna === undefined || byBen === undefined) throw new Error('No change was made.');
    ana.receive([byBen]);
    expect(ana.documents.history(record, layout, [byAna.hash, byBen.hash])).toEqual([
      [{ path: 'title', from: 'One', to: 'Two' }],
      [
        { path: 'title', from: 'One', to: 'Three' },
        { path: 'description', from: 'Words', to: 'More words' },
      ],
    ]);
  });

  test('an old version can be looked at, an unknown one cannot', () => {
    const ana = createMachine('ana');
    ana.edit([{ path: 'title', value: 'One' }]);
    const then = ana.documents.heads(record, layout);
    ana.edit([{ path: 'title', value: 'Two' }]);
    expect(ana.documents.valueAt(record, layout, then)).toMatchObject({ ok: true, value: { title: 'One' } });
    expect(ana.documents.valueAt(record, layout, ['00'.repeat(32)])).toMatchObject({ ok: false });
  });
});
