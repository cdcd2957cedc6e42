import { expect, test } from 'vitest';
import { checkPolicy } from '#shared/domain/index.ts';
import { kinds, ownKey } from '#shared/schema/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { createDesk } from './desk.ts';
import { ana, bilal, chen, itemId, members, signer } from './team.ts';

const begun = () => {
  const desk = createDesk(signer(bilal, 'member'));
  const { ids } = desk.run('agenda.add', { personId: ana, text: 'Price of the retry storm' });
  return { desk, id: ids[0] ?? '' };
};

test('what is put on an agenda lies where the two, and nobody else, can read it', () => {
  const { desk, id } = begun();
  expect(desk.records.get(id)?.space).toEqual({ kind: 'pair', readers: [ana, bilal].sort() });
});

test('an item keeps whom its words name, and forgets them with the words', () => {
  const { desk } = begun();
  const ask = { personId: ana, text: 'What @Chen thinks', mentions: [{ personId: chen, as: 'Chen' }] };
  const { ids } = desk.run('agenda.add', ask);
  const id = ids[0] ?? '';
  expect(desk.value(id)).toMatchObject({ mentions: `${chen} Chen` });
  desk.run('agenda.update', { id, base: [], done: true });
  expect(desk.value(id)).toMatchObject({ mentions: `${chen} Chen` });
  desk.run('agenda.update', { id, base: [], text: 'What we think' });
  expect(desk.value(id)).toMatchObject({ mentions: '' });
  const nobody = [{ personId: itemId(9), as: 'Nobody' }];
  expect(desk.ask('agenda.add', { ...ask, text: '@Nobody', mentions: nobody })).toMatchObject({ ok: false });
});

test('an item becomes an action only with an owner among the two and a due day', () => {
  const { desk, id } = begun();
  const late = desk.ask('agenda.update', { id, base: [], form: 'action', ownerId: ana });
  expect(late).toMatchObject({ ok: false, error: { field: 'due' } });
  const nobody = desk.ask('agenda.update', { id, base: [], form: 'action', due: '2026-05-20' });
  expect(nobody).toMatchObject({ ok: false, error: { sentence: 'An action names who does it.' } });
  const third = desk.ask('agenda.update', { id, base: [], form: 'action', ownerId: chen, due: '2026-05-20' });
  expect(third).toMatchObject({ ok: false, error: { sentence: 'One of you two owns the action.' } });
  desk.run('agenda.update', { id, base: [], form: 'action', ownerId: ana, due: '2026-05-20' });
  expect(desk.value(id)).toMatchObject({ form: 'action', ownerId: ana, due: '2026-05-20' });
});

test('a decision is written down, and with that the item is dealt with', () => {
  const { desk, id } = begun();
  const unwritten = desk.ask('agenda.update', { id, base: [], form: 'decision' });
  expect(unwritten).toMatchObject({ ok: false, error: { field: 'decision' } });
  desk.run('agenda.update', { id, base: [], form: 'decision', decision: 'We cap retries at three.' });
  expect(desk.value(id)).toMatchObject({ decision: 'We cap retries at three.', doneAt: desk.ctx.now });
  desk.run('agenda.update', { id, base: [], form: 'topic', done: false });
  expect(desk.value(id)).toMatchObject({ form: 'topic', decision: '', doneAt: null });
});

test('the notes of a date are one record that both change', () => {
  const { desk } = begun();
  const note = { personId: ana, day: '2026-05-13', base: null };
  expect(desk.run('meeting.write', { ...note, notes: '   ' }).ids).toEqual([]);
  const [first] = desk.run('meeting.write', { ...note, notes: 'Ana: two regressions.' }).ids;
  const seen = { ...note, base: [] };
  const [again] = desk.run('meeting.write', { ...seen, notes: 'Ana: two regressions, both fixed.' }).ids;
  expect(again).toBe(first);
  expect(desk.value(first ?? '')).toMatchObject({ notes: 'Ana: two regressions, both fixed.' });
});

test('whoever begins the notes of a date that the other has begun goes on after them', () => {
  const { desk } = begun();
  const note = { personId: ana, day: '2026-05-13', base: null };
  const [id = ''] = desk.run('meeting.write', { ...note, notes: 'Ana: two regressions.\n' }).ids;
  desk.run('meeting.write', { ...note, notes: 'Bilal: the budget.' });
  expect(desk.value(id)).toMatchObject({ notes: 'Ana: two regressions.\n\nBilal: the budget.' });
  desk.run('meeting.write', { ...note, notes: ' ' });
  expect(desk.value(id)).toMatchObject({ notes: 'Ana: two regressions.\n\nBilal: the budget.' });
});

test('somebody outside of the two writes nothing into their 1:1', () => {
  const key = expectOk(ownKey(itemId(4), chen));
  const judged = checkPolicy({
    kind: 'agenda-item',
    schema: kinds['agenda-item'].version,
    key,
    space: { kind: 'pair', readers: [ana, bilal] },
    signer: signer(chen, 'admin'),
    ops: [{ path: 'text', action: 'set', value: 'Me too', known: false }],
    before: null,
    members,
  });
  expect(judged).toMatchObject({ ok: false, error: { sentence: 'Only the two people of a 1:1 write in it.' } });
});
