import { useEffect, useRef, useState } from 'react';
import type { PairingOfferView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand, useQuery } from '#renderer/state/index.ts';
import { Banner, Button, CopyField, Dialog, Skeleton, useTime } from '#renderer/ui/index.ts';
import classes from './devices.module.css';

const isOver = (state: PairingOfferView['state']): boolean => state === 'conflict' || state === 'expired';

/** The code, with what to do with it on the other machine. */
const Waiting = (props: { readonly offer: PairingOfferView }) => {
  const { t } = useText();
  const { clock } = useTime();
  const addresses = useQuery('sync', {}).data?.lan.addresses ?? [];
  return (
    <>
      <p className={classes['text']}>{t('devices.addDialog.lead')}</p>
      <ol className={classes['steps']}>
        <li>{t('devices.addDialog.steps.install')}</li>
        <li>{t('devices.addDialog.steps.paste', { time: clock(props.offer.expiresAt) })}</li>
        <li>{t('devices.addDialog.steps.compare')}</li>
      </ol>
      <CopyField label={t('devices.addDialog.code')} value={props.offer.code} autoFocus />
      <p className={classes['text']}>
        {t('devices.addDialog.secret')}
        {addresses.length > 0 && ` ${t('devices.addDialog.address', { addresses: addresses.join(', ') })}`}
      </p>
      <p className={classes['text']} role="status">
        {t('devices.addDialog.waiting')}
      </p>
    </>
  );
};

/** The number to compare, as large as a number that matters. */
const Answered = (props: { readonly name: string; readonly fingerprint: string }) => {
  const { t } = useText();
  return (
    <>
      <p role="status">{t('devices.addDialog.answered', { name: props.name })}</p>
      <p className={classes['number']}>{props.fingerprint}</p>
      <p className={classes['text']}>{t('devices.addDialog.answeredWhy')}</p>
    </>
  );
};

/** Adds a device: a code over, numbers compared, confirmed. Closing it before ends the code. */
export const AddDeviceDialog = (props: { readonly onClose: () => void }) => {
  const { t } = useText();
  const begin = useCommand('device.pair.begin');
  const cancel = useCommand('device.pair.cancel');
  const confirm = useCommand('device.pair.confirm');
  const offer = useQuery('pairing', {}).data?.offer ?? null;
  const [differed, setDiffered] = useState(false);
  const begun = useRef(false);
  const start = begin.run;
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void start({}, { quiet: true });
  }, [start]);

  const again = (): void => {
    setDiffered(false);
    void begin.run({}, { quiet: true });
  };
  const close = (): void => {
    void cancel.run({}, { quiet: true });
    props.onClose();
  };
  const answer = offer?.answer ?? null;
  const state = differed ? 'differed' : (offer?.state ?? null);
  const error = begin.error ?? confirm.error;

  const foot =
    state === 'answered' && answer !== null ? (
      <>
        <Button
          tone="danger"
          onClick={() => {
            setDiffered(true);
            void cancel.run({}, { quiet: true });
          }}
        >
          {t('devices.addDialog.differ')}
        </Button>
        <Button
          tone="primary"
          busy={confirm.busy}
          onClick={() => void confirm.run({ deviceId: answer.deviceId }, { quiet: true })}
        >
          {t('devices.addDialog.match')}
        </Button>
      </>
    ) : state === 'sent' || state === 'done' ? (
      <Button onClick={close} data-autofocus>
        {t('devices.addDialog.close')}
      </Button>
    ) : (
      <>
        <Button tone="quiet" keys="escape" onClick={close}>
          {t('devices.addDialog.cancel')}
        </Button>
        {(state === 'differed' || (offer !== null && isOver(offer.state)) || begin.error !== null) && (
          <Button tone="primary" busy={begin.busy} onClick={again}>
            {t('devices.addDialog.again')}
          </Button>
        )}
      </>
    );

  return (
    <Dialog opened onClose={close} title={t('devices.addDialog.title')} size={560} foot={foot}>
      <div className={classes['body']}>
        {offer === null && !differed && error === null && <Skeleton rows={3} />}
        {!differed && offer?.state === 'waiting' && <Waiting offer={offer} />}
        {!differed && offer?.state === 'answered' && answer !== null && (
          <Answered name={answer.name} fingerprint={answer.fingerprint} />
        )}
        {(offer?.state === 'sent' || offer?.state === 'done') && answer !== null && (
          <Banner tone="done" live>
            {t(`devices.addDialog.${offer.state}`, { name: answer.name })}
          </Banner>
        )}
        {(differed || (offer !== null && isOver(offer.state))) && (
          <Banner tone="at-risk" live>
            {t(`devices.addDialog.${differed ? 'differed' : offer?.state === 'conflict' ? 'conflict' : 'expired'}`)}
          </Banner>
        )}
        {error !== null && (
          <Banner tone="off-track" live>
            {error.sentence}
          </Banner>
        )}
      </div>
    </Dialog>
  );
};
