import { expect, test } from 'vitest';
import { createDesk } from './desk.ts';
import { ana, bilal, chen, signer } from './team.ts';

test('a performance note lies in its author’s own space, which has no other reader', () => {
  const desk = createDesk(signer(bilal, 'member'));
  const id = desk.run('note.write', { aboutId: chen, text: 'Asked before deciding, twice.' }).ids[0] ?? '';
  expect(desk.records.get(id)?.space).toEqual({ kind: 'self', readers: [bilal] });
});

test('its author words it anew, never about somebody else and never about themselves', () => {
  const desk = createDesk(signer(bilal, 'member'));
  const id = desk.run('note.write', { aboutId: chen, text: 'Asked first.' }).ids[0] ?? '';
  desk.run('note.write', { id, base: [], aboutId: ana, text: 'Asked first, twice.' });
  expect(desk.value(id)).toMatchObject({ aboutId: chen, text: 'Asked first, twice.' });
  expect(desk.ask('note.write', { aboutId: bilal, text: 'I did well.' })).toMatchObject({
    ok: false,
    error: { field: 'aboutId' },
  });
  expect(desk.ask('note.write', { aboutId: chen, text: '  ' })).toMatchObject({ ok: false, error: { field: 'text' } });
});
