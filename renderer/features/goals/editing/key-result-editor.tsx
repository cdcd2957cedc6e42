import { useState } from 'react';
import type { CommandParams, KeyResultView, ObjectiveView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand } from '#renderer/state/index.ts';
import { faultsOf, keyResultInput } from '../form/key-result-draft.ts';
import type { KeyResultDraft } from '../form/key-result-draft.ts';
import { KeyResultFields } from '../form/key-result-fields.tsx';
import { EditForm } from './edit-form.tsx';

export interface KeyResultEditorProps {
  readonly keyResult: KeyResultView;
  readonly objective: ObjectiveView;
  readonly onClose: () => void;
}

/** Changes a key result against what was seen when the edit began; only what changed is written. */
export const KeyResultEditor = (props: KeyResultEditorProps) => {
  const { t } = useText();
  const [begun] = useState({ keyResult: props.keyResult, heads: props.objective.heads });
  const [draft, setDraft] = useState<KeyResultDraft>({ ...props.keyResult, key: props.keyResult.id });
  const [tried, setTried] = useState(false);
  const update = useCommand('keyResult.update');
  const save = async (): Promise<void> => {
    setTried(true);
    if (faultsOf(draft).length > 0 || update.busy) return;
    const before = begun.keyResult;
    const { title, unit, start, target, weight, ownerId } = keyResultInput(draft);
    const params: CommandParams<'keyResult.update'> = {
      objectiveId: before.objectiveId,
      keyResultId: before.id,
      base: [...begun.heads],
      ...(title === before.title ? {} : { title }),
      ...(unit === undefined || unit === before.unit ? {} : { unit }),
      ...(start === before.start ? {} : { start }),
      ...(target === before.target ? {} : { target }),
      ...(weight === undefined || weight === before.weight ? {} : { weight }),
      ...(ownerId === undefined || ownerId === before.ownerId ? {} : { ownerId }),
    };
    if (Object.keys(params).length > 3) {
      const result = await update.run(params, { quiet: true, done: t('goals.saved') });
      if (!result.ok) return;
    }
    props.onClose();
  };
  return (
    <EditForm
      label={t('goals.act.edit')}
      busy={update.busy}
      error={update.error}
      onSave={() => void save()}
      onClose={props.onClose}
    >
      <KeyResultFields draft={draft} onChange={setDraft} tried={tried} fixedType autoFocus />
    </EditForm>
  );
};
