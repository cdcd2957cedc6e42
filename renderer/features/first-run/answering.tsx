import type { PairingAnswerView } from '#shared/protocol/index.ts';
import { useSaid, useText } from '#renderer/i18n/index.ts';
import { useCommand } from '#renderer/state/index.ts';
import { Banner, Button, useTime } from '#renderer/ui/index.ts';
import classes from './first-run.module.css';

/** While this machine answers a pairing code: the number to compare, and what is going on. */
export const Answering = (props: { readonly answering: PairingAnswerView }) => {
  const said = useSaid();
  const { t } = useText();
  const { clock } = useTime();
  const cancel = useCommand('device.join.cancel');
  const { state, fingerprint, teamName, expiresAt, sentence } = props.answering;
  const failed = state === 'failed';
  return (
    <div className={`${classes['column'] ?? ''} ${classes['form'] ?? ''}`}>
      <h1>{failed ? t('devices.answering.failed') : t('devices.answering.title')}</h1>
      {failed ? (
        <Banner tone="off-track" live>
          {said(sentence)}
        </Banner>
      ) : (
        <>
          <p className={classes['formLead']}>{t('devices.answering.lead')}</p>
          <p className={classes['number']} aria-label={t('devices.answering.number')}>
            {fingerprint}
          </p>
          {teamName !== '' && <p>{t('devices.answering.team', { team: teamName })}</p>}
          <p className={classes['progress']} role="status">
            {said(sentence)} {state === 'waiting' && t('devices.answering.until', { time: clock(expiresAt) })}
          </p>
        </>
      )}
      <div className={classes['foot']}>
        <Button tone={failed ? 'primary' : 'quiet'} autoFocus busy={cancel.busy} onClick={() => void cancel.run({})}>
          {failed ? t('devices.answering.back') : t('devices.answering.cancel')}
        </Button>
      </div>
    </div>
  );
};
