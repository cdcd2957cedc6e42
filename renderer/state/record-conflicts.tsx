import type { Conflict } from '#shared/protocol/index.ts';
import { kindOf } from '#shared/schema/index.ts';
import { useSaid, useText } from '#renderer/i18n/index.ts';
import { ConflictPanel } from '#renderer/ui/index.ts';
import type { FieldValue } from '#renderer/ui/index.ts';
import { usePersonName } from './people.ts';
import { useCommand } from './use-command.ts';

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
      heads={props.heads}
      onResolve={async (value, seen) => {
        const said = { recordId: props.recordId, path: conflict.path, base: [...seen], value };
        return (await resolve.run(said, { done: t('goals.conflict.settled') })).ok;
      }}
    />
  ));
};

const people: ReadonlySet<string> = new Set(['ownerId', 'acceptedById']);

export interface FieldConflictsProps extends Omit<RecordConflictsProps, 'labelOf' | 'say'> {
  readonly kind: string;
  /** Words for values that say little as they are stored; undefined for all others. */
  readonly sayOwn: (field: string, value: FieldValue) => string | undefined;
}

/** The same, with the fields' own names, people's names for their ids and words for yes, no and nothing. */
export const FieldConflicts = ({ kind, sayOwn, ...props }: FieldConflictsProps) => {
  const { t } = useText();
  const said = useSaid();
  const nameOf = usePersonName();
  const say = (path: string, value: FieldValue): string => {
    const field = path.split('.').at(-1) ?? path;
    if (value === null || value === '') return t('goals.conflict.empty');
    if (people.has(field)) return nameOf(String(value));
    if (typeof value === 'boolean') return t(value ? 'goals.yes' : 'goals.no');
    return sayOwn(field, value) ?? String(value);
  };
  return <RecordConflicts {...props} labelOf={(path) => said(kindOf(kind)?.label(path) ?? path)} say={say} />;
};
