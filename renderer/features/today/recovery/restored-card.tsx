import { useState } from 'react';
import type { QueryResult } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand } from '#renderer/state/index.ts';
import { Button, Card, DeviceIcon, Dialog, RecoveryIcon } from '#renderer/ui/index.ts';
import classes from './recovery-cards.module.css';

type Restored = NonNullable<QueryResult<'recovery'>['restored']>;
type Machine = Restored['others'][number];

const ShutOutDialog = (props: { readonly machine: Machine; readonly onClose: () => void }) => {
  const { t } = useText();
  const revoke = useCommand('device.revoke');
  return (
    <Dialog
      opened
      onClose={props.onClose}
      title={t('recovery.card.restored.confirm')}
      foot={
        <>
          <Button tone="quiet" keys="escape" onClick={props.onClose} data-autofocus>
            {t('recovery.card.restored.cancel')}
          </Button>
          <Button
            tone="danger-solid"
            busy={revoke.busy}
            onClick={() => {
              void revoke
                .run({ deviceId: props.machine.id }, { done: t('recovery.card.restored.done') })
                .then((result) => {
                  if (result.ok) props.onClose();
                });
            }}
          >
            {t('recovery.card.restored.shut')}
          </Button>
        </>
      }
    >
      <p className={classes['text']}>
        {props.machine.name === ''
          ? t('recovery.card.restored.machine', { fingerprint: props.machine.fingerprint })
          : props.machine.name}
        . {t('recovery.card.restored.confirmSentence')}
      </p>
    </Dialog>
  );
};

/** "I lost my only machine", after the restore: what is here, and the machines to shut out, one act each. */
export const RestoredCard = (props: { readonly restored: Restored }) => {
  const { t } = useText();
  const dismiss = useCommand('recovery.dismiss');
  const [shutting, setShutting] = useState<Machine | null>(null);
  const { restored } = props;
  return (
    <Card className={classes['card']} label={t('recovery.card.restored.title')}>
      <RecoveryIcon size={20} stroke={1.75} aria-hidden />
      <div className={classes['grow']}>
        <div className={classes['title']}>{t('recovery.card.restored.title')}</div>
        <p className={classes['text']}>
          {t(`recovery.card.restored.${restored.from}`)}{' '}
          {restored.others.length > 0 ? t('recovery.card.restored.steps') : t('recovery.card.restored.nothing')}
        </p>
        {restored.others.length > 0 && (
          <ul className={classes['machines']}>
            {restored.others.map((machine) => (
              <li key={machine.id}>
                <DeviceIcon size={18} stroke={1.75} aria-hidden />
                <span className={classes['grow']}>
                  {machine.name} <span className={classes['mono']}>{machine.fingerprint}</span>
                </span>
                <Button size="xs" tone="danger" onClick={() => setShutting(machine)}>
                  {t('recovery.card.restored.shut')}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <p className={classes['text']}>{t('recovery.card.restored.phrase')}</p>
        <div className={classes['acts']}>
          <Button size="xs" busy={dismiss.busy} onClick={() => void dismiss.run({ card: 'restored' })}>
            {restored.others.length > 0 ? t('recovery.card.restored.keep') : t('recovery.card.restored.close')}
          </Button>
        </div>
      </div>
      {shutting !== null && <ShutOutDialog machine={shutting} onClose={() => setShutting(null)} />}
    </Card>
  );
};
