import { failure, importRole, type CommandParams, type EngineApi, type ProtocolError } from '#shared/protocol/index.ts';
import { err, ok, type Result } from '#shared/std/index.ts';
import { readRoles } from './roles.ts';
import { errorsOf, type Importer } from './source.ts';

type Request = CommandParams<'import.preview'>;

/** The cycle the rows go to: the one named, the one the file names (made where it is missing), or the current one. */
const chooseCycle = async (
  engine: EngineApi,
  request: Request,
  period: { readonly title: string; readonly start: string; readonly end: string } | null,
): Promise<Result<CommandParams<'import.apply'>, ProtocolError>> => {
  if (request.cycleId !== undefined) return ok(request);
  const cycles = await engine.read('cycles', {});
  if (!cycles.ok) return cycles;
  if (period !== null) {
    const known = cycles.value.cycles.find(({ start, end }) => start === period.start && end === period.end);
    return ok(known === undefined ? { ...request, newCycle: period } : { ...request, cycleId: known.id });
  }
  if (cycles.value.currentId !== null) return ok({ ...request, cycleId: cycles.value.currentId });
  return err(
    failure('not-found', 'The file names no period and the team has no current cycle. Name one with --cycle.'),
  );
};

/** Objectives and key results of a table, or of an export of Meridian. */
export const importGoals =
  (as: 'goals' | 'meridian'): Importer =>
  async (engine, { fileName, text, table, mapping: written, cycleId, dryRun }) => {
    const mapping = readRoles(written, importRole.options);
    if (!mapping.ok) return mapping;
    const request: Request = {
      ...{ fileName, text, table, as },
      ...(mapping.value === undefined ? {} : { mapping: mapping.value }),
      ...(cycleId === undefined ? {} : { cycleId }),
    };
    const first = await engine.run('import.preview', request);
    if (!first.ok) return first;
    const chosen = await chooseCycle(engine, request, first.value.period);
    if (!chosen.ok) return chosen;
    const { newCycle: _made, ...inCycle } = chosen.value;
    const preview = await engine.run('import.preview', inCycle);
    if (!preview.ok) return preview;
    const errors = errorsOf(preview.value.rows);
    const told = { applied: !dryRun, errors };
    if (dryRun) {
      const { fresh, changed, same } = preview.value;
      return ok({ ...told, created: fresh, changed, same, skipped: errors.length });
    }
    const applied = await engine.run('import.apply', chosen.value);
    if (!applied.ok) return applied;
    const { created, changed, same, skipped } = applied.value;
    return ok({ ...told, created, changed, same, skipped });
  };
