import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { preparePeople, recognise } from '#engine/exchange/index.ts';
import type { KnownPerson, PeoplePlanContext } from '#engine/exchange/index.ts';
import { readSpan, readWeek } from '#engine/exchange/import/people/hours.ts';
import { inSteps, withoutCircles } from '#engine/exchange/import/people/managers.ts';
import type { ManagerChange } from '#engine/exchange/import/people/managers.ts';
import { commands } from '#shared/protocol/index.ts';
import { expectOk } from '#shared/std/index.ts';

const week = ['09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', null, null];
const idOf = (name: string): string => name.replaceAll(' ', '-').padEnd(43, '_');
const member = (name: string, more: Partial<KnownPerson> = {}): KnownPerson => ({
  id: idOf(name),
  name,
  role: 'member',
  state: 'member',
  managerId: null,
  title: '',
  place: '',
  timeZone: 'UTC',
  workingHours: week,
  pageId: `page of ${name}`,
  ...more,
});

const ana = member('Ana Silva', { role: 'owner' });
const ben = member('Ben Lee', { managerId: ana.id });
const context = (more: Partial<PeoplePlanContext> = {}): PeoplePlanContext => ({
  people: [ana, ben],
  invitations: [],
  meId: ana.id,
  ...more,
});

const prepare = (text: string, ctx = context()) => {
  const prepared = expectOk(preparePeople({ fileName: 'people.csv', text, table: 0, mapping: undefined }, ctx));
  expect(commands['import.previewPeople'].result.parse(prepared.preview)).toEqual(prepared.preview);
  return prepared;
};
const rowsOf = (text: string, ctx = context()) => prepare(text, ctx).preview.rows;
const errorOf = (text: string, ctx = context()) => rowsOf(text, ctx).map((row) => row.error);

/** The team once the changes are written and everybody invited has joined under the name they were invited with. */
const after = (ctx: PeoplePlanContext, text: string): PeoplePlanContext => {
  const { plan } = prepare(text, ctx);
  const people = ctx.people.map((person): KnownPerson => {
    const edits = plan.pages.find((page) => page.recordId === person.pageId)?.edits ?? [];
    const hours = person.workingHours.map((day, at) => {
      const edit = edits.find(({ path }) => path === `hours${at}`);
      return edit === undefined ? day : (edit.value as string | null);
    });
    const words = Object.fromEntries(
      edits.filter(({ path }) => !path.startsWith('hours')).map((one) => [one.path, one.value]),
    );
    return {
      ...person,
      ...words,
      workingHours: hours,
      role: plan.roles.find((one) => one.personId === person.id)?.role ?? person.role,
      managerId: plan.managers.findLast((one) => one.personId === person.id)?.managerId ?? person.managerId,
    };
  });
  const invited = plan.invitations.map(({ name }) => ({ name, state: 'open' as const, usedById: null }));
  return { ...ctx, people, invitations: [...ctx.invitations, ...invited] };
};

const list = `Name,Email,Role,Manager,Time zone,Working hours,Job title
Ana Silva,ana@x.example,,,,,
ben lee,ben@x.example,admin,,Asia/Karachi,Mon-Thu 10-18; Fri 10:00-14:00,Engineer
Chen Wu,chen@x.example,guest,Ben Lee,,,
Dana Ray,dana@x.example,,Chen Wu,,,
`;

describe('a list of people', () => {
  test('changes what an admin sets of those who are here, and invites the others, whose managers come later', () => {
    const { preview, plan } = prepare(list);
    expect(preview.mapping).toEqual(['name', 'contact', 'role', 'manager', 'timeZone', 'hours', 'title']);
    expect(preview.rows.map((row) => [row.name, row.effect, row.managerLater])).toEqual([
      ['Ana Silva', 'same', ''],
      ['ben lee', 'changed', ''],
      ['Chen Wu', 'new', 'Ben Lee'],
      ['Dana Ray', 'new', 'Chen Wu'],
    ]);
    expect(plan.roles).toEqual([{ personId: ben.id, role: 'admin' }]);
    expect(plan.pages).toEqual([
      {
        recordId: 'page of Ben Lee',
        edits: [
          { path: 'title', value: 'Engineer' },
          { path: 'timeZone', value: 'Asia/Karachi' },
          { path: 'hours0', value: '10:00-18:00' },
          { path: 'hours1', value: '10:00-18:00' },
          { path: 'hours2', value: '10:00-18:00' },
          { path: 'hours3', value: '10:00-18:00' },
          { path: 'hours4', value: '10:00-14:00' },
        ],
      },
    ]);
    expect(plan.invitations).toEqual([
      { name: 'Chen Wu', contact: 'chen@x.example', role: 'guest' },
      { name: 'Dana Ray', contact: 'dana@x.example', role: 'member' },
    ]);
  });

  test('importing it again changes nothing and invites nobody twice', () => {
    const again = after(context(), list);
    expect(rowsOf(list, again).map((row) => row.effect)).toEqual(['same', 'same', 'invited', 'invited']);
    const { plan } = prepare(list, again);
    expect([plan.pages, plan.roles, plan.managers, plan.invitations]).toEqual([[], [], [], []]);
  });

  test('knows somebody by the invitation they joined with, whatever they call themselves, and then sets their manager', () => {
    const chen = member('陈', { id: idOf('chen') });
    const ctx = context({
      people: [ana, ben, chen],
      invitations: [{ name: 'Chen Wu', state: 'used', usedById: chen.id }],
    });
    expect(rowsOf('Name,Manager\nChen Wu,Ben Lee\n', ctx)).toMatchObject([
      { personId: chen.id, effect: 'changed', changes: [{ field: 'manager', to: ben.id }] },
    ]);
  });

  test('an invitation that ended or ran out is made anew, and who waits to be let in is not invited', () => {
    const ended = (['revoked', 'expired'] as const).map((state) => ({ name: state, state, usedById: null }));
    const ctx = context({ people: [ana, member('Waiting', { state: 'provisional' })], invitations: ended });
    expect(rowsOf('Name,Email\nrevoked,\nexpired,\nWaiting,\n', ctx).map((row) => row.effect)).toEqual([
      'new',
      'new',
      'invited',
    ]);
  });

  test('empty cells change nothing', () => {
    expect(rowsOf('Name,Email,Role,Manager,Time zone,Job title\nBen Lee,,,,,\n')[0]).toMatchObject({ effect: 'same' });
  });

  test('what somebody works as is not taken for a role in the team', () => {
    expect(prepare('Name,Email,Role\nBen Lee,,Engineer\n').preview.mapping).toEqual(['name', 'contact', 'title']);
  });

  test('our own export is read back and changes nothing, people who left included', () => {
    const gone = member('Old Hand', { state: 'removed' });
    const text = [
      'Id,Name,Title,Place,Time zone,Role,State,Manager,Mon,Tue,Wed,Thu,Fri,Sat,Sun,How to work with me',
      ...[ana, ben, gone].map((one) =>
        [
          one.id,
          one.name,
          one.title,
          one.place,
          one.timeZone,
          one.role,
          one.state,
          one.id === ben.id ? 'Ana Silva' : '',
        ]
          .concat(
            one.workingHours.map((day) => day ?? ''),
            ['Write first'],
          )
          .join(','),
      ),
    ].join('\n');
    const { plan, preview } = prepare(text, context({ people: [ana, ben, gone] }));
    expect(preview.rows.map((row) => row.effect)).toEqual(['same', 'same', 'none']);
    expect([plan.pages, plan.roles, plan.managers, plan.invitations]).toEqual([[], [], [], []]);
  });

  test.each([
    ['nobody', 'Name,Email\n,x@y.example\n', 'This row names nobody.'],
    [
      'a role that is none',
      'Name,Role,Email\nBen Lee,boss,\nAna Silva,owner,\n',
      '“boss” is not a role. Roles are admin, member and guest.',
    ],
    [
      'an owner',
      'Name,Role,Email\nBen Lee,owner,\n',
      'An import makes nobody owner. The owner hands the team over under Members.',
    ],
    [
      'the owner’s role',
      'Name,Role,Email\nAna Silva,guest,\n',
      'An import does not take the owner’s role. Hand the team over under Members.',
    ],
    ['an unknown manager', 'Name,Manager\nBen Lee,Zoe\n', 'Nobody in the team or in the file is called “Zoe”.'],
    ['oneself as manager', 'Name,Manager\nBen Lee,Ben Lee\n', 'Nobody is their own manager.'],
    [
      'a zone that is none',
      'Name,Time zone\nBen Lee,Mars/One\n',
      '“Mars/One” is not a time zone such as Asia/Karachi.',
    ],
    ['hours that are none', 'Name,Email,Hours\nBen Lee,,late\n', '“late” are no working hours such as 09:00-17:00.'],
    [
      'too long a title',
      `Name,Email,Title\nBen Lee,,${'x'.repeat(121)}\n`,
      'Title and place take at most 120 characters.',
    ],
    ['a manager in a circle', 'Name,Manager\nAna Silva,Ben Lee\n', 'This would make somebody their own manager.'],
  ])('a row with %s says why it is left out', (_, text, sentence) => {
    expect(errorOf(text)[0]).toBe(sentence);
  });

  test('people who share a name, who left, or who stand there twice are left alone', () => {
    const twins = context({
      people: [ana, ben, member('Kim', { id: idOf('kim1') }), member('Kim', { id: idOf('kim2') })],
    });
    expect(errorOf('Name,Email\nKim,\n', twins)).toEqual(['Several people of the team are called so.']);
    const left = context({ people: [ana, member('Lou', { state: 'removed' })] });
    expect(errorOf('Name,Email\nLou,\n', left)).toEqual([
      'This person was in the team before. Invite them by hand if they should come back.',
    ]);
    expect(errorOf('Name,Email\nNew One,\nnew  one,\n')).toEqual([null, 'Line 2 is about the same person.']);
  });

  test('at most five hundred are invited at once', () => {
    const text = `Name,Email\n${Array.from({ length: 503 }, (_, nth) => `Person ${nth},\n`).join('')}`;
    const { plan, preview } = prepare(text);
    expect(plan.invitations).toHaveLength(500);
    expect(preview).toMatchObject({ fresh: 500, errors: 3 });
  });

  test('a guess without names shows the columns, and a mapping without them is refused', () => {
    expect(prepare('A,B\n1,2\n').preview).toMatchObject({ mapping: ['ignore', 'ignore'], rows: [] });
    const stated = { fileName: 'p.csv', text: 'A,B\n1,2\n', table: 0, mapping: ['ignore', 'ignore'] as const };
    expect(preparePeople({ ...stated, mapping: [...stated.mapping] }, context())).toMatchObject({ ok: false });
  });

  test('any table gives a plan whose every row has one effect, and none throws', () => {
    const cell = fc.oneof(
      fc.constantFrom('Ana Silva', 'Ben Lee', 'Zoe', 'admin', 'owner', 'UTC', '9-17', 'Mon-Fri 9-17', ''),
      fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll(/[",\r\n\0]/gu, ' ')),
    );
    const head = fc.constantFrom(
      'Name',
      'Email',
      'Role',
      'Manager',
      'Time zone',
      'Hours',
      'Mon',
      'Title',
      'Id',
      'Other',
    );
    const table = fc
      .uniqueArray(head, { minLength: 1, maxLength: 8 })
      .chain((heads) =>
        fc
          .array(fc.array(cell, { minLength: heads.length, maxLength: heads.length }), { maxLength: 12 })
          .map((rows) => [heads, ...rows].map((row) => row.join(',')).join('\n')),
      );
    fc.assert(
      fc.property(table, (text) => {
        const prepared = preparePeople({ fileName: 'p.csv', text, table: 0, mapping: undefined }, context());
        if (!prepared.ok) return;
        const { preview } = prepared.value;
        const { fresh, invited, changed, same, errors } = preview;
        expect(fresh + invited + changed + same + errors).toBe(preview.rows.length);
        expect(preview.rows.every((row) => (row.error === null) === (row.effect !== 'none'))).toBe(true);
        const again = after(context(), text);
        expect(rowsOf(text, again).filter((row) => row.effect === 'new' || row.effect === 'changed')).toEqual([]);
      }),
    );
  });
});

describe('hours in a cell', () => {
  test.each([
    ['09:00-17:00', '09:00-17:00'],
    ['9 – 17.30', '09:00-17:30'],
    ['9am to 5pm', '09:00-17:00'],
    ['22:00-06:00', '22:00-06:00'],
    ['off', null],
    ['', null],
    ['25-26', undefined],
    ['9-9', undefined],
    ['soon', undefined],
  ])('%s', (text, span) => {
    expect(readSpan(text)).toBe(span);
  });

  test('names of days say which they hold for; without names they hold for every day that is worked', () => {
    expect(readWeek('8-16', week)).toEqual([...week.slice(0, 5).map(() => '08:00-16:00'), null, null]);
    expect(readWeek('Sun-Thu 9-17', week)?.map((day) => day !== null)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      true,
    ]);
    expect(readWeek('Mo: 9-12, Mittwoch 9-17', week)).toEqual([
      '09:00-12:00',
      null,
      '09:00-17:00',
      null,
      null,
      null,
      null,
    ]);
    expect(readWeek('whenever', week)).toBeUndefined();
  });
});

describe('managers', () => {
  const people = ['a', 'b', 'c', 'd', 'e', 'f'];
  const stands = (managers: ReadonlyMap<string, string | null>): boolean =>
    people.every((one) => {
      let above = managers.get(one) ?? null;
      for (let far = 0; above !== null && above !== one && far < people.length; far++)
        above = managers.get(above) ?? null;
      return above !== one;
    });
  const tree = fc
    .tuple(...people.map((_, at) => (at === 0 ? fc.constant(null) : fc.option(fc.nat(at - 1)))))
    .map((above) => new Map(people.map((one, at) => [one, above[at] == null ? null : (people[above[at]] ?? null)])));
  const changes = fc
    .uniqueArray(fc.record({ personId: fc.constantFrom(...people), managerId: fc.constantFrom(...people) }), {
      selector: (one) => one.personId,
    })
    .map((all): readonly ManagerChange[] => all);

  test('whatever is asked, nobody ends above themselves, no step on the way makes a circle, and all that fits is done', () => {
    fc.assert(
      fc.property(tree, changes, (now, asked) => {
        const { allowed, refused } = withoutCircles(now, asked);
        expect(allowed.length + refused.size).toBe(asked.length);
        const managers = new Map<string, string | null>(now);
        for (const { personId, managerId } of inSteps(now, allowed)) {
          managers.set(personId, managerId);
          expect(stands(managers)).toBe(true);
        }
        for (const { personId, managerId } of allowed) expect(managers.get(personId)).toBe(managerId);
      }),
    );
  });

  test('two who change places do so over a step between', () => {
    const now = new Map([
      ['a', 'b'],
      ['b', null],
    ]);
    const swap = [
      { personId: 'b', managerId: 'a' },
      { personId: 'a', managerId: 'c' },
    ];
    expect(withoutCircles(now, swap).refused.size).toBe(0);
    expect(inSteps(now, swap).at(-1)).toEqual({ personId: 'b', managerId: 'a' });
  });
});

test('a file is known by its columns or fields, and taken for goals where nobody knows it', () => {
  expect(recognise('p.csv', list)).toBe('people');
  expect(recognise('g.csv', 'Objective,Key result,Owner\nA,B,Ana\n')).toBe('goals');
  expect(recognise('g.md', '| Name | Owner |\n|---|---|\n| A | Ana |\n')).toBe('goals');
  expect(recognise('t.csv', 'Card ID,Card Name\nc1,Fix\n')).toBe('trello');
  expect(recognise('t.csv', 'Task ID,Name,Completed At,Assignee Email\n1,Fix,,\n')).toBe('asana');
  expect(recognise('x.bin', '\u0000')).toBe('goals');
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      expect(() => recognise('any', text)).not.toThrow();
    }),
  );
});
