import { useState } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand } from '#renderer/state/index.ts';
import { Banner, Button, Dialog, DialogFoot, TextField } from '#renderer/ui/index.ts';
import classes from './compose.module.css';

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
    <Dialog opened onClose={props.onClose} title={t('checkIn.skip.title')}>
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
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
        {skip.error !== null && (
          <Banner tone="off-track" live>
            {skip.error.sentence}
          </Banner>
        )}
        <DialogFoot>
          <Button tone="quiet" keys="escape" onClick={props.onClose}>
            {t('checkIn.unchanged.keep')}
          </Button>
          <Button tone="primary" type="submit" busy={skip.busy}>
            {t('checkIn.skip.act')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
};
