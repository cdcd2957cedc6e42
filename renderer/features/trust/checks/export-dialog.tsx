import { useState } from 'react';
import type { CommandResult } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand } from '#renderer/state/index.ts';
import { Banner, Button, CopyField, Dialog, DialogFoot, TextField } from '#renderer/ui/index.ts';
import classes from '../trust.module.css';

/**
 * Writes everything this person can read, or what is theirs alone, into a folder of open formats, and says where it is.
 */
export const ExportDialog = (props: { readonly onClose: () => void; readonly mine?: boolean }) => {
  const { t } = useText();
  const { mine = false } = props;
  const everything = useCommand('export.write');
  const own = useCommand('person.export');
  const write = mine ? own : everything;
  const [folder, setFolder] = useState('');
  const [done, setDone] = useState<CommandResult<'export.write'> | null>(null);
  const run = async (): Promise<void> => {
    if (write.busy) return;
    const directory = folder.trim();
    const result = await write.run(directory === '' ? {} : { directory }, { quiet: true });
    if (result.ok) setDone(result.value);
  };
  return (
    <Dialog opened onClose={props.onClose} title={mine ? t('erasure.own.exportTitle') : t('trust.export.title')}>
      {done === null ? (
        <form
          className={classes['form']}
          onSubmit={(event) => {
            event.preventDefault();
            void run();
          }}
        >
          <p className={classes['text']}>{mine ? t('erasure.own.exportSentence') : t('trust.export.sentence')}</p>
          <TextField
            label={t('trust.export.folder')}
            placeholder={t('trust.export.default')}
            value={folder}
            maxLength={1000}
            spellCheck={false}
            error={write.error?.sentence ?? null}
            onChange={(event) => setFolder(event.currentTarget.value)}
          />
          <Banner>{t('trust.export.plain')}</Banner>
          <DialogFoot>
            <Button tone="quiet" keys="escape" onClick={props.onClose}>
              {t('ui.dialog.cancel')}
            </Button>
            <Button tone="primary" type="submit" busy={write.busy} data-autofocus>
              {t('trust.export.act')}
            </Button>
          </DialogFoot>
        </form>
      ) : (
        <div className={classes['form']}>
          <p className={classes['text']} role="status">
            {t('trust.export.done', { records: done.records, count: done.files })}
          </p>
          <CopyField label={t('trust.export.where')} value={done.directory} autoFocus />
          <DialogFoot>
            <Button tone="quiet" onClick={props.onClose}>
              {t('ui.dialog.close')}
            </Button>
          </DialogFoot>
        </div>
      )}
    </Dialog>
  );
};
