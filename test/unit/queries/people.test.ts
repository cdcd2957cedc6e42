import { expect, test } from 'vitest';
import { queries } from '#shared/protocol/index.ts';
import { ana, bilal, chen, idOf, itemOf, snapshot, teamSpace } from '../readmodels/profile.ts';
import { openQueries, selfSpace, storeEntry, wednesday } from './engine.ts';
import { anaPage, bilalPage, checkIn, checkInId, comment, cycle, keyResult, objective, person } from './records.ts';

const settings = () =>
  snapshot(
    'team-settings',
    'team',
    {
      name: 'Kestrel',
      standardHours: 12,
      question: 'What surprised you?',
      values: { [itemOf('v')]: { text: 'Write it down' } },
    },
    { key: 'team' },
  );

test('people show by their own pages, and by the name given at joining until these arrive', () => {
  const { people, mayInvite } = openQueries([settings(), anaPage()]).handlers.people.run({});
  expect(people.map((one) => [one.name, one.me, one.heads.length])).toEqual([
    ['Ana Moreira', true, 1],
    ['Bilal', false, 0],
    ['Chen', false, 0],
  ]);
  expect(people[1]).toMatchObject({ managerId: ana, standardHours: 12, urgentHours: 4, timeZone: 'UTC' });
  expect(mayInvite).toBe(true);
});

test('a page of somebody who is not in the team shows nowhere', () => {
  const { people } = openQueries([person(idOf('stranger'), { name: 'Stranger' })]).handlers.people.run({});
  expect(people.map((one) => one.name)).toEqual(['Ana', 'Bilal', 'Chen']);
});

test('invitations that ran out say so; members do not invite', () => {
  const open = {
    id: idOf('invitation'),
    note: 'Dana',
    role: 'member',
    createdAt: 1,
    expiresAt: wednesday,
    createdById: ana,
    state: 'open',
    usedById: null,
  } as const;
  const later = { ...open, id: idOf('later'), createdAt: 2, expiresAt: wednesday + 1 };
  const result = openQueries([], { me: bilal, invitations: [open, later] }).handlers.people.run({});
  expect(queries.people.result.safeParse(result).error).toBeUndefined();
  expect(result.invitations.map((one) => one.state)).toEqual(['open', 'expired']);
  expect(result.invitations.map((one) => one.name)).toEqual(['Dana', 'Dana']);
  expect(result).toMatchObject({ mayInvite: false, mayAdminister: false });
});

test('the session names team, person and time', () => {
  const result = openQueries([settings(), anaPage()]).handlers.session.run({});
  expect(queries.session.result.safeParse(result).error).toBeUndefined();
  expect(result).toMatchObject({
    state: 'ready',
    now: wednesday,
    team: { name: 'Kestrel', values: ['Write it down'], staleDays: 14 },
    me: { name: 'Ana Moreira' },
  });
});

test('a thread holds what was said about and by a person, kudos with their evidence, and their goals', () => {
  const { handlers } = openQueries([
    anaPage(),
    bilalPage(),
    cycle(),
    objective('Guides', { ownerId: bilal, ...keyResult('k', 10) }),
    snapshot('feedback', 'old', { aboutId: bilal, text: 'Clear notes' }, { at: 10, spaceId: idOf('pair') }),
    snapshot('feedback', 'new', { aboutId: ana, text: 'Thank you' }, { by: bilal, at: 20, spaceId: idOf('pair') }),
    snapshot('feedback', 'other', { aboutId: chen, text: 'Elsewhere' }, { at: 30 }),
    snapshot('kudos', 'kudos', { toId: bilal, text: 'Guides', evidenceId: idOf('Guides') }),
    snapshot('kudos', 'lost', { toId: bilal, text: 'Gone', evidenceId: idOf('gone') }, { at: 1 }),
  ]);
  const result = handlers.thread.run({ personId: bilal });
  expect(queries.thread.result.safeParse(result).error).toBeUndefined();
  expect(result.feedback.map((one) => one.text)).toEqual(['Thank you', 'Clear notes']);
  expect(result.feedback[0]?.audience.kind).toBe('named');
  expect(result.kudos.map((one) => one.evidenceTitle)).toEqual(['Guides', null]);
  expect(result.goals.map((row) => row.title)).toEqual(['Guides']);
});

test('each visibility says who would read, or why it cannot be chosen', () => {
  const { handlers } = openQueries([]);
  const audiences = (personId: string) =>
    Object.fromEntries(handlers.thread.run({ personId }).audiences.map((one) => [one.visibility, one]));
  expect(audiences(chen)).toMatchObject({
    recipient: { readerIds: [ana, chen].sort(), impossible: null },
    manager: { readerIds: [], impossible: expect.stringContaining('no manager') },
    everyone: { readerIds: [ana, bilal, chen].sort(), impossible: null },
  });
  expect(audiences(ana).recipient?.impossible).toContain('somebody else');
  expect(audiences(idOf('nobody')).everyone?.impossible).toContain('not in the team');
});

test('a check-in shows with plans in order, blockers, acknowledgements and comments', () => {
  const id = checkInId(bilal, '2026-W20');
  const { handlers } = openQueries([
    checkIn(bilal, '2026-W20', {
      plans: { [itemOf('p2')]: { text: 'Second', order: 2 }, [itemOf('p1')]: { text: 'First', order: 1 } },
      blockers: { [itemOf('b')]: { text: 'Waiting', waitsForId: ana, urgent: true } },
      updates: { [itemOf('u')]: { keyResultId: itemOf('k'), value: 3, note: 'Slow' } },
    }),
    checkIn(bilal, '2026-W19', {}, { at: 5 }),
    comment('remark', id, ana, 'Good', 7),
    snapshot('acknowledgement', 'seen', { targetId: id, personId: ana }, { key: `${id}/${ana}`, at: 9 }),
  ]);
  const { checkIn: found } = handlers.checkIn.run({ id });
  expect(queries.checkIn.result.shape.checkIn.safeParse(found).error).toBeUndefined();
  expect(found).toMatchObject({
    plans: [{ text: 'First' }, { text: 'Second' }],
    blockers: [{ waitsForId: ana, urgent: true }],
    updates: [{ value: 3, note: 'Slow' }],
    acknowledgements: [{ byId: ana, at: 9 }],
    comments: [{ text: 'Good' }],
  });
  expect(handlers.checkIns.run({ personId: bilal, limit: 1 }).checkIns.map((one) => one.week)).toEqual(['2026-W20']);
  expect(handlers.checkIn.run({ id: idOf('nowhere') })).toEqual({ checkIn: null });
});

test('the check-in screen is filled with what is carried over and with my key results', () => {
  const plan = (text: string, outcome: string, carried = 0) => ({ text, outcome, carried, order: carried });
  const { db, handlers } = openQueries([
    settings(),
    anaPage(),
    cycle(),
    objective('Goal', keyResult('k', 40, 'on-track')),
    checkIn(ana, '2026-W19', {
      plans: { [itemOf('a')]: plan('Carry me', 'open', 2), [itemOf('b')]: plan('New', 'open') },
    }),
  ]);
  db.prepare("INSERT INTO local_drafts (key, value, saved_at) VALUES ('check-in/2026-W20', '{}', 5)").run();
  const result = handlers.checkInDraft.run({});
  expect(queries.checkInDraft.result.safeParse(result).error).toBeUndefined();
  expect(result).toMatchObject({
    week: '2026-W20',
    start: '2026-05-11',
    end: '2026-05-17',
    lastPlans: [
      { text: 'New', outcome: 'open', carried: 0 },
      { text: 'Carry me', outcome: 'open', carried: 2 },
    ],
    plans: [
      { text: 'New', carried: 1 },
      { text: 'Carry me', carried: 3 },
    ],
    keyResults: [{ title: 'k', value: 40 }],
    cycleEnd: '2026-06-30',
    question: 'What surprised you?',
    draft: '{}',
    draftSavedAt: 5,
    submitted: null,
    audience: { kind: 'team' },
  });
});

test('a submitted week shows what went out', () => {
  const { handlers } = openQueries([anaPage(), checkIn(ana, '2026-W20', { answer: 'Done' })]);
  expect(handlers.checkInDraft.run({}).submitted?.answer).toBe('Done');
});

test('trust lists who can read what and what was set aside, with the reason', () => {
  const { db, handlers } = openQueries([
    objective('Goal'),
    objective('Other'),
    comment('c', idOf('Goal'), ana, 'Hi', 1),
    snapshot('pulse', 'p', { week: '2026-W20', value: 4 }, { key: '2026-W20', spaceId: selfSpace }),
    snapshot('space-info', 's', {}, { key: 'space', spaceId: idOf('pair') }),
    snapshot('feedback', 'f', { aboutId: bilal, text: 'Fine' }, { spaceId: idOf('pair') }),
  ]);
  storeEntry(db, {
    recordId: idOf('x'),
    kind: 'objective',
    by: bilal,
    receivedAt: 9,
    state: 'quarantined',
    reason: 'No.',
  });
  storeEntry(db, { recordId: idOf('x'), kind: 'objective', by: bilal, receivedAt: 9, state: 'locked' });
  const result = handlers.trust.run({});
  expect(result.spaces.map(({ audience, holds, records }) => [audience.kind, holds, records])).toEqual([
    ['self', 'Pulse', 1],
    ['named', 'Feedback', 1],
    ['team', 'Goals, comments', 3],
  ]);
  expect(result.setAside.map((one) => [one.state, one.reason])).toEqual([
    ['locked', expect.stringContaining('key')],
    ['quarantined', 'No.'],
  ]);
  expect(result.entries).toBe(2);
});

test('late work says who may admit it, and its author finds their words kept', () => {
  const opened = openQueries([]);
  const { db } = opened;
  storeEntry(db, {
    recordId: idOf('late'),
    kind: 'comment',
    by: bilal,
    receivedAt: 9,
    state: 'quarantined',
    reason: 'Too late.',
  });
  storeEntry(db, {
    recordId: idOf('own'),
    kind: 'comment',
    by: ana,
    receivedAt: 9,
    state: 'quarantined',
    reason: 'Too late.',
  });
  db.exec("INSERT INTO waits (missing, entry_id) SELECT 'late:' || record_id, id FROM entries");
  const before = opened.handlers.trust.run({}).setAside;
  expect(before.map(({ mayAdmit, kept }) => [mayAdmit, kept])).toEqual([
    [true, null],
    [true, null],
  ]);
  const own = before.find(({ byId }) => byId === ana)?.entryId ?? '';
  db.prepare('INSERT INTO local_drafts (key, value, saved_at) VALUES (?, ?, 1)').run(
    `set-aside/${idOf('own')}/${own}`,
    JSON.stringify({
      fields: [
        { path: 'targetId', value: idOf('x') },
        { path: 'text', value: 'my words' },
      ],
    }),
  );
  expect(opened.handlers.trust.run({}).setAside.map(({ kept }) => kept)).toContain('my words');
});

test('the team and the private space are listed before they hold anything', () => {
  const { spaces } = openQueries([]).handlers.trust.run({});
  expect(spaces.map((one) => [one.audience.spaceId, one.records])).toEqual([
    [selfSpace, 0],
    [teamSpace, 0],
  ]);
});
