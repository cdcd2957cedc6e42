import { useState } from 'react';
import type { ObjectiveView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand, useGo } from '#renderer/state/index.ts';
import { FormDialog } from '#renderer/ui/index.ts';
import { emptyKeyResult, faultsOf, keyResultInput } from '../form/key-result-draft.ts';
import { KeyResultFields } from '../form/key-result-fields.tsx';

/** One more key result of an objective. */
export const KeyResultDialog = (props: { readonly objective: ObjectiveView; readonly onClose: () => void }) => {
  const { t } = useText();
  const go = useGo();
  const { objective } = props;
  const [base] = useState(objective.heads);
  const [draft, setDraft] = useState(() => emptyKeyResult('0'));
  const [tried, setTried] = useState(false);
  const add = useCommand('keyResult.add');
  const submit = async (): Promise<void> => {
    setTried(true);
    if (faultsOf(draft).length > 0 || add.busy) return;
    const result = await add.run(
      { objectiveId: objective.id, base: [...base], keyResult: keyResultInput(draft) },
      { quiet: true, done: t('goals.saved') },
    );
    if (!result.ok) return;
    props.onClose();
    go('goals', result.value.id);
  };
  return (
    <FormDialog
      title={t('goals.form.addTitle', { title: objective.title })}
      onClose={props.onClose}
      onSubmit={() => void submit()}
      act={t('goals.form.add')}
      busy={add.busy}
      error={add.error?.sentence}
      size={640}
    >
      <KeyResultFields draft={draft} onChange={setDraft} tried={tried} autoFocus />
    </FormDialog>
  );
};
