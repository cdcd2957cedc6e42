import type { Conflict } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand, usePersonName } from '#renderer/state/index.ts';
import { ConflictPanel } from '#renderer/ui/index.ts';
import type { FieldValue } from '#renderer/ui/index.ts';

export interface RecordConflictsProps {
  readonly recordId: string;
  readonly heads: readonly string[];
  readonly conflicts: readonly Conflict[];
  readonly labelOf: (path: string) => string;
  /** A value as its reader sees it. */
  readonly say: (path: string, value: FieldValue) => string;
  readonly refusalOf: (path: string) => string | null;
}

/** Every field of a record that was written apart, each with its choice. */
export const RecordConflicts = (props: RecordConflictsProps) => {
  const { t } = useText();
  const nameOf = usePersonName();
  const resolve = useCommand('conflict.resolve');
  return props.conflicts.map((conflict) => (
    <ConflictPanel
      key={conflict.path}
      label={props.labelOf(conflict.path)}
      kind={conflict.kind}
      sides={conflict.variants.map((variant) => ({
        value: variant.value,
        words: props.say(conflict.path, variant.value),
        by: { id: variant.byId ?? '', name: nameOf(variant.byId) },
        at: variant.at,
      }))}
      busy={resolve.busy}
      refusal={props.refusalOf(conflict.path)}
      onResolve={(value) =>
        void resolve.run(
          { recordId: props.recordId, path: conflict.path, base: [...props.heads], value },
          { done: t('goals.conflict.settled') },
        )
      }
    />
  ));
};
