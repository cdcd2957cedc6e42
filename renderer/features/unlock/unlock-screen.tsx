import { useState } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand, useSession } from '#renderer/state/index.ts';
import { Button, Mark, SecretField } from '#renderer/ui/index.ts';
import classes from './unlock.module.css';

/** A locked profile: one field, one act, and what to do when the passphrase is gone. */
export const UnlockScreen = () => {
  const { t } = useText();
  const profileName = useSession()?.profileName ?? '';
  const unlock = useCommand('vault.unlock');
  const [passphrase, setPassphrase] = useState('');
  const [missing, setMissing] = useState(false);

  const submit = async (): Promise<void> => {
    if (unlock.busy) return;
    setMissing(passphrase === '');
    if (passphrase === '') return;
    const done = await unlock.run({ passphrase }, { quiet: true });
    // A wrong one is typed anew; the right one does not stay in the window's memory.
    if (done.ok || done.error.code === 'unauthorized') setPassphrase('');
  };

  return (
    <main className={classes['screen']}>
      <form
        className={classes['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Mark size={40} />
        <h1>{t('security.lock.title')}</h1>
        <p className={classes['lead']}>{t('security.lock.sentence')}</p>
        <SecretField
          label={t('security.lock.label')}
          hint={t('security.lock.profile', { name: profileName })}
          value={passphrase}
          maxLength={1000}
          autoComplete="current-password"
          autoFocus
          error={missing ? t('security.lock.missing') : (unlock.error?.sentence ?? null)}
          onChange={(event) => {
            setPassphrase(event.currentTarget.value);
            setMissing(false);
          }}
        />
        <Button type="submit" tone="primary" busy={unlock.busy} keys="enter">
          {unlock.busy ? t('security.lock.busy') : t('security.lock.act')}
        </Button>
        <p className={classes['fine']}>{t('security.lock.forgot')}</p>
      </form>
    </main>
  );
};
