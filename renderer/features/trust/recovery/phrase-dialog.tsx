import { useEffect, useState } from 'react';
import type { CommandResult } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand } from '#renderer/state/index.ts';
import { Banner, Button, Dialog, Skeleton } from '#renderer/ui/index.ts';
import classes from './recovery.module.css';
import { RetypeWords } from './retype-words.tsx';
import { SheetActs } from './sheet-acts.tsx';

export type NewPhrase = CommandResult<'recovery.begin'>;

const Words = (props: { readonly words: readonly string[] }) => {
  const { t } = useText();
  return (
    <ol className={classes['words']} aria-label={t('recovery.dialog.words')}>
      {props.words.map((word, index) => (
        <li key={index}>{word}</li>
      ))}
    </ol>
  );
};

/** Shows a new phrase, has four of its words typed again, and puts it to use. Closing it before leaves everything as it was. */
export const PhraseDialog = (props: { readonly replacing: boolean; readonly onClose: () => void }) => {
  const { t } = useText();
  const { run: begin, error } = useCommand('recovery.begin');
  const { run: cancel } = useCommand('recovery.cancel');
  const [made, setMade] = useState<NewPhrase | null>(null);
  const [checking, setChecking] = useState(false);
  useEffect(() => {
    void begin({}, { quiet: true }).then((result) => {
      if (result.ok) setMade(result.value);
    });
  }, [begin]);
  const close = (): void => {
    void cancel({}, { quiet: true });
    props.onClose();
  };
  return (
    <Dialog
      opened
      onClose={close}
      size={620}
      title={props.replacing ? t('recovery.dialog.replaceTitle') : t('recovery.dialog.title')}
      foot={
        checking ? undefined : (
          <>
            <Button tone="quiet" keys="escape" onClick={close}>
              {t('ui.dialog.cancel')}
            </Button>
            <Button tone="primary" disabled={made === null} data-autofocus onClick={() => setChecking(true)}>
              {t('recovery.dialog.written')}
            </Button>
          </>
        )
      }
    >
      {error !== null && (
        <Banner tone="off-track" live>
          {error.sentence}
        </Banner>
      )}
      {made === null && error === null && <Skeleton rows={4} />}
      {made !== null && !checking && (
        <div className={classes['stack']}>
          <p className={classes['text']}>
            {t('recovery.dialog.lead')} {props.replacing ? t('recovery.dialog.old') : ''}
          </p>
          <Words words={made.words} />
          <SheetActs sheet={made.sheet} />
          <Banner>{t('recovery.dialog.careful')}</Banner>
        </div>
      )}
      {made !== null && checking && (
        <RetypeWords positions={made.ask} onBack={() => setChecking(false)} onDone={props.onClose} />
      )}
    </Dialog>
  );
};
