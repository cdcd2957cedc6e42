import type { ObjectiveView } from '#shared/protocol/index.ts';
import { useAmounts, useText } from '#renderer/i18n/index.ts';
import type { TextKey } from '#renderer/i18n/index.ts';
import { RecordConflicts, usePersonName } from '#renderer/state/index.ts';
import type { FieldValue } from '#renderer/ui/index.ts';
import { useGoalStanding } from '../standing.ts';

const labels: Readonly<Record<string, TextKey>> = {
  title: 'goals.field.title',
  description: 'goals.field.description',
  reflection: 'goals.field.reflection',
  ownerId: 'goals.field.owner',
  parentId: 'goals.field.parent',
  cycleId: 'goals.field.cycle',
  state: 'goals.field.state',
  rollUp: 'goals.field.rollUp',
  manualProgress: 'goals.field.manual',
  score: 'goals.field.score',
  unit: 'goals.field.unit',
  start: 'goals.field.start',
  target: 'goals.field.target',
  weight: 'goals.field.weight',
  type: 'goals.field.type',
  direction: 'goals.field.direction',
  archived: 'goals.field.archived',
  in: 'goals.field.contributor',
};

const states: Readonly<Record<string, TextKey>> = {
  draft: 'goals.state.draft',
  active: 'goals.state.active',
  closed: 'goals.state.closed',
  'key-results': 'goals.rollUp.key-results',
  children: 'goals.rollUp.children',
  both: 'goals.rollUp.both',
  manual: 'goals.rollUp.manual',
};

export interface GoalConflictsProps {
  readonly objective: ObjectiveView;
  /** Only what concerns this key result. */
  readonly keyResultId?: string;
}

/** What was written apart in an objective or one of its key results. */
export const GoalConflicts = (props: GoalConflictsProps) => {
  const { t } = useText();
  const nameOf = usePersonName();
  const { say: sayAmount, percent } = useAmounts();
  const standing = useGoalStanding(props.objective);
  const { objective, keyResultId } = props;

  const partsOf = (path: string) => {
    const [collection, itemId, field] = path.split('.');
    return itemId === undefined
      ? { field: path, keyResult: undefined, personId: undefined }
      : {
          field: field ?? '',
          keyResult: objective.keyResults.find((each) => each.id === itemId),
          personId: collection === 'contributors' ? itemId : undefined,
        };
  };
  // The name beside a value set by hand follows the value; settling the one settles the other.
  const shown = objective.conflicts.filter(
    ({ path }) => path !== 'manualById' && (keyResultId === undefined || path.startsWith(`keyResults.${keyResultId}.`)),
  );

  const labelOf = (path: string): string => {
    const { field, keyResult, personId } = partsOf(path);
    const key = labels[field];
    const label = key === undefined ? field : t(key, { name: nameOf(personId ?? null) });
    return keyResult === undefined || keyResultId !== undefined
      ? label
      : t('goals.conflict.of', { field: label, title: keyResult.title });
  };
  const say = (path: string, value: FieldValue): string => {
    const { field, keyResult } = partsOf(path);
    if (field === 'ownerId') return value === null ? t('goals.nobody') : nameOf(String(value));
    if (value === null) return t('goals.conflict.empty');
    if (field === 'parentId')
      return value === objective.parentId ? (objective.parentTitle ?? '') : t('goals.conflict.otherGoal');
    if (typeof value === 'boolean') return t(value ? 'goals.yes' : 'goals.no');
    if (typeof value === 'number') {
      if (field === 'manualProgress') return percent(value);
      if (keyResult !== undefined && (field === 'start' || field === 'target')) return sayAmount(value, keyResult);
      return String(value);
    }
    const known = field === 'state' || field === 'rollUp' ? states[value] : undefined;
    return known === undefined ? value : t(known);
  };
  const refusalOf = (path: string): string | null => {
    const { field, keyResult } = partsOf(path);
    if (keyResult !== undefined) return standing.editKeyResult(keyResult);
    return ['ownerId', 'state', 'score', 'reflection'].includes(field) ? standing.lead : standing.edit;
  };

  return (
    <RecordConflicts
      recordId={objective.id}
      heads={objective.heads}
      conflicts={shown}
      labelOf={labelOf}
      say={say}
      refusalOf={refusalOf}
    />
  );
};
