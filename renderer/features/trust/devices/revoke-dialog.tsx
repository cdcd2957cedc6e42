import type { DeviceView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand, usePersonName, useSession } from '#renderer/state/index.ts';
import { Banner, Button, Dialog } from '#renderer/ui/index.ts';
import { useDeviceName } from './device-row.tsx';
import classes from './devices.module.css';

/** Shuts a device out, after saying exactly what that does and what it cannot do. */
export const RevokeDialog = (props: { readonly device: DeviceView; readonly onClose: () => void }) => {
  const { t } = useText();
  const revoke = useCommand('device.revoke');
  const nameOf = usePersonName();
  const me = useSession()?.me?.id;
  const name = useDeviceName()(props.device);
  const act = async (): Promise<void> => {
    const done = t('devices.revokeDialog.done', { name });
    const result = await revoke.run({ deviceId: props.device.id }, { quiet: true, done });
    if (result.ok) props.onClose();
  };
  return (
    <Dialog
      opened
      onClose={props.onClose}
      title={t('devices.revokeDialog.title', { name })}
      size={540}
      foot={
        <>
          <Button tone="quiet" keys="escape" onClick={props.onClose} data-autofocus>
            {t('devices.revokeDialog.keep')}
          </Button>
          <Button tone="danger-solid" busy={revoke.busy} onClick={() => void act()}>
            {t('devices.revokeDialog.act')}
          </Button>
        </>
      }
    >
      <div className={classes['body']}>
        <p className={classes['text']}>{t('devices.revokeDialog.lead')}</p>
        {props.device.personId !== me && (
          <Banner tone="at-risk">{t('devices.revokeDialog.theirs', { name: nameOf(props.device.personId) })}</Banner>
        )}
        <h3>{t('devices.revokeDialog.will')}</h3>
        <ul className={classes['list']}>
          <li>{t('devices.revokeDialog.items.keys')}</li>
          <li>{t('devices.revokeDialog.items.write')}</li>
          <li>{t('devices.revokeDialog.items.relay')}</li>
        </ul>
        <h3>{t('devices.revokeDialog.wont')}</h3>
        <ul className={classes['list']}>
          <li>{t('devices.revokeDialog.kept')}</li>
          <li>{t('devices.revokeDialog.lost')}</li>
        </ul>
        {revoke.error !== null && (
          <Banner tone="off-track" live>
            {revoke.error.sentence}
          </Banner>
        )}
      </div>
    </Dialog>
  );
};
