import { ok } from '#shared/std/index.ts';
import { errorsOf, type Importer } from './source.ts';

/** Tasks that another tool exported. */
export const importTasks =
  (as: 'asana' | 'trello'): Importer =>
  async (engine, { text, dryRun }) => {
    const preview = await engine.run('import.previewTasks', { text, as });
    if (!preview.ok) return preview;
    const errors = errorsOf(preview.value.rows);
    const applied = dryRun ? preview : await engine.run('import.applyTasks', { text, as });
    if (!applied.ok) return applied;
    const { fresh, changed, same } = applied.value;
    return ok({ created: fresh, changed, same, skipped: errors.length, applied: !dryRun, errors });
  };
