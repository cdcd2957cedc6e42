import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planTasks, readForeignTasks } from '#engine/exchange/index.ts';
import type { TaskPlanContext } from '#engine/exchange/index.ts';
import { kinds } from '#shared/schema/index.ts';
import type { TaskRecord } from '#shared/schema/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { now } from './plans.ts';

const ana = 'a'.repeat(43);
const ben = 'b'.repeat(43);

const asanaCsv = `Task ID,Created At,Completed At,Last Modified,Name,Section/Column,Assignee,Assignee Email,Start Date,Due Date,Tags,Notes,Projects,Parent task
1201,2026-04-01,,2026-05-01,Write the guide,To do,Ana Silva,ana@example.org,,2026-05-20,,"First line
second line",Docs,
1202,2026-04-02,2026-05-02,2026-05-02,Ship it,Done,Somebody Else,,,,,,Docs,
`;
const trelloCsv = `Card ID,Card Name,Card URL,Card Description,Labels,Members,Due Date,List Name,Archived,Due Complete,Last Activity Date
c1,Fix the form,https://trello.com/c/c1,Short,,Ben Lee (benlee),2026-05-20T22:30:00.000Z,Doing,false,false,2026-05-01T10:00:00.000Z
c2,Old idea,https://trello.com/c/c2,,,,,Ideas,true,false,2026-05-01T10:00:00.000Z
c3,Shipped,https://trello.com/c/c3,,,,,Done,false,false,2026-05-03T10:00:00.000Z
`;
const trelloJson = JSON.stringify({
  name: 'Board',
  lists: [{ id: 'l1', name: 'Doing' }],
  members: [{ id: 'm1', fullName: 'Ben Lee', username: 'benlee' }],
  cards: [
    { id: 'c1', name: 'Fix the form', desc: '', due: '2026-05-20T22:30:00.000Z', idList: 'l1', idMembers: ['m1'] },
    { id: 'c2', name: 'Put away', desc: '', due: null, closed: true, idList: 'l1', idMembers: [] },
  ],
});
const asanaJson = JSON.stringify({
  data: [
    {
      gid: '77',
      name: 'Launch',
      resource_subtype: 'milestone',
      completed: true,
      completed_at: '2026-05-02T08:00:00.000Z',
      due_on: '2026-05-01',
      assignee: { gid: '9', name: 'Ana' },
      notes: '',
    },
  ],
});

const context = (more: Partial<TaskPlanContext> = {}): TaskPlanContext => ({
  existing: new Map(),
  people: [
    { id: ana, name: 'Ana Silva' },
    { id: ben, name: 'Ben Lee' },
  ],
  now,
  timeZone: 'Asia/Karachi',
  refusal: () => null,
  ...more,
});

const read = (text: string) => {
  const found = readForeignTasks(text);
  if (found === undefined) throw new Error('Nothing recognised the file.');
  return found;
};

/** What the tasks are once their edits are written. */
const written = (text: string, ctx = context()): TaskPlanContext['existing'] => {
  const before = new Map([...ctx.existing.values()].map(({ recordId, value }) => [recordId, value] as const));
  planTasks(read(text), ctx).writes.forEach(({ recordId, edits }, nth) => {
    const id = recordId ?? `new-${nth}`;
    const value = { ...before.get(id), ...Object.fromEntries(edits.map(({ path, value: to }) => [path, to])) };
    before.set(id, expectOk(kinds.task.parse(value)));
  });
  return new Map([...before].map(([recordId, value]) => [value.importKey ?? '', { recordId, value }]));
};

describe('task exports of other tools', () => {
  test('an Asana CSV gives its tasks with owner, day, notes and what is done', () => {
    const all = [...written(asanaCsv).values()].map(({ value }) => value);
    expect(all).toMatchObject([
      { title: 'Write the guide', ownerId: ana, due: '2026-05-20', state: 'open', note: 'First line\nsecond line' },
      { title: 'Ship it', ownerId: null, due: null, state: 'done', doneAt: Date.parse('2026-05-02') },
    ]);
  });

  test('a Trello CSV gives its cards; an instant becomes the day that it is here', () => {
    const all = [...written(trelloCsv).values()].map(({ value }) => value);
    expect(all).toMatchObject([
      { title: 'Fix the form', ownerId: ben, due: '2026-05-21', state: 'open' },
      { title: 'Old idea', state: 'dropped' },
      { title: 'Shipped', state: 'done', doneAt: Date.parse('2026-05-03T10:00:00.000Z') },
    ]);
  });

  test('a Trello board and an Asana project as JSON give the same', () => {
    expect([...written(trelloJson).values()].map(({ value }) => [value.title, value.ownerId, value.state])).toEqual([
      ['Fix the form', ben, 'open'],
      ['Put away', null, 'dropped'],
    ]);
    expect([...written(asanaJson).values()].map(({ value }) => value)).toMatchObject([
      { title: 'Launch', milestone: true, state: 'done', ownerId: ana, due: '2026-05-01' },
    ]);
  });

  test.each([asanaCsv, trelloCsv, trelloJson, asanaJson])('importing a file again changes nothing', (text) => {
    const existing = written(text);
    const again = planTasks(read(text), context({ existing }));
    expect(again.writes).toEqual([]);
    expect(new Set(again.rows.map((row) => row.effect))).toEqual(new Set(['same']));
  });

  test('what is closed here is not opened again, and a later state of the file closes what is open', () => {
    const open = written(asanaCsv);
    const [key, first] = [...open][0] ?? [];
    if (key === undefined || first === undefined) throw new Error('There is no task.');
    const done: TaskRecord = { ...first.value, state: 'done', doneAt: now };
    const ctx = context({ existing: new Map([[key, { ...first, value: done }]]) });
    expect(planTasks(read(asanaCsv), ctx).writes.filter((one) => one.recordId !== null)).toEqual([]);
    const later = asanaCsv.replace('1201,2026-04-01,,', '1201,2026-04-01,2026-05-04,');
    expect([...written(later, context({ existing: open })).values()][0]?.value.state).toBe('done');
  });

  test('a row that cannot be imported says why, and the others go on', () => {
    const text = asanaCsv.replace('Ship it', '');
    const { rows, writes } = planTasks(read(text), context());
    expect(rows.map((row) => [row.effect, row.error])).toEqual([
      ['new', null],
      ['none', 'This row has no title.'],
    ]);
    expect(writes).toHaveLength(1);
  });

  test('notes are kept whole or the row says why not: nothing is cut', () => {
    const long = 'n'.repeat(100_000);
    const withNotes = (notes: string): string => asanaJson.replace('"notes":""', `"notes":"${notes}"`);
    const [kept] = written(withNotes(long)).values();
    expect(kept?.value.note).toBe(long);
    const { rows, writes } = planTasks(read(withNotes(`${long}n`)), context());
    expect(rows.map((row) => row.error)).toEqual(['The notes are over 100000 characters.']);
    expect(writes).toEqual([]);
  });

  test('any other file is left to the import of goals', () => {
    expect(readForeignTasks('Objective,Key result,Owner\nA,B,C\n')).toBeUndefined();
    expect(readForeignTasks('{"format":"meridian-export"}')).toBeUndefined();
    expect(readForeignTasks('{')).toBeUndefined();
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(() => readForeignTasks(text)).not.toThrow();
      }),
    );
  });
});
