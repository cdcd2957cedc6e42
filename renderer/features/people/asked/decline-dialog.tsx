import { useState } from 'react';
import type { FeedbackRequestView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand, usePersonName } from '#renderer/state/index.ts';
import { Banner, Button, Dialog, DialogFoot, TextField } from '#renderer/ui/index.ts';
import classes from '../people.module.css';

/** Declines a request for feedback, with a word for whoever asked or without. */
export const DeclineDialog = (props: { readonly request: FeedbackRequestView; readonly onClose: () => void }) => {
  const { t } = useText();
  const nameOf = usePersonName();
  const settle = useCommand('feedback.settleRequest');
  const [words, setWords] = useState('');
  const name = nameOf(props.request.fromId).split(/\s+/u)[0] ?? '';
  const decline = async (): Promise<void> => {
    if (settle.busy) return;
    const done = await settle.run(
      { id: props.request.id, as: 'declined', words },
      { quiet: true, done: t('feedbackRequests.decline.done') },
    );
    if (done.ok) props.onClose();
  };
  return (
    <Dialog opened onClose={props.onClose} title={t('feedbackRequests.decline.title')}>
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void decline();
        }}
      >
        <p className={classes['lead']}>{t('feedbackRequests.decline.sentence', { name })}</p>
        <TextField
          label={t('feedbackRequests.decline.words', { name })}
          placeholder={t('feedbackRequests.decline.example')}
          value={words}
          maxLength={300}
          data-autofocus
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {settle.error !== null && (
          <Banner tone="off-track" live>
            {settle.error.sentence}
          </Banner>
        )}
        <DialogFoot>
          <Button tone="quiet" keys="escape" onClick={props.onClose}>
            {t('ui.dialog.cancel')}
          </Button>
          <Button tone="primary" type="submit" busy={settle.busy}>
            {t('feedbackRequests.decline.act')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
};
