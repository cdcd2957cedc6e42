import { describe, expect, it, vi } from 'vitest';
import type { KeyResultView, TaskView } from '#shared/protocol/index.ts';
import { moveOf } from '#renderer/features/goals/board/move.ts';
import { moveTask } from '#renderer/features/work/board.tsx';
import type { TaskActs } from '#renderer/features/work/use-tasks.ts';

const may = { lead: null, edit: null, comment: null, editKeyResult: () => null, report: () => null };
const no = 'Only the owner.';
const mayNot = { lead: no, edit: no, comment: null, editKeyResult: () => no, report: () => no };
const keyResult = (id: string, archived = false): KeyResultView => ({
  ...{ id, objectiveId: 'goal', title: id, type: 'number', unit: '', start: 0, target: 10, direction: 'at-least' },
  ...{ weight: 1, ownerId: null, archived, value: 4, progress: 0.4, notComputed: null, expectedValue: null },
  ...{ confidence: 'on-track', projection: 9, projectedProgress: 0.9, lastUpdateAt: null, stale: false, updates: [] },
  forecast: { level: 'none', sentence: '' },
});
const goal = (state: 'draft' | 'active' | 'closed', ...ids: string[]) => ({
  state,
  keyResults: ids.map((id) => keyResult(id)),
});

describe('moving a goal’s card', () => {
  it('sets the state that the column names, and asks for a score before it closes', () => {
    expect(moveOf(goal('draft'), false, 'active', may)).toEqual({ act: 'state', state: 'active' });
    expect(moveOf(goal('closed'), false, 'draft', may)).toEqual({ act: 'state', state: 'draft' });
    expect(moveOf(goal('active'), false, 'closed', may)).toEqual({ act: 'close' });
    expect(moveOf(goal('active'), false, 'active', may)).toEqual({ act: 'none' });
  });
  it('reports a confidence where one key result makes it, and says so where nobody can tell whose it is', () => {
    expect(moveOf(goal('active', 'a'), false, 'at-risk', may)).toMatchObject({ act: 'report', confidence: 'at-risk' });
    expect(moveOf(goal('active', 'a'), false, 'on-track', may)).toEqual({ act: 'none' });
    for (const [at, children] of [[goal('active', 'a', 'b'), false] as const, [goal('active', 'a'), true] as const])
      expect(moveOf(at, children, 'at-risk', may)).toEqual({ act: 'unclear' });
    expect(moveOf(goal('active', 'a'), false, 'unsaid', may)).toEqual({ act: 'unclear' });
  });
  it('is refused with the sentence of the rule', () => {
    for (const to of ['draft', 'closed', 'at-risk'] as const)
      expect(moveOf(goal('active', 'a'), false, to, mayNot)).toEqual({ act: 'refused', sentence: no });
  });
});

describe('moving a task’s card', () => {
  const task = (state: TaskView['state'], outcome: TaskView['outcome']) => ({ state, outcome }) as TaskView;
  const moved = (from: TaskView, to: Parameters<typeof moveTask>[1]): string[] => {
    const acts = { toggle: vi.fn(), drop: vi.fn(), carry: vi.fn(), plan: vi.fn(), reopen: vi.fn(), accept: vi.fn() };
    moveTask(from, to, acts satisfies TaskActs);
    return Object.entries(acts).flatMap(([name, act]) => (act.mock.calls.length > 0 ? [name] : []));
  };
  it('does what the column says, once', () => {
    expect(moved(task('open', 'open'), 'done')).toEqual(['toggle']);
    expect(moved(task('open', 'open'), 'carried')).toEqual(['carry']);
    expect(moved(task('open', 'open'), 'dropped')).toEqual(['drop']);
    expect(moved(task('done', 'done'), 'open')).toEqual(['reopen']);
    expect(moved(task('dropped', 'dropped'), 'open')).toEqual(['reopen']);
    expect(moved(task('open', 'carried'), 'open')).toEqual(['plan']);
  });
  it('does not carry on what is not open, and does nothing where it lies already', () => {
    expect(moved(task('done', 'done'), 'carried')).toEqual([]);
    expect(moved(task('open', 'open'), 'open')).toEqual([]);
  });
});
