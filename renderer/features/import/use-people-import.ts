import { useRef, useState } from 'react';
import type { CommandResult, PeopleRole, ProtocolError } from '#shared/protocol/index.ts';
import { useCommand, useQuery } from '#renderer/state/index.ts';
import { peopleMappingsKey, peopleRoles, rememberedMapping, withMapping, withRole } from './mappings.ts';
import type { Source } from './source.ts';

export type PeoplePreview = CommandResult<'import.previewPeople'>;
export type PeopleApplied = CommandResult<'import.applyPeople'>;

interface Plan {
  readonly source: Source;
  readonly table: number;
  /** Undefined = as guessed from the names of the columns. */
  readonly mapping: readonly PeopleRole[] | undefined;
}

export interface PeopleImporting {
  readonly table: number;
  /** The newest that could be made; it stays while a later choice is refused. */
  readonly preview: PeoplePreview | null;
  readonly mapping: readonly PeopleRole[];
  readonly error: ProtocolError | null;
  readonly busy: boolean;
  readonly result: PeopleApplied | null;
  readonly open: (source: Source) => void;
  readonly setTable: (table: number) => void;
  readonly setRole: (column: number, role: PeopleRole) => void;
  readonly apply: (days: number) => void;
  readonly reset: () => void;
}

/** The import of a list of people: every choice is previewed, and nothing is written or invited before the last act. */
export const usePeopleImport = (): PeopleImporting => {
  const look = useCommand('import.previewPeople');
  const write = useCommand('import.applyPeople');
  const keep = useCommand('draft.save');
  const kept = useQuery('draft', { key: peopleMappingsKey }).data?.value ?? null;
  const [plan, setPlan] = useState<Plan | null>(null);
  const [preview, setPreview] = useState<PeoplePreview | null>(null);
  const [error, setError] = useState<ProtocolError | null>(null);
  const [result, setResult] = useState<PeopleApplied | null>(null);
  const newest = useRef(0);

  const requestOf = ({ source, table, mapping }: Plan) => ({
    ...source,
    table,
    ...(mapping === undefined ? {} : { mapping: [...mapping] }),
  });

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
    const remembered =
      next.mapping === undefined ? rememberedMapping(kept, seen.value.columns, peopleRoles) : undefined;
    if (remembered !== undefined && remembered.join() !== seen.value.mapping.join())
      await show({ ...next, mapping: remembered });
    else setPreview(seen.value);
  };

  const apply = async (days: number): Promise<void> => {
    if (plan === null || write.busy) return;
    const done = await write.run({ ...requestOf(plan), days }, { quiet: true });
    if (!done.ok) {
      setError(done.error);
      return;
    }
    setResult(done.value);
    // What was put right by hand is not asked for again, the next time a table has these columns.
    if (plan.mapping !== undefined && preview !== null)
      void keep.run(
        { key: peopleMappingsKey, value: withMapping(kept, preview.columns, plan.mapping) },
        { quiet: true },
      );
  };

  const mapping = plan?.mapping ?? preview?.mapping ?? [];
  return {
    table: plan?.table ?? 0,
    preview,
    mapping,
    error,
    busy: look.busy || write.busy,
    result,
    open: (source) => {
      setPreview(null);
      setResult(null);
      void show({ source, table: 0, mapping: undefined });
    },
    setTable: (table) => {
      if (plan !== null) void show({ ...plan, table, mapping: undefined });
    },
    setRole: (column, role) => {
      if (plan !== null) void show({ ...plan, mapping: withRole<PeopleRole>(mapping, column, role) });
    },
    apply: (days) => void apply(days),
    reset: () => {
      newest.current++;
      setPlan(null);
      setPreview(null);
      setError(null);
      setResult(null);
    },
  };
};
