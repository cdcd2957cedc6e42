import { describe, expect, test } from 'vitest';
import { createMachine, idOf, layout } from './machines.ts';
import type { Machine, Written } from './machines.ts';

const record = idOf('record');

const textOf = (value: unknown): string => {
  if (typeof value !== 'string') throw new Error('No text.');
  return value;
};

/** Ana and Ben with the same record, then `apart` without a connection, then everything exchanged. */
const apart = (
  text: string,
  byAna: string,
  byBen: string,
  path = 'description',
): { readonly ana: Machine; readonly ben: Machine; readonly changes: readonly Written[] } => {
  const ana = createMachine('ana');
  const ben = createMachine('ben');
  const start = ana.edit([{ path, value: text }]);
  ben.receive(start);
  ben.settle();
  const fromAna = ana.edit([{ path, value: byAna }]);
  const fromBen = ben.edit([{ path, value: byBen }]);
  ana.receive(fromBen);
  ben.receive(fromAna);
  return { ana, ben, changes: [...start, ...fromAna, ...fromBen] };
};

describe('prose written by two people offline', () => {
  test('edits of different words merge and both are kept', () => {
    const { ana, ben } = apart(
      'We ship the beta in March and measure it.',
      'We ship the public beta in March and measure it.',
      'We ship the beta in March and measure it every week.',
    );
    const merged = 'We ship the public beta in March and measure it every week.';
    expect(ana.settle()).toMatchObject({ value: { description: merged }, conflicts: [] });
    expect(ben.settle().heads).toEqual(ana.settle().heads);
    expect(ben.settle().value).toEqual(ana.settle().value);
  });

  test('overlapping edits are shown side by side on both machines until somebody resolves them', () => {
    const { ana, ben } = apart('We ship in March.', 'We ship in April.', 'We ship in May.');
    const [conflict] = ana.settle().conflicts;
    expect(conflict).toMatchObject({ path: 'description', kind: 'prose' });
    expect(conflict?.variants.map((variant) => variant.value).toSorted()).toEqual([
      'We ship in April.',
      'We ship in May.',
    ]);
    expect(ben.settle().conflicts).toEqual(ana.settle().conflicts);

    const resolved = ana.edit([{ path: 'description', value: 'We ship in May.' }]);
    expect(ana.settle()).toMatchObject({ value: { description: 'We ship in May.' }, conflicts: [] });
    ben.receive(resolved);
    expect(ben.settle()).toMatchObject({ value: { description: 'We ship in May.' }, conflicts: [] });
  });

  test('a version of one side can be read at its heads', () => {
    const { ana } = apart('Base.', 'Ours.', 'Theirs.');
    const [conflict] = ana.settle().conflicts;
    expect(conflict?.variants).toHaveLength(2);
    for (const variant of conflict?.variants ?? []) {
      const seen = ana.documents.valueAt(record, layout, variant.heads);
      expect(seen).toMatchObject({ ok: true, value: { description: variant.value } });
    }
  });

  test('keeping the merged text as it is resolves too', () => {
    const { ana, ben } = apart('', 'Ours. ', 'Theirs. ');
    const merged = textOf(ana.settle().value['description']);
    expect(merged).toContain('Ours.');
    expect(merged).toContain('Theirs.');
    expect(ana.settle().conflicts).toHaveLength(1);
    ben.receive(ana.edit([{ path: 'description', value: merged }]));
    expect(ana.settle()).toMatchObject({ value: { description: merged }, conflicts: [] });
    expect(ben.settle()).toMatchObject({ value: { description: merged }, conflicts: [] });
  });

  test('an edit that saw one side only does not resolve', () => {
    const ana = createMachine('ana');
    const ben = createMachine('ben');
    ben.receive(ana.edit([{ path: 'description', value: 'We ship in March.' }]));
    const fromAna = ana.edit([{ path: 'description', value: 'We ship in April.' }]);
    const seenByBen = ben.documents.heads(record, layout);
    const fromBen = ben.edit([{ path: 'description', value: 'We ship in May.' }]);
    ben.receive(fromAna);
    ben.settle();
    ben.edit([{ path: 'title', value: 'Unrelated' }]);
    expect(ben.settle().conflicts).toHaveLength(1);
    ben.edit(
      [{ path: 'description', value: 'We ship in June.' }],
      fromBen.map((change) => change.hash),
    );
    expect(ben.settle().conflicts).toHaveLength(1);
    expect(seenByBen).toHaveLength(1);
  });

  test('the same text written by both is shown once and is no conflict', () => {
    const { ana, ben } = apart('We ship in March.', 'We ship in April.', 'We ship in April.');
    expect(ana.settle()).toMatchObject({ value: { description: 'We ship in April.' }, conflicts: [] });
    expect(ben.settle()).toMatchObject({ value: { description: 'We ship in April.' }, conflicts: [] });
    ben.receive(ana.edit([{ path: 'description', value: 'We ship in April, surely.' }]));
    expect(ben.settle().value['description']).toBe('We ship in April, surely.');
  });

  test('an edit lands where its author saw the text, though others have changed it since', () => {
    const ana = createMachine('ana');
    const ben = createMachine('ben');
    ben.receive(ana.edit([{ path: 'description', value: 'One two three.' }]));
    const seen = ana.documents.heads(record, layout);
    ana.receive(ben.edit([{ path: 'description', value: 'Zero one two three.' }]));
    ana.settle();
    const late = ana.edit([{ path: 'description', value: 'One two three four.' }], seen);
    expect(ana.settle()).toMatchObject({ value: { description: 'Zero one two three four.' }, conflicts: [] });
    ben.receive(late);
    expect(ben.settle().value).toEqual(ana.settle().value);
  });
});

describe('one value set by two people offline', () => {
  test('both values are shown, the one that stands first, until somebody picks', () => {
    const { ana, ben } = apart('Draft', 'By Ana', 'By Ben', 'title');
    const settled = ana.settle();
    const [conflict] = settled.conflicts;
    expect(conflict).toMatchObject({ path: 'title', kind: 'value' });
    expect(conflict?.variants[0]?.value).toBe(settled.value['title']);
    expect(conflict?.variants.map((variant) => variant.value).toSorted()).toEqual(['By Ana', 'By Ben']);
    expect(ben.settle().conflicts).toEqual(settled.conflicts);

    const picked = textOf(settled.value['title']);
    const change = ana.edit([{ path: 'title', value: picked }]);
    expect(change).toHaveLength(1);
    ben.receive(change);
    expect(ben.settle()).toMatchObject({ value: { title: picked }, conflicts: [] });
    const [diff] = ben.documents.history(
      record,
      layout,
      change.map((one) => one.hash),
    );
    expect(diff).toEqual([{ path: 'title', from: picked, to: picked }]);
  });

  test.each([null, 0, 1, false])('picking %s where it meets something else is a write of its own', (picked) => {
    for (const other of [null, 0, false]) {
      const { ana, ben } = apart('Draft', 'unused', 'unused', 'title');
      ben.receive(ana.edit([{ path: 'score', value: 0.5 }]));
      const fromAna = ana.edit([{ path: 'score', value: other }]);
      ana.receive(ben.edit([{ path: 'score', value: picked }]));
      ben.receive(fromAna);
      ben.receive(ana.edit([{ path: 'score', value: picked }]));
      expect(ben.settle().value['score']).toBe(picked);
      expect(ben.settle().conflicts.filter((conflict) => conflict.path === 'score')).toEqual([]);
    }
  });

  test('the same value set by both is no conflict', () => {
    expect(apart('Draft', 'Final', 'Final', 'title').ana.settle().conflicts).toEqual([]);
  });

  test('different fields set by both are both kept', () => {
    const ana = createMachine('ana');
    const ben = createMachine('ben');
    ben.receive(ana.edit([{ path: 'title', value: 'Draft' }]));
    const a = ana.edit([{ path: `keyResults.${idOf('k')}.target`, value: 10 }]);
    const b = ben.edit([{ path: `keyResults.${idOf('k')}.start`, value: 1 }]);
    ana.receive(b);
    ben.receive(a);
    expect(ana.settle()).toMatchObject({
      value: { keyResults: { [idOf('k')]: { target: 10, start: 1 } } },
      conflicts: [],
    });
    expect(ben.settle().value).toEqual(ana.settle().value);
  });
});
