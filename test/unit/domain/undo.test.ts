import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inverseOf, plannedIn } from '#shared/domain/index.ts';
import type { PastEntry } from '#shared/domain/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { kinds } from '#shared/schema/index.ts';
import { createDesk } from './desk.ts';
import { ana, bilal, chen, itemId, signer } from './team.ts';

const start = () => {
  const desk = createDesk(signer(bilal, 'member'));
  const [cycleId = ''] = desk.run('cycle.create', { title: 'Q2', start: '2026-04-01', end: '2026-06-30' }).ids;
  const made = desk.run('objective.create', {
    title: 'Guides bring people in',
    cycleId,
    ownerId: bilal,
    contributorIds: [chen],
    keyResults: [{ title: 'Languages', type: 'milestone', start: 0, target: 4 }],
  });
  const [goal = ''] = made.ids;
  const [keyResultId = ''] = made.itemIds;
  return { desk, goal, keyResultId };
};

type Desk = ReturnType<typeof createDesk>;
const last = (desk: Desk, recordId: string) => ({ recordId, entryId: desk.pastOf(recordId).at(-1)?.entryId ?? '' });
const undo = (desk: Desk, ...changes: { recordId: string; entryId: string }[]) => desk.run('change.undo', { changes });
const refusal = (desk: Desk, ...changes: { recordId: string; entryId: string }[]) => {
  const asked = desk.ask('change.undo', { changes });
  return asked.ok ? null : asked.error.sentence;
};

describe('undoing a change of one’s own', () => {
  it('brings every field of the change back, as one more change', () => {
    const { desk, goal } = start();
    desk.run('objective.update', { id: goal, base: [], due: '2026-05-01', deliverable: 'A page', contributorIds: [] });
    undo(desk, last(desk, goal));
    expect(desk.value(goal)).toMatchObject({ due: null, deliverable: '', contributors: { [chen]: { in: true } } });
    expect(desk.pastOf(goal)).toHaveLength(3);
  });

  it('can be undone itself', () => {
    const { desk, goal } = start();
    desk.run('objective.update', { id: goal, base: [], title: 'Guides' });
    undo(desk, last(desk, goal));
    undo(desk, last(desk, goal));
    expect(desk.value(goal)).toMatchObject({ title: 'Guides' });
  });

  it('opens again what was scored and closed', () => {
    const { desk, goal } = start();
    desk.run('objective.close', { id: goal, base: [], score: 0.7, reflection: 'Start earlier.' });
    undo(desk, last(desk, goal));
    expect(desk.value(goal)).toMatchObject({ state: 'active', score: null, closedAt: null, reflection: '' });
  });

  it('puts away a key result that was added', () => {
    const { desk, goal } = start();
    const keyResult = { title: 'Visits', type: 'number', start: 0, target: 9 } as const;
    const { itemIds } = desk.run('keyResult.add', { objectiveId: goal, base: [], keyResult });
    undo(desk, last(desk, goal));
    expect(desk.value(goal)['keyResults']).toMatchObject({ [itemIds[0] ?? '']: { title: 'Visits', archived: true } });
  });

  it('plans a task back into the week it was carried out of', () => {
    const { desk } = start();
    const [task = ''] = desk.run('task.create', { title: 'Draft', ownerId: bilal, week: '2026-W20' }).ids;
    desk.run('task.update', { id: task, base: [], week: '2026-W21' });
    undo(desk, last(desk, task));
    const now = expectOk(kinds.task.parse(desk.value(task)));
    expect(plannedIn(now)).toMatchObject({ week: '2026-W20', outcome: 'open' });
  });

  it('drops a task that was added by mistake', () => {
    const { desk } = start();
    const [task = ''] = desk.run('task.create', { title: 'Draft', ownerId: bilal }).ids;
    undo(desk, last(desk, task));
    expect(desk.value(task)).toMatchObject({ state: 'dropped' });
  });

  it('moves the key result back when a milestone is taken back', () => {
    const { desk, goal, keyResultId } = start();
    const [task = ''] = desk.run('task.create', { title: 'Urdu', ownerId: bilal, milestone: true, keyResultId }).ids;
    desk.run('task.update', { id: task, base: [], state: 'done' });
    undo(desk, last(desk, task), last(desk, goal));
    expect(desk.value(task)).toMatchObject({ state: 'open', doneAt: null });
    const updates = expectOk(kinds.objective.parse(desk.value(goal))).updates;
    expect(Object.values(updates).map(({ value }) => value)).toEqual([1, 0]);
  });
});

describe('undoing is refused', () => {
  it('for what somebody has changed since, and nothing is written', () => {
    const { desk, goal } = start();
    desk.run('objective.update', { id: goal, base: [], title: 'Guides', deliverable: 'A page' });
    const mine = last(desk, goal);
    const other = desk.as(signer(chen, 'member'));
    other.run('objective.update', { id: goal, base: [], title: 'Guides, many' });
    const again = other.as(signer(bilal, 'member'));
    expect(refusal(again, mine)).toContain('Somebody has changed “Title” since');
  });

  it('for a report, for what began a record, and where the policy says no', () => {
    const { desk, goal, keyResultId } = start();
    expect(refusal(desk, last(desk, goal))).toContain('began the record');
    const report = { objectiveId: goal, keyResultId, base: [], value: 2, confidence: null, projection: null };
    desk.run('keyResult.progress', report);
    expect(refusal(desk, last(desk, goal))).toContain('A report stays');
    desk.run('objective.update', { id: goal, base: [], title: 'Guides' });
    const guest = desk.as(signer(bilal, 'guest'));
    expect(guest.ask('change.undo', { changes: [last(desk, goal)] })).toMatchObject({
      ok: false,
      error: { code: 'not-allowed' },
    });
  });

  it('while two versions of the field stand beside each other', () => {
    const past: readonly PastEntry[] = [
      { entryId: itemId(1), personId: bilal, applied: true, changes: [{ path: 'title', from: null, to: 'A' }] },
      { entryId: itemId(2), personId: bilal, applied: true, changes: [{ path: 'title', from: 'A', to: 'B' }] },
    ];
    const asked = { kind: 'objective', past, entryId: itemId(2), me: bilal, value: { title: 'B' } } as const;
    expect(inverseOf({ ...asked, disputed: new Set() })).toMatchObject({ ok: true });
    expect(inverseOf({ ...asked, disputed: new Set(['title']) })).toMatchObject({ ok: false });
  });
});

describe('whatever is done', () => {
  const paths = ['title', 'deliverable', 'due', `contributors.${chen}.in`] as const;
  const values = {
    title: ['A', 'B', 'C'],
    deliverable: ['', 'a page', 'a talk'],
    due: [null, '2026-05-01', '2026-06-01'],
    [`contributors.${chen}.in`]: [true, false, true],
  } as const;
  const step = fc.record({
    by: fc.constantFrom(ana, bilal, chen),
    what: fc.uniqueArray(fc.tuple(fc.constantFrom(...paths), fc.nat(2)), {
      selector: ([path]) => path,
      minLength: 1,
      maxLength: 3,
    }),
  });
  type Value = Record<string, string | null | boolean | Record<string, Record<string, boolean>>>;

  /** A history made of steps: entries with what each changed, and the record that they come to. */
  const play = (steps: readonly { by: string; what: readonly (readonly [(typeof paths)[number], number])[] }[]) => {
    const at = new Map<string, string | null | boolean>([['title', 'A']]);
    const past: PastEntry[] = [
      { entryId: itemId(0), personId: ana, applied: true, changes: [{ path: 'title', from: null, to: 'A' }] },
    ];
    for (const [nth, { by, what }] of steps.entries()) {
      const changes = what.flatMap(([path, which]) => {
        const from = at.get(path) ?? null;
        const to = values[path]?.[which] ?? null;
        if (from === to) return [];
        at.set(path, to);
        return [{ path, from, to }];
      });
      past.push({ entryId: itemId(nth + 1), personId: by, applied: true, changes });
    }
    const value: Value = {};
    for (const [path, held] of at) {
      const [field = '', id] = path.split('.');
      value[field] = id === undefined ? held : { [id]: { in: held === true } };
    }
    return { past, value, at };
  };

  it('nobody undoes what somebody else did', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), fc.nat(), (steps, pick) => {
        const { past, value } = play(steps);
        const entry = past[pick % past.length];
        const question = { kind: 'objective', past, entryId: entry?.entryId ?? '', value, disputed: new Set<string>() };
        for (const me of [ana, bilal, chen].filter((id) => id !== entry?.personId))
          expect(inverseOf({ ...question, kind: 'objective', me }).ok).toBe(false);
      }),
    );
  });

  it('an undo gives back exactly what was there, touches nothing else and never overwrites anybody', () => {
    let undone = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), fc.nat(), (steps, pick) => {
        const { past, value } = play(steps);
        const nth = 1 + (pick % (past.length - 1));
        const entry = past[nth];
        const asked = { kind: 'objective', past, value, disputed: new Set<string>() } as const;
        const back = inverseOf({ ...asked, entryId: entry?.entryId ?? '', me: entry?.personId ?? '' });
        const touchedLater = new Set(past.slice(nth + 1).flatMap(({ changes }) => changes.map(({ path }) => path)));
        const clean = entry?.changes.every(({ path }) => !touchedLater.has(path)) === true && entry.changes.length > 0;
        expect(back.ok).toBe(clean);
        if (!back.ok) return;
        undone += 1;
        const before = play(steps.slice(0, nth - 1)).at;
        expect(back.value.map(({ path }) => path)).toEqual(entry?.changes.map(({ path }) => path));
        for (const { path, value: to } of back.value) {
          const was = before.get(path) ?? kinds.objective.fallback(path);
          expect(to ?? '').toBe(was ?? '');
        }
      }),
    );
    expect(undone).toBeGreaterThan(0);
  });
});
