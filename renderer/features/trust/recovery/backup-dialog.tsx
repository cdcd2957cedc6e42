import { useState } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand } from '#renderer/state/index.ts';
import {
  Banner,
  Button,
  Dialog,
  DialogFoot,
  NumberField,
  SelectField,
  SubmitForm,
  TextField,
} from '#renderer/ui/index.ts';
import type { BackupView } from './backup-fact.tsx';
import classes from './recovery.module.css';

const paces = ['daily', 'weekly', 'off'] as const;
type Pace = (typeof paces)[number];
const isPace = (value: string | null): value is Pace => paces.some((pace) => pace === value);

/** Where backups go, how often, how many are kept, and what opens them. */
export const BackupDialog = (props: { readonly backup: BackupView; readonly onClose: () => void }) => {
  const { t } = useText();
  const configure = useCommand('backup.configure');
  const { backup } = props;
  const fresh = backup.directory === '';
  const [directory, setDirectory] = useState(backup.directory);
  const [every, setEvery] = useState<Pace>(fresh ? 'daily' : backup.every);
  const [keep, setKeep] = useState<number>(backup.keep);
  const [passphrase, setPassphrase] = useState('');
  const about = (field: string): string | null => (configure.error?.field === field ? configure.error.sentence : null);
  const named = ['directory', 'passphrase', 'keep'].some((field) => about(field) !== null);

  const submit = async (): Promise<void> => {
    if (configure.busy) return;
    const secret = passphrase === '' ? {} : { passphrase };
    const result = await configure.run(
      { directory, every, keep, ...secret },
      { quiet: true, done: t('recovery.settings.saved') },
    );
    if (result.ok) props.onClose();
  };

  return (
    <Dialog opened onClose={props.onClose} title={t('recovery.settings.title')} size={560}>
      <SubmitForm className={classes['stack']} busy={configure.busy} onSubmit={() => void submit()}>
        <p className={classes['text']}>{t('recovery.settings.lead')}</p>
        <TextField
          label={t('recovery.settings.directory')}
          hint={t('recovery.settings.directoryHint')}
          value={directory}
          maxLength={4000}
          spellCheck={false}
          data-autofocus
          error={about('directory')}
          onChange={(event) => {
            setDirectory(event.currentTarget.value);
            configure.clear();
          }}
        />
        <div className={classes['pair']}>
          <SelectField
            label={t('recovery.settings.every')}
            data={paces.map((value) => ({ value, label: t(`recovery.settings.paces.${value}`) }))}
            value={every}
            onChange={(value) => {
              if (isPace(value)) setEvery(value);
            }}
          />
          <NumberField
            label={t('recovery.settings.keep')}
            unit={t('recovery.settings.files')}
            value={keep}
            min={1}
            max={365}
            allowDecimal={false}
            error={about('keep')}
            onChange={(value) => {
              setKeep(value ?? backup.keep);
            }}
          />
        </div>
        <p className={classes['text']}>
          {backup.opensWith.includes('phrase')
            ? t('recovery.settings.withPhrase')
            : t('recovery.settings.withoutPhrase')}{' '}
          {backup.opensWith.includes('passphrase') ? t('recovery.settings.withPassphrase') : ''}
        </p>
        <TextField
          type="password"
          label={t('recovery.settings.passphrase')}
          hint={t('recovery.settings.passphraseHint')}
          value={passphrase}
          maxLength={1000}
          autoComplete="new-password"
          error={about('passphrase')}
          onChange={(event) => {
            setPassphrase(event.currentTarget.value);
            configure.clear();
          }}
        />
        {configure.error !== null && !named && (
          <Banner tone="off-track" live>
            {configure.error.sentence}
          </Banner>
        )}
        <DialogFoot>
          <Button tone="quiet" keys="escape" onClick={props.onClose}>
            {t('ui.dialog.cancel')}
          </Button>
          <Button tone="primary" type="submit" busy={configure.busy}>
            {t('recovery.settings.save')}
          </Button>
        </DialogFoot>
      </SubmitForm>
    </Dialog>
  );
};
