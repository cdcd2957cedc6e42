import { useState } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand } from '#renderer/state/index.ts';
import { Banner, Button, Dialog, DialogFoot, SecretField } from '#renderer/ui/index.ts';
import classes from '../trust.module.css';

export type PassphraseAct = 'set' | 'change' | 'remove';

const shortest = 8;

/** Sets, changes or removes the passphrase; says before what that means. */
export const PassphraseDialog = (props: { readonly act: PassphraseAct; readonly onClose: () => void }) => {
  const { t } = useText();
  const save = useCommand('vault.setPassphrase');
  const remove = useCommand('vault.useKeyFile');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [asked, setAsked] = useState(false);
  const { act, onClose } = props;
  const removing = act === 'remove';
  const { busy, error } = removing ? remove : save;

  const short = next.length < shortest ? t('security.passphrase.short') : null;
  const differs = next === again ? null : t('security.passphrase.differs');
  const missing = current === '' ? t('security.lock.missing') : null;

  const submit = async (): Promise<void> => {
    if (busy) return;
    setAsked(true);
    if (act !== 'set' && missing !== null) return;
    if (!removing && (short !== null || differs !== null)) return;
    const proof = act === 'set' ? {} : { current };
    const done = removing
      ? await remove.run(proof, { quiet: true, done: t('security.passphrase.removed') })
      : await save.run({ passphrase: next, ...proof }, { quiet: true, done: t('security.passphrase.saved') });
    if (done.ok) onClose();
  };

  const aboutCurrent = error?.field === 'current' || error?.field === 'passphrase' ? error.sentence : null;
  return (
    <Dialog opened onClose={onClose} title={t(`security.passphrase.${act}Title`)}>
      <form
        className={classes['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p className={classes['text']}>
          {removing ? t('security.passphrase.removeSentence') : t('security.passphrase.sentence')}
        </p>
        {act !== 'set' && (
          <SecretField
            label={t('security.passphrase.current')}
            value={current}
            maxLength={1000}
            autoComplete="current-password"
            data-autofocus
            error={aboutCurrent ?? (asked ? missing : null)}
            onChange={(event) => {
              setCurrent(event.currentTarget.value);
              save.clear();
              remove.clear();
            }}
          />
        )}
        {!removing && (
          <>
            <SecretField
              label={t('security.passphrase.next')}
              value={next}
              maxLength={1000}
              autoComplete="new-password"
              {...(act === 'set' ? { 'data-autofocus': true } : {})}
              error={asked ? short : null}
              onChange={(event) => setNext(event.currentTarget.value)}
            />
            <SecretField
              label={t('security.passphrase.again')}
              value={again}
              maxLength={1000}
              autoComplete="new-password"
              error={asked && short === null ? differs : null}
              onChange={(event) => setAgain(event.currentTarget.value)}
            />
            <Banner>{t('security.passphrase.warning')}</Banner>
          </>
        )}
        {error !== null && aboutCurrent === null && (
          <Banner tone="off-track" live>
            {error.sentence}
          </Banner>
        )}
        <DialogFoot>
          <Button tone="quiet" keys="escape" onClick={onClose}>
            {t('ui.dialog.cancel')}
          </Button>
          <Button tone={removing ? 'danger-solid' : 'primary'} type="submit" busy={busy}>
            {removing ? t('security.passphrase.removeAct') : t('security.passphrase.act')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
};
