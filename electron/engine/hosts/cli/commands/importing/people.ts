import { peopleRole } from '#shared/protocol/index.ts';
import { ok } from '#shared/std/index.ts';
import { readRoles } from './roles.ts';
import { errorsOf, type Importer } from './source.ts';

/** A list of people: changes of those who are in the team, a link for each newcomer. The links are printed once. */
export const importPeople: Importer = async (engine, { fileName, text, table, mapping: written, dryRun }) => {
  const mapping = readRoles(written, peopleRole.options);
  if (!mapping.ok) return mapping;
  const request = { fileName, text, table, ...(mapping.value === undefined ? {} : { mapping: mapping.value }) };
  const preview = await engine.run('import.previewPeople', request);
  if (!preview.ok) return preview;
  const errors = errorsOf(preview.value.rows.map(({ line, name: title, error }) => ({ line, title, error })));
  const applied = dryRun ? ok({ ...preview.value, links: [] }) : await engine.run('import.applyPeople', request);
  if (!applied.ok) return applied;
  const { fresh, invited, changed, same, links } = applied.value;
  const people = { invited, links };
  return ok({ created: fresh, changed, same, skipped: errors.length, applied: !dryRun, errors, people });
};
