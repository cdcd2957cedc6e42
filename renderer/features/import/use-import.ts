import { useRef, useState } from 'react';
import type { CommandResult, CycleView, ImportRole, ProtocolError } from '#shared/protocol/index.ts';
import { useCommand, useQuery } from '#renderer/state/index.ts';
import { mappingsKey, rememberedMapping, withMapping } from './mappings.ts';
import { previewCycle, proposeTarget } from './target.ts';
import type { Target } from './target.ts';

export type Preview = CommandResult<'import.preview'>;
export type Applied = CommandResult<'import.apply'>;
export type TaskPreview = CommandResult<'import.previewTasks'>;
export type TasksApplied = CommandResult<'import.applyTasks'>;

/** A file, or what was pasted. */
export interface Source {
  readonly fileName: string;
  readonly text: string;
}

interface Plan {
  readonly source: Source;
  readonly table: number;
  /** Undefined = as guessed from the names of the columns. */
  readonly mapping: readonly ImportRole[] | undefined;
  readonly target: Target | null;
}

export interface Importing {
  readonly plan: Plan | null;
  /** The newest that could be made; it stays while a later choice is refused. */
  readonly preview: Preview | null;
  readonly error: ProtocolError | null;
  readonly busy: boolean;
  readonly result: Applied | null;
  /** Instead of a preview of goals where the file is a task export of another tool. */
  readonly tasks: TaskPreview | null;
  readonly tasksResult: TasksApplied | null;
  readonly cycles: readonly CycleView[];
  readonly open: (source: Source) => void;
  readonly setTable: (table: number) => void;
  readonly setRole: (column: number, role: ImportRole) => void;
  readonly setTarget: (target: Target) => void;
  readonly apply: () => void;
  readonly reset: () => void;
}

const noCycles: readonly CycleView[] = [];

/** An import from the choice of a file to its result: every choice is previewed, and nothing is written before the last act. */
export const useImport = (): Importing => {
  const look = useCommand('import.preview');
  const write = useCommand('import.apply');
  const lookAtTasks = useCommand('import.previewTasks');
  const writeTasks = useCommand('import.applyTasks');
  const keep = useCommand('draft.save');
  const kept = useQuery('draft', { key: mappingsKey }).data?.value ?? null;
  const known = useQuery('cycles', {}).data;
  const cycles = known?.cycles ?? noCycles;
  const [plan, setPlan] = useState<Plan | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [error, setError] = useState<ProtocolError | null>(null);
  const [result, setResult] = useState<Applied | null>(null);
  const [tasks, setTasks] = useState<TaskPreview | null>(null);
  const [tasksResult, setTasksResult] = useState<TasksApplied | null>(null);
  const newest = useRef(0);

  const requestOf = (of: Plan) => {
    const cycleId = previewCycle(of.target);
    return {
      ...of.source,
      table: of.table,
      ...(of.mapping === undefined ? {} : { mapping: [...of.mapping] }),
      ...(cycleId === null ? {} : { cycleId }),
    };
  };

  const show = async (next: Plan): Promise<void> => {
    const turn = ++newest.current;
    setPlan(next);
    setError(null);
    const seen = await look.run(requestOf(next), { quiet: true });
    // An answer to an older choice comes too late to be shown.
    if (turn !== newest.current) return;
    if (!seen.ok) {
      setError(seen.error);
      return;
    }
    const remembered = next.mapping === undefined ? rememberedMapping(kept, seen.value.columns) : undefined;
    if (remembered !== undefined && remembered.join() !== seen.value.mapping.join()) {
      await show({ ...next, mapping: remembered });
      return;
    }
    setPreview(seen.value);
    if (next.target !== null) return;
    const target = proposeTarget(seen.value.period, cycles, known?.currentId ?? null);
    const chosen = { ...next, target };
    // The engine finds the cycle of a period by itself; any other has to be named before rows can be compared.
    if (target !== null && target.kind === 'existing' && seen.value.period === null) await show(chosen);
    else setPlan(chosen);
  };

  /** A task export is known by its columns or fields; every other file is taken for goals. */
  const begin = async (source: Source): Promise<void> => {
    const turn = ++newest.current;
    const first: Plan = { source, table: 0, mapping: undefined, target: null };
    setPlan(first);
    setError(null);
    const seen = await lookAtTasks.run({ text: source.text }, { quiet: true });
    if (turn !== newest.current) return;
    if (seen.ok && seen.value.source !== null) setTasks(seen.value);
    else await show(first);
  };

  const applyTasks = async (): Promise<void> => {
    if (plan === null || writeTasks.busy) return;
    const done = await writeTasks.run({ text: plan.source.text }, { quiet: true });
    if (done.ok) setTasksResult(done.value);
    else setError(done.error);
  };

  const apply = async (): Promise<void> => {
    if (tasks !== null) {
      await applyTasks();
      return;
    }
    if (plan === null || plan.target === null || write.busy) return;
    const { target } = plan;
    const done = await write.run(
      { ...requestOf(plan), ...(target.kind === 'new' ? { newCycle: { ...target.span } } : { cycleId: target.id }) },
      { quiet: true },
    );
    if (!done.ok) {
      setError(done.error);
      return;
    }
    setResult(done.value);
    // What was put right by hand is not asked for again, the next time a table has these columns.
    if (plan.mapping !== undefined && preview !== null)
      void keep.run({ key: mappingsKey, value: withMapping(kept, preview.columns, plan.mapping) }, { quiet: true });
  };

  const change = (next: Partial<Plan>): void => {
    if (plan !== null) void show({ ...plan, ...next });
  };

  return {
    plan,
    preview,
    error,
    busy: look.busy || write.busy || lookAtTasks.busy || writeTasks.busy,
    tasks,
    tasksResult,
    result,
    cycles,
    open: (source) => {
      setPreview(null);
      setResult(null);
      setTasks(null);
      setTasksResult(null);
      void begin(source);
    },
    setTable: (table) => {
      change({ table, mapping: undefined, target: null });
    },
    setRole: (column, role) => {
      const before = plan?.mapping ?? preview?.mapping ?? [];
      // A role stands once: whoever had it gives it up.
      change({
        mapping: before.map((each, index) => (index === column ? role : each === role ? ('ignore' as const) : each)),
      });
    },
    setTarget: (target) => {
      const typing = plan?.target?.kind === 'new' && target.kind === 'new';
      if (typing) setPlan({ ...plan, target });
      else change({ target });
    },
    apply: () => void apply(),
    reset: () => {
      newest.current++;
      setPlan(null);
      setPreview(null);
      setError(null);
      setResult(null);
      setTasks(null);
      setTasksResult(null);
    },
  };
};
