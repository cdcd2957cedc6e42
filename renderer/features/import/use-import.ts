import { useRef, useState } from 'react';
import type { CommandResult, CycleView, ImportPreset, ImportRole, ProtocolError } from '#shared/protocol/index.ts';
import { useCommand, useQuery } from '#renderer/state/index.ts';
import { mappingsKey, rememberedMapping, roles, withMapping, withRole } from './mappings.ts';
import type { Source } from './source.ts';
import { previewCycle, proposeTarget } from './target.ts';
import type { Target } from './target.ts';
import { usePeopleImport } from './use-people-import.ts';
import type { PeopleImporting } from './use-people-import.ts';

export type Preview = CommandResult<'import.preview'>;
export type Applied = CommandResult<'import.apply'>;
export type TaskPreview = CommandResult<'import.previewTasks'>;
export type TasksApplied = CommandResult<'import.applyTasks'>;

interface Plan {
  readonly source: Source;
  readonly preset: ImportPreset;
  readonly table: number;
  /** Undefined = as guessed from the names of the columns. */
  readonly mapping: readonly ImportRole[] | undefined;
  readonly target: Target | null;
}

export interface Importing {
  readonly plan: Plan | null;
  /** What the file seemed to be; null until that is known. */
  readonly recognised: ImportPreset | null;
  /** The newest that could be made; it stays while a later choice is refused. */
  readonly preview: Preview | null;
  readonly error: ProtocolError | null;
  readonly busy: boolean;
  readonly result: Applied | null;
  /** Instead of a preview of goals where the file is a task export of another tool. */
  readonly tasks: TaskPreview | null;
  readonly tasksResult: TasksApplied | null;
  /** Instead of both where the file is a list of people. */
  readonly people: PeopleImporting;
  readonly cycles: readonly CycleView[];
  readonly open: (source: Source) => void;
  /** Takes the file for something else than it seemed to be. */
  readonly setPreset: (preset: ImportPreset) => void;
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
  const recognise = useCommand('import.recognise');
  const people = usePeopleImport();
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
  const [recognised, setRecognised] = useState<ImportPreset | null>(null);
  const newest = useRef(0);

  const requestOf = (of: Plan) => {
    const cycleId = previewCycle(of.target);
    return {
      ...of.source,
      table: of.table,
      ...(of.preset === 'goals' || of.preset === 'meridian' ? { as: of.preset } : {}),
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
    const remembered = next.mapping === undefined ? rememberedMapping(kept, seen.value.columns, roles) : undefined;
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

  /** Looks into the file as what it is said to be. */
  const lookInto = async (source: Source, preset: ImportPreset): Promise<void> => {
    const turn = ++newest.current;
    const first: Plan = { source, preset, table: 0, mapping: undefined, target: null };
    setPlan(first);
    setPreview(null);
    setTasks(null);
    setError(null);
    people.reset();
    if (preset === 'people') people.open(source);
    else if (preset === 'asana' || preset === 'trello') {
      const seen = await lookAtTasks.run({ text: source.text, as: preset }, { quiet: true });
      if (turn !== newest.current) return;
      if (seen.ok) setTasks(seen.value);
      else setError(seen.error);
    } else await show(first);
  };

  const begin = async (source: Source): Promise<void> => {
    const turn = ++newest.current;
    setPlan({ source, preset: 'goals', table: 0, mapping: undefined, target: null });
    setRecognised(null);
    setError(null);
    const seen = await recognise.run(source, { quiet: true });
    if (turn !== newest.current) return;
    if (!seen.ok) {
      setError(seen.error);
      return;
    }
    setRecognised(seen.value.preset);
    await lookInto(source, seen.value.preset);
  };

  const applyTasks = async (): Promise<void> => {
    if (plan === null || writeTasks.busy) return;
    if (plan.preset !== 'asana' && plan.preset !== 'trello') return;
    const done = await writeTasks.run({ text: plan.source.text, as: plan.preset }, { quiet: true });
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
    recognised,
    busy: look.busy || write.busy || lookAtTasks.busy || writeTasks.busy,
    people,
    tasks,
    tasksResult,
    result,
    cycles,
    open: (source) => {
      setPreview(null);
      setResult(null);
      setTasks(null);
      setTasksResult(null);
      people.reset();
      void begin(source);
    },
    setPreset: (preset) => {
      if (plan !== null) void lookInto(plan.source, preset);
    },
    setTable: (table) => {
      change({ table, mapping: undefined, target: null });
    },
    setRole: (column, role) => {
      change({ mapping: withRole<ImportRole>(plan?.mapping ?? preview?.mapping ?? [], column, role) });
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
      setRecognised(null);
      people.reset();
    },
  };
};
