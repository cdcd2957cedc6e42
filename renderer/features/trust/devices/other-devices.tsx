import type { DeviceView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { Facts } from '../list.tsx';
import { DeviceRow } from './device-row.tsx';
import classes from './devices.module.css';

/** Teammates' devices, folded away: for comparing fingerprints, and for admins who have to shut one out. */
export const OtherDevices = (props: {
  readonly devices: readonly DeviceView[];
  readonly onRevoke: (device: DeviceView) => void;
}) => {
  const { t } = useText();
  const count = props.devices.length;
  if (count === 0) return null;
  return (
    <details className={classes['others']}>
      <summary>{t('devices.others', { count })}</summary>
      <Facts label={t('devices.others', { count })}>
        {props.devices.map((device) => (
          <DeviceRow key={device.id} device={device} onRevoke={props.onRevoke} />
        ))}
      </Facts>
    </details>
  );
};
