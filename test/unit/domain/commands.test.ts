import { expect, test } from 'vitest';
import { plannedIn, type Decision } from '#shared/domain/index.ts';
import type { CommandParams, ProtocolError } from '#shared/protocol/index.ts';
import { kinds } from '#shared/schema/index.ts';
import { expectOk } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import { createDesk } from './desk.ts';
import { ana, bilal, chen, dana, signer } from './team.ts';

const hours = ['09:00-17:00', null, null, null, null, null, null];
const profile = { name: 'Ana', timeZone: 'America/Toronto', workingHours: hours };
const base: string[] = [];
const number = { title: 'Latency', type: 'number', start: 900, target: 300 } as const;

const founded = () => {
  const desk = createDesk(signer(ana, 'owner'));
  const { ids } = desk.run('team.create', { teamName: 'Delta', person: profile });
  return { desk, settingsId: ids[0] ?? '', personId: ids[1] ?? '', cycleId: ids[2] ?? '' };
};
const withObjective = (more: Partial<CommandParams<'objective.create'>> = {}) => {
  const { desk, cycleId } = founded();
  const made = desk.run('objective.create', {
    title: 'Answer in time',
    cycleId,
    ownerId: bilal,
    keyResults: [number, { title: 'Switch it on', type: 'boolean', start: 5, target: 5 }],
    ...more,
  });
  return { desk, cycleId, id: made.ids[0] ?? '', keyResultIds: made.itemIds };
};
const refusal = (result: Result<Decision, ProtocolError>) => (result.ok ? undefined : result.error);

test('a new team has its settings, its creator’s page and a cycle for the quarter', () => {
  const { desk, cycleId, personId, settingsId } = founded();
  expect(expectOk(kinds.cycle.parse(desk.value(cycleId)))).toEqual({
    title: 'Q2 2026',
    start: '2026-04-01',
    end: '2026-06-30',
    state: 'open',
  });
  expect(desk.value(personId)).toMatchObject({ name: 'Ana', hours0: '09:00-17:00', hours1: null });
  expect(kinds['team-settings'].title(desk.value(settingsId))).toBe('Delta');
});

test('a new team begins with the questions and the values of its founder’s language', () => {
  const desk = createDesk(signer(ana, 'owner'));
  const words = {
    questions: ['Was hast du gelernt?', 'Was lassen wir?'],
    values: ['Schreib es auf', 'Helft einander'],
  };
  const { ids } = desk.run('team.create', { teamName: 'Delta', person: profile, ...words });
  const settings = expectOk(kinds['team-settings'].parse(desk.value(ids[0] ?? '')));
  expect(settings.question).toBe('Was hast du gelernt?');
  expect(settings.questions).toBe('Was hast du gelernt?\nWas lassen wir?');
  expect(Object.values(settings.values).map((value) => value.text)).toEqual(words.values);
});

test('a zone that no clock knows is refused before anything is written', () => {
  const desk = createDesk(signer(ana, 'owner'));
  const result = desk.ask('team.create', { teamName: 'Delta', person: { ...profile, timeZone: 'Mars/Olympus' } });
  expect(refusal(result)).toMatchObject({ code: 'invalid', field: 'person.timeZone' });
});

test('team values are archived when left out and taken up again when they come back', () => {
  const { desk, settingsId } = founded();
  desk.run('team.update', { base, values: ['Care'] });
  const shown = () =>
    Object.values(expectOk(kinds['team-settings'].parse(desk.value(settingsId))).values)
      .filter((each) => !each.archived)
      .map((each) => each.text);
  expect(shown()).toEqual(['Care']);
  desk.run('team.update', { base, values: ['Help each other', 'Care'] });
  expect(shown().sort()).toEqual(['Care', 'Help each other']);
  expect(desk.run('team.update', { base, values: ['Care', 'Help each other'] }).writes).toEqual([]);
});

test('a member cannot change the team’s settings', () => {
  const { desk } = founded();
  expect(refusal(desk.as(signer(bilal)).ask('team.update', { base, name: 'Mine' }))?.code).toBe('not-allowed');
});

test('an objective comes with its key results, in order, booleans from 0 to 1', () => {
  const { desk, id, keyResultIds } = withObjective();
  const value = expectOk(kinds.objective.parse(desk.value(id)));
  expect(keyResultIds.map((each) => value.keyResults[each])).toMatchObject([
    { title: 'Latency', start: 900, target: 300, order: 0 },
    { title: 'Switch it on', start: 0, target: 1, order: 1 },
  ]);
});

test('a key result that starts where it ends is refused with the field to change', () => {
  const { desk, cycleId } = founded();
  const keyResults = [{ ...number, target: 900 }];
  const result = desk.ask('objective.create', { title: 'X', cycleId, ownerId: ana, keyResults });
  expect(refusal(result)).toMatchObject({ field: 'keyResults.0.target', sentence: expect.stringMatching(/same/) });
});

test('a form that sends what is there already changes nothing', () => {
  const { desk, id } = withObjective();
  const same: Partial<CommandParams<'objective.update'>> = {
    title: 'Answer in time',
    ownerId: bilal,
    parentId: null,
    contributorIds: [],
    state: 'active',
  };
  expect(desk.run('objective.update', { id, base, ...same }).writes).toEqual([]);
});

test('contributors are added and left out one by one', () => {
  const { desk, id } = withObjective({ contributorIds: [chen] });
  const { writes } = desk.run('objective.update', { id, base, contributorIds: [ana] });
  expect(writes[0]?.edits).toEqual([
    { path: `contributors.${chen}.in`, value: false },
    { path: `contributors.${ana}.in`, value: true },
  ]);
});

test('an objective never lies below itself', () => {
  const { desk, id, cycleId } = withObjective();
  const child = desk.run('objective.create', { title: 'Child', cycleId, ownerId: ana, parentId: id }).ids[0] ?? '';
  const grandchild = desk.run('objective.create', { title: 'Next', cycleId, ownerId: ana, parentId: child }).ids[0];
  for (const parentId of [id, child, grandchild]) {
    const result = desk.ask('objective.update', { id, base, parentId: parentId ?? '' });
    expect(refusal(result)).toMatchObject({ field: 'parentId' });
  }
});

test('progress set by hand says whose hand it was', () => {
  const { desk, id } = withObjective();
  expect(refusal(desk.ask('objective.update', { id, base, rollUp: 'manual' }))?.field).toBe('manualProgress');
  desk.run('objective.update', { id, base, rollUp: 'manual', manualProgress: 0.4 });
  expect(desk.value(id)).toMatchObject({ rollUp: 'manual', manualProgress: 0.4, manualById: ana });
});

test('closing takes a score and a written reflection; opening again takes them back', () => {
  const { desk, id } = withObjective();
  expect(refusal(desk.ask('objective.close', { id, base, score: 0.7, reflection: ' ' }))?.field).toBe('reflection');
  desk.run('objective.close', { id, base, score: 0.7, reflection: 'We began too late.' });
  expect(desk.value(id)).toMatchObject({ state: 'closed', score: 0.7, reflection: 'We began too late.' });
  expect(refusal(desk.ask('objective.close', { id, base, score: 0.7, reflection: 'Again' }))?.code).toBe('conflict');
  desk.run('objective.update', { id, base, state: 'active' });
  expect(desk.value(id)).toMatchObject({ state: 'active', score: null, closedAt: null });
});

test('a closed objective and an archived key result take no progress', () => {
  const { desk, id, keyResultIds } = withObjective({ ownerId: ana });
  const [first = '', second = ''] = keyResultIds;
  const report = { objectiveId: id, base, value: 1, confidence: null, projection: null };
  desk.run('keyResult.update', { objectiveId: id, keyResultId: first, base, archived: true });
  expect(refusal(desk.ask('keyResult.progress', { ...report, keyResultId: first }))?.code).toBe('not-allowed');
  desk.run('keyResult.progress', { ...report, keyResultId: second });
  desk.run('objective.close', { id, base, score: 1, reflection: 'Done.' });
  expect(refusal(desk.ask('keyResult.progress', { ...report, keyResultId: second }))?.code).toBe('not-allowed');
});

test('a check-in is the check-in, an update on each objective, a request for each blocker, and a private pulse', () => {
  const { desk, id, keyResultIds } = withObjective({ ownerId: ana });
  const [first = '', second = ''] = keyResultIds;
  const say = { confidence: 'at-risk', projection: 350, note: '' } as const;
  const { writes, ids } = desk.run('checkIn.submit', {
    week: '2026-W20',
    lastPlans: [],
    plans: [{ text: 'Ship it' }],
    updates: [
      { keyResultId: first, value: 500, ...say },
      { keyResultId: second, value: null, confidence: null, projection: null, note: '' },
    ],
    blockers: [{ text: 'Needs a key', waitsForId: bilal, urgent: true }],
    question: 'What did you learn?',
    answer: 'Enough',
    pulse: 4,
  });
  expect(writes.map((write) => write.kind)).toEqual(['request', 'check-in', 'objective', 'pulse']);
  expect(writes.map((write) => (write.act === 'create' ? write.place.space : 'there'))).toEqual([
    'team',
    'team',
    'there',
    'self',
  ]);
  const [asked = '', checkInId = ''] = ids;
  expect(desk.value(asked)).toMatchObject({ question: 'Needs a key', fromId: ana, urgent: true });
  const updates = Object.values(expectOk(kinds.objective.parse(desk.value(id))).updates);
  expect(updates).toMatchObject([{ keyResultId: first, value: 500, confidence: 'at-risk', projection: 350 }]);
  const checkIn = expectOk(kinds['check-in'].parse(desk.value(checkInId)));
  expect(checkIn).toMatchObject({ personId: ana, week: '2026-W20', answer: 'Enough' });
  // It is not shared: nothing of it is written to the team.
  expect(JSON.stringify(writes[1]?.edits)).not.toContain('pulse');
});

test('a check-in says of a plan that is a task what becomes of the task, and hands one over as a task of theirs', () => {
  const { desk } = withObjective({ ownerId: ana });
  const of = (title: string): string => desk.run('task.create', { title, ownerId: ana, week: '2026-W19' }).ids[0] ?? '';
  const [done, on, dropped] = [of('Write it'), of('Test it'), of('Colour it')];
  const plan = (id: string, outcome: 'done' | 'carried' | 'dropped') =>
    ({ id, text: 'A plan', outcome, carried: 0, keyResultId: null }) as const;
  const { ids } = desk.run('checkIn.submit', {
    week: '2026-W20',
    lastPlans: [plan(done, 'done'), plan(on, 'carried'), plan(dropped, 'dropped')],
    plans: [],
    updates: [],
    blockers: [],
    handOvers: [{ text: 'Agree error states', toId: bilal }],
    question: '',
    answer: '',
  });
  const task = (id: string) => expectOk(kinds.task.parse(desk.value(id)));
  expect(task(done)).toMatchObject({ state: 'done' });
  expect(task(dropped)).toMatchObject({ state: 'dropped' });
  expect(task(on).state).toBe('open');
  expect(plannedIn(task(on))?.week).toBe('2026-W20');
  expect(task(ids.at(-1) ?? '')).toMatchObject({ title: 'Agree error states', ownerId: bilal, acceptedById: ana });
});

test('confidence without a value confirms the present value', () => {
  const { desk, id, keyResultIds } = withObjective({ ownerId: ana });
  const keyResultId = keyResultIds[0] ?? '';
  const update = { keyResultId, value: null, confidence: 'on-track', projection: null, note: '' } as const;
  const rest = { lastPlans: [], plans: [], blockers: [], question: '', answer: '' };
  desk.run('checkIn.submit', { week: '2026-W20', updates: [update], ...rest });
  const updates = Object.values(expectOk(kinds.objective.parse(desk.value(id))).updates);
  expect(updates).toMatchObject([{ value: 900, confidence: 'on-track' }]);
});

test('a week is checked in once, is in the calendar, and says something', () => {
  const { desk } = founded();
  const rest = { lastPlans: [], plans: [], updates: [], blockers: [], question: '', answer: '' };
  expect(refusal(desk.ask('checkIn.submit', { week: '2026-W20', ...rest }))?.sentence).toMatch(/empty/);
  expect(refusal(desk.ask('checkIn.submit', { week: '2025-W53', ...rest }))?.field).toBe('week');
  desk.run('checkIn.submit', { week: '2026-W20', ...rest, nothingChanged: true });
  const again = desk.ask('checkIn.submit', { week: '2026-W20', ...rest, nothingChanged: true });
  expect(refusal(again)?.code).toBe('conflict');
});

test('reporting on somebody else’s key result is refused with the policy’s sentence', () => {
  const { desk, id, keyResultIds } = withObjective();
  const report = {
    objectiveId: id,
    keyResultId: keyResultIds[0] ?? '',
    base,
    value: 5,
    confidence: null,
    projection: null,
  };
  expect(refusal(desk.as(signer(chen)).ask('keyResult.progress', report))).toMatchObject({
    code: 'not-allowed',
    sentence: expect.stringMatching(/report its progress/),
  });
});

test('the manager acknowledges, twice is once, the author does not', () => {
  const { desk } = founded();
  const theirs = desk.as(signer(bilal));
  const rest = { lastPlans: [], plans: [], updates: [], blockers: [], question: '', answer: 'Fine' };
  const checkInId = theirs.run('checkIn.submit', { week: '2026-W20', ...rest }).ids[0] ?? '';
  expect(refusal(theirs.ask('checkIn.acknowledge', { checkInId }))?.code).toBe('not-allowed');
  const manager = theirs.as(signer(ana, 'owner'));
  const first = manager.run('checkIn.acknowledge', { checkInId });
  expect(manager.run('checkIn.acknowledge', { checkInId })).toMatchObject({ writes: [], existingId: first.ids[0] });
  expect(refusal(theirs.as(signer(chen)).ask('checkIn.acknowledge', { checkInId }))?.sentence).toMatch(/manager/);
});

test('feedback goes to exactly its readers, and comments on it to the same', () => {
  const { desk } = founded();
  const from = desk.as(signer(chen));
  const given = from.run('feedback.give', {
    aboutId: bilal,
    visibility: 'recipient-and-manager',
    text: 'Clear notes.',
  });
  expect(given.writes[0]).toMatchObject({ place: { space: 'named', readers: [ana, bilal, chen].sort() } });
  const reply = from.run('comment.add', { targetId: given.ids[0] ?? '', text: 'Thank you' });
  expect(from.records.get(reply.ids[0] ?? '')?.space.readers).toEqual([ana, bilal, chen].sort());
  expect(refusal(from.ask('feedback.give', { aboutId: chen, visibility: 'everyone', text: 'Me' }))?.field).toBe(
    'visibility',
  );
  expect(refusal(from.ask('feedback.give', { aboutId: ana, visibility: 'manager', text: 'x' }))?.sentence).toMatch(
    /no manager/,
  );
});

test('kudos are for somebody else and point to what everybody can read', () => {
  const { desk } = founded();
  expect(refusal(desk.ask('kudos.give', { toId: ana, value: '', text: 'Me' }))?.field).toBe('toId');
  const secret = desk.run('feedback.give', { aboutId: bilal, visibility: 'recipient', text: 'Quietly' }).ids[0] ?? '';
  const pointing = desk.ask('kudos.give', { toId: bilal, value: '', text: 'Well done', evidenceId: secret });
  expect(refusal(pointing)?.field).toBe('evidenceId');
  desk.run('kudos.give', { toId: bilal, value: 'Care', text: 'Well done' });
});

test('a guest reads and does not write', () => {
  const { desk, cycleId } = founded();
  const guest = desk.as(signer(dana, 'guest'));
  expect(refusal(guest.ask('objective.create', { title: 'Mine', cycleId, ownerId: null }))?.sentence).toMatch(/Guests/);
  guest.run('team.join', { link: 'x', person: { ...profile, name: 'Dana' } });
});

test('only its author edits a comment', () => {
  const { desk, id } = withObjective();
  const comment = desk.run('comment.add', { targetId: id, text: 'Why 300?' }).ids[0] ?? '';
  desk.run('comment.edit', { id: comment, base, text: 'Why 300 ms?' });
  expect(desk.value(comment)).toMatchObject({ text: 'Why 300 ms?', targetKind: 'objective' });
  expect(refusal(desk.as(signer(bilal)).ask('comment.edit', { id: comment, base, text: 'No' }))?.code).toBe(
    'not-allowed',
  );
});

test('settling a conflict writes the picked value even where it shows already', () => {
  const { desk, id } = withObjective();
  const { writes } = desk.run('conflict.resolve', { recordId: id, path: 'title', base, value: 'Answer in time' });
  expect(writes[0]?.edits).toEqual([{ path: 'title', value: 'Answer in time' }]);
  expect(refusal(desk.ask('conflict.resolve', { recordId: id, path: 'nope', base, value: 1 }))?.field).toBe('path');
  expect(refusal(desk.ask('conflict.resolve', { recordId: id, path: 'title', base, value: 4 }))?.code).toBe('invalid');
});

test('a record that waits for a newer version takes no edits', () => {
  const { desk, id } = withObjective();
  const record = desk.records.get(id);
  if (record !== undefined) desk.put({ ...record, readOnlyReason: 'Update Meridian to change this.' });
  expect(refusal(desk.ask('objective.update', { id, base, title: 'New' }))).toMatchObject({ code: 'newer-version' });
});
