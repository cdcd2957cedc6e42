import { useState } from 'react';
import type { QueryResult } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand } from '#renderer/state/index.ts';
import { Banner, Button, Dialog, DialogFoot, TextField, useToast } from '#renderer/ui/index.ts';
import classes from '../trust.module.css';
import { useCounted } from './use-counted.ts';

const limits = ['copied', 'offline', 'backups'] as const;

/** Everything of this person's at once: what goes, what stays, what cannot be promised, and a word to type. */
export const EraseMineDialog = (props: { readonly erasure: QueryResult<'erasure'>; readonly onClose: () => void }) => {
  const { t } = useText();
  const toast = useToast();
  const counted = useCounted();
  const erase = useCommand('person.erase');
  const [typed, setTyped] = useState('');
  const { erasure, onClose } = props;
  const word = t('erasure.mine.word');
  const sure = typed.trim().toLowerCase() === word.toLowerCase();
  const kept = Object.entries(erasure.kept).map(([kind, count]) => ({ kind, count }));
  const run = async (): Promise<void> => {
    if (!sure || erase.busy) return;
    const done = await erase.run({}, { quiet: true });
    if (!done.ok) return;
    toast({ sentence: t('erasure.mine.done', { count: done.value.erased }) });
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('erasure.mine.title')} size={540}>
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <p className={classes['text']}>
          {t('erasure.mine.list')} <b>{counted(erasure.mine)}</b>. {t('erasure.mine.stays')} {t('erasure.one.final')}
        </p>
        {kept.some(({ count }) => count > 0) && (
          <p className={classes['text']}>
            {t('erasure.mine.kept')} <b>{counted(kept)}</b>.
          </p>
        )}
        <p className={classes['text']}>{t('erasure.mine.others')}</p>
        <div>
          <h3 className={classes['name']}>{t('erasure.one.cannot')}</h3>
          <ul className={classes['limits']}>
            {limits.map((line) => (
              <li key={line}>{t(`erasure.one.${line}`)}</li>
            ))}
            <li>{t('erasure.mine.devices')}</li>
          </ul>
        </div>
        <Banner>{t('erasure.mine.first')}</Banner>
        <TextField
          label={t('erasure.mine.confirm', { word })}
          value={typed}
          maxLength={40}
          spellCheck={false}
          autoComplete="off"
          error={erase.error?.sentence ?? null}
          data-autofocus
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <DialogFoot>
          <Button tone="quiet" keys="escape" onClick={onClose}>
            {t('erasure.one.keep')}
          </Button>
          <Button tone="danger-solid" type="submit" busy={erase.busy} disabled={!sure}>
            {erase.busy ? t('erasure.mine.running') : t('erasure.mine.act')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
};
