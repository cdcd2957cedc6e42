import { useState } from 'react';
import type { ObjectiveView, RollUp } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand, useQuery } from '#renderer/state/index.ts';
import { NumberField, ProseField, SelectField, TextField } from '#renderer/ui/index.ts';
import { CardFields } from '../card/card-fields.tsx';
import classes from '../form/form.module.css';
import { PeopleField, PersonField } from '../form/person-field.tsx';
import { useGoalStanding } from '../standing.ts';
import { EditForm } from './edit-form.tsx';
import { draftOf, objectiveChanges } from './objective-changes.ts';
import type { ObjectiveDraft } from './objective-changes.ts';

const rollUps: readonly RollUp[] = ['key-results', 'children', 'both', 'manual'];
const none = 'none';

/** Goals of the cycle that may stand above this one: not itself, and nothing below it. */
const useParents = (objective: ObjectiveView) => {
  const rows = useQuery('goals', { cycleId: objective.cycleId }).data?.rows ?? [];
  const at = rows.findIndex((row) => row.id === objective.id);
  const depth = rows[at]?.depth ?? 0;
  const after = rows.findIndex((row, index) => index > at && row.depth <= depth);
  const end = after < 0 ? rows.length : after;
  return rows.filter((row, index) => row.kind === 'objective' && (at < 0 || index < at || index >= end));
};

/** Changes an objective against what was seen when the edit began; only what changed is written. */
export const ObjectiveEditor = (props: { readonly objective: ObjectiveView; readonly onClose: () => void }) => {
  const { t } = useText();
  const [begun] = useState(props.objective);
  const [draft, setDraft] = useState(() => draftOf(props.objective));
  const [tried, setTried] = useState(false);
  const update = useCommand('objective.update');
  const standing = useGoalStanding(props.objective);
  const parents = useParents(begun);
  const set = (change: Partial<ObjectiveDraft>): void => {
    setDraft((now) => ({ ...now, ...change }));
  };
  const noTitle = draft.title.trim() === '';
  const noManual = draft.rollUp === 'manual' && draft.manualPercent === null;
  const save = async (): Promise<void> => {
    setTried(true);
    if (noTitle || noManual || update.busy) return;
    const changes = objectiveChanges(begun, draft);
    if (changes !== null) {
      const result = await update.run(changes, { quiet: true, done: t('goals.saved') });
      if (!result.ok) return;
    }
    props.onClose();
  };
  const listed = parents.map((row) => ({ value: row.id, label: row.title }));
  const parentElsewhere =
    begun.parentId !== null && !parents.some((row) => row.id === begun.parentId)
      ? [{ value: begun.parentId, label: begun.parentTitle ?? t('goals.parentAway') }]
      : [];
  return (
    <EditForm
      label={t('goals.act.edit')}
      busy={update.busy}
      error={update.error}
      onSave={() => void save()}
      onClose={props.onClose}
    >
      <TextField
        label={t('goals.field.title')}
        value={draft.title}
        maxLength={300}
        autoFocus
        error={tried && noTitle ? t('goals.form.fault.title') : null}
        onChange={(event) => {
          set({ title: event.currentTarget.value });
        }}
      />
      <ProseField
        label={t('goals.field.description')}
        value={draft.description}
        minRows={2}
        onChange={(event) => {
          set({ description: event.currentTarget.value });
        }}
      />
      <div className={classes['row']}>
        <PersonField
          label={t('goals.field.owner')}
          value={draft.ownerId}
          none={t('goals.nobody')}
          disabled={standing.lead !== null}
          onChange={(ownerId) => {
            set({ ownerId });
          }}
        />
        <SelectField
          label={t('goals.field.parent')}
          searchable
          value={draft.parentId ?? none}
          data={[{ value: none, label: t('goals.form.noParent') }, ...parentElsewhere, ...listed]}
          onChange={(value) => {
            set({ parentId: value === none ? null : value });
          }}
        />
      </div>
      {standing.lead !== null && <p className={classes['hint']}>{standing.lead}</p>}
      <PeopleField
        label={t('goals.field.contributors')}
        values={draft.contributorIds}
        onChange={(contributorIds) => {
          set({ contributorIds });
        }}
      />
      <div className={classes['row']}>
        <SelectField
          label={t('goals.field.rollUp')}
          value={draft.rollUp}
          data={rollUps.map((rollUp) => ({ value: rollUp, label: t(`goals.rollUp.${rollUp}`) }))}
          onChange={(value) => {
            const rollUp = rollUps.find((each) => each === value);
            if (rollUp !== undefined) set({ rollUp });
          }}
        />
        {draft.rollUp === 'manual' && (
          <NumberField
            label={t('goals.field.manual')}
            unit="%"
            min={0}
            max={100}
            value={draft.manualPercent}
            error={tried && noManual ? t('goals.form.fault.manual') : null}
            hint={t('goals.form.manualHint')}
            onChange={(manualPercent) => {
              set({ manualPercent });
            }}
          />
        )}
      </div>
      <CardFields draft={draft} onChange={set} />
    </EditForm>
  );
};
