import { useState } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand } from '#renderer/state/index.ts';
import { FormDialog, TextField } from '#renderer/ui/index.ts';

/** Says that there is no check-in this week. What was typed so far stays out of it, and is forgotten. */
export const SkipDialog = (props: {
  readonly week: string;
  readonly onClose: () => void;
  readonly onSkipped: () => void;
}) => {
  const { t } = useText();
  const skip = useCommand('checkIn.skip');
  const [reason, setReason] = useState('');
  const send = async (): Promise<void> => {
    if (skip.busy) return;
    const result = await skip.run({ week: props.week, reason }, { quiet: true, done: t('checkIn.skip.done') });
    if (!result.ok) return;
    props.onSkipped();
    props.onClose();
  };
  return (
    <FormDialog
      title={t('checkIn.skip.title')}
      onClose={props.onClose}
      onSubmit={() => void send()}
      act={t('checkIn.skip.act')}
      leave={t('checkIn.unchanged.keep')}
      busy={skip.busy}
      error={skip.error?.sentence}
    >
      <p>{t('checkIn.skip.sentence')}</p>
      <TextField
        label={t('checkIn.skip.reason')}
        value={reason}
        maxLength={300}
        data-autofocus
        onChange={(event) => {
          setReason(event.currentTarget.value);
        }}
      />
    </FormDialog>
  );
};
