import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GoalRow } from '#shared/protocol/index.ts';
import { moveIn, moveOut, pathTo, treeLines } from '#renderer/features/goals/tree/tree-lines.ts';
import { fakeGoalRows } from '#test/support/fake/goals.ts';
import { fakeId } from '#test/support/fake/people.ts';

const none: ReadonlySet<string> = new Set();
const idsOf = (collapsed: ReadonlySet<string>, rows: readonly GoalRow[] = fakeGoalRows): readonly string[] =>
  treeLines(rows, collapsed).map((line) => line.row.id);

const some = fc.subarray(fakeGoalRows.map((row) => row.id));

describe('the goal tree', () => {
  it('shows every row when nothing is shut', () => {
    expect(idsOf(none)).toEqual(fakeGoalRows.map((row) => row.id));
  });

  it('hides all that lies below a shut goal and nothing else', () => {
    fc.assert(
      fc.property(some, (shut) => {
        const collapsed = new Set(shut);
        const expected = fakeGoalRows
          .filter((row) => !pathTo(fakeGoalRows, row.id).some((id) => collapsed.has(id)))
          .map((row) => row.id);
        expect(idsOf(collapsed)).toEqual(expected);
      }),
    );
  });

  it('tells each row its place among its siblings, also those that are hidden', () => {
    const lines = treeLines(fakeGoalRows, none);
    for (const line of lines) {
      const family = fakeGoalRows.filter((row) => row.parentId === line.row.parentId);
      expect(line.siblings).toBe(family.length);
      expect(family[line.position - 1]?.id).toBe(line.row.id);
    }
  });

  it('knows which rows can be opened', () => {
    for (const line of treeLines(fakeGoalRows, none)) {
      expect(line.expanded !== null).toBe(fakeGoalRows.some((row) => row.parentId === line.row.id));
    }
  });

  it('goes in by opening, then to the first child, and out by shutting, then to the parent', () => {
    const parent = fakeId('Nobody notices the API');
    const child = fakeId('Publish latency, p95');
    const open = treeLines(fakeGoalRows, none);
    const shut = treeLines(fakeGoalRows, new Set([parent]));
    expect(moveIn(shut, parent)).toEqual({ toggle: parent });
    expect(moveIn(open, parent)).toEqual({ to: child });
    expect(moveIn(open, child)).toBeNull();
    expect(moveOut(open, child)).toEqual({ to: parent });
    expect(moveOut(open, parent)).toEqual({ toggle: parent });
    expect(moveOut(shut, parent)).toEqual({ to: fakeId('Teams start writing with ease') });
  });

  it('comes from any row to the root by going out', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fakeGoalRows), (row) => {
        const collapsed = new Set<string>();
        let at = row.id;
        for (let step = 0; step < 20; step++) {
          const move = moveOut(treeLines(fakeGoalRows, collapsed), at);
          if (move === null) break;
          if ('to' in move) at = move.to;
          else collapsed.add(move.toggle);
        }
        expect(fakeGoalRows.find((each) => each.id === at)?.parentId).toBeNull();
      }),
    );
  });
});
