import type { DeviceView } from '#shared/protocol/index.ts';
import { useSaid, useText } from '#renderer/i18n/index.ts';
import { usePersonName, useSession } from '#renderer/state/index.ts';
import { Button, DeviceIcon, useTime } from '#renderer/ui/index.ts';
import { Fact } from '../list.tsx';
import classes from '../trust.module.css';

interface Props {
  readonly device: DeviceView;
  readonly onRename?: (device: DeviceView) => void;
  readonly onRevoke: (device: DeviceView) => void;
}

/** What a device is called: by its person, or by whose it is. */
export const useDeviceName = (): ((device: DeviceView) => string) => {
  const { t } = useText();
  const nameOf = usePersonName();
  return (device) => (device.name === '' ? t('devices.unnamed', { name: nameOf(device.personId) }) : device.name);
};

/** One device: what it signs as, whether it is still in, and what may be done about it. */
export const DeviceRow = ({ device, onRename, onRevoke }: Props) => {
  const said = useSaid();
  const { t } = useText();
  const { when, ago } = useTime();
  const nameOf = usePersonName();
  const me = useSession()?.me?.id;
  const name = useDeviceName()(device);
  const isOut = device.state === 'revoked';
  const by = device.revokedById === me ? t('devices.outYou') : nameOf(device.revokedById);
  const heard = device.heardAt === null ? t('devices.never') : t('devices.heard', { when: ago(device.heardAt) });
  const state = isOut ? t('devices.out') : device.thisDevice ? t('devices.now') : heard;
  return (
    <Fact
      icon={DeviceIcon}
      title={device.thisDevice ? t('devices.this', { name }) : name}
      detail={
        <>
          {t('devices.signs')} <span className={classes['mono']}>{device.fingerprint}</span>
          {device.keysIn !== '' && `${t('ui.list.comma')}${t('devices.keys', { where: said(device.keysIn) })}`}
          {t('ui.list.stop')}
          {isOut && device.revokedAt !== null
            ? t('devices.outSince', { when: when(device.revokedAt), name: by })
            : device.state === 'frozen'
              ? t('devices.frozen')
              : t('devices.added', { when: when(device.addedAt) })}
        </>
      }
      end={
        <span className={classes['acts']}>
          <span className={classes['quiet']}>{state}</span>
          {!isOut && onRename !== undefined && (
            <Button
              size="xs"
              tone="quiet"
              aria-label={t('devices.renameOf', { name })}
              onClick={() => onRename(device)}
            >
              {t('devices.rename')}
            </Button>
          )}
          {device.whyNot === null && (
            <Button
              size="xs"
              tone="danger"
              aria-label={t('devices.revokeOf', { name })}
              onClick={() => onRevoke(device)}
            >
              {t('devices.revoke')}
            </Button>
          )}
        </span>
      }
    />
  );
};
