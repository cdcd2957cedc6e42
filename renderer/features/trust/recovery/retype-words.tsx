import { useState } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand } from '#renderer/state/index.ts';
import { Banner, Button, DialogFoot, TextField } from '#renderer/ui/index.ts';
import classes from './recovery.module.css';

/** Four words typed again: whoever can do that has the phrase on paper. */
export const RetypeWords = (props: {
  readonly positions: readonly number[];
  readonly onBack: () => void;
  readonly onDone: () => void;
}) => {
  const { t } = useText();
  const confirm = useCommand('recovery.confirm');
  const [typed, setTyped] = useState<ReadonlyMap<number, string>>(new Map());
  const fieldError = (position: number): string | null =>
    confirm.error?.field === `word.${String(position)}` ? confirm.error.sentence : null;
  const inField = props.positions.some((position) => fieldError(position) !== null);

  const submit = async (): Promise<void> => {
    if (confirm.busy) return;
    const answers = props.positions.map((position) => ({ position, word: typed.get(position) ?? '' }));
    const result = await confirm.run({ answers }, { quiet: true, done: t('recovery.dialog.done') });
    if (result.ok) props.onDone();
  };

  return (
    <form
      className={classes['stack']}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h3 className={classes['step']}>{t('recovery.dialog.checkTitle')}</h3>
      <p className={classes['text']}>{t('recovery.dialog.checkLead')}</p>
      <div className={classes['asked']}>
        {props.positions.map((position, index) => (
          <TextField
            key={position}
            label={t('recovery.dialog.word', { position })}
            value={typed.get(position) ?? ''}
            maxLength={40}
            autoFocus={index === 0}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            error={fieldError(position)}
            onChange={(event) => {
              setTyped(new Map(typed).set(position, event.currentTarget.value));
              confirm.clear();
            }}
          />
        ))}
      </div>
      {confirm.error !== null && !inField && (
        <Banner tone="off-track" live>
          {confirm.error.sentence}
        </Banner>
      )}
      <DialogFoot>
        <Button tone="quiet" onClick={props.onBack}>
          {t('recovery.dialog.back')}
        </Button>
        <Button tone="primary" type="submit" busy={confirm.busy}>
          {t('recovery.dialog.confirm')}
        </Button>
      </DialogFoot>
    </form>
  );
};
