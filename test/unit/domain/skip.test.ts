import { expect, test } from 'vitest';
import { kinds } from '#shared/schema/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { createDesk } from './desk.ts';
import { ana, signer } from './team.ts';

const rest = { lastPlans: [], updates: [], blockers: [], question: '', answer: '' };
const checkIn = (value: Parameters<(typeof kinds)['check-in']['parse']>[0]) => expectOk(kinds['check-in'].parse(value));

test('a skipped week takes the place of its check-in, with the reason and nothing else', () => {
  const desk = createDesk(signer(ana));
  const { ids } = desk.run('checkIn.skip', { week: '2026-W20', reason: ' Moving house ' });
  expect(checkIn(desk.value(ids[0] ?? ''))).toMatchObject({
    personId: ana,
    week: '2026-W20',
    skipped: true,
    skipReason: 'Moving house',
    plans: {},
  });
  for (const again of [
    desk.ask('checkIn.skip', { week: '2026-W20' }),
    desk.ask('checkIn.submit', { week: '2026-W20', plans: [{ text: 'Late' }], ...rest }),
  ])
    expect(again.ok ? null : again.error.code).toBe('conflict');
});

test('a pulse stands in the check-in only for the week whose author shares it', () => {
  const desk = createDesk(signer(ana));
  const send = (week: string, more: object) =>
    checkIn(
      desk.value(desk.run('checkIn.submit', { week, plans: [{ text: 'A plan' }], ...rest, ...more }).ids[0] ?? ''),
    );
  expect(send('2026-W19', { pulse: 2 }).pulse).toBeNull();
  expect(send('2026-W20', { pulse: 4, sharePulse: true }).pulse).toBe(4);
  expect(send('2026-W21', { sharePulse: true }).pulse).toBeNull();
});
