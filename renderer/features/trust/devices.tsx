import type { QueryResult } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { DeviceIcon, SectionHead, useTime } from '#renderer/ui/index.ts';
import { Fact, Facts } from './list.tsx';
import classes from './trust.module.css';

/** My devices: what each signs as, and where its keys lie. */
export const Devices = (props: { readonly devices: QueryResult<'trust'>['devices'] }) => {
  const { t } = useText();
  const { date } = useTime();
  return (
    <section aria-labelledby="devices">
      <SectionHead id="devices" title={t('trust.devices.title')} note={String(props.devices.length)} />
      <Facts label={t('trust.devices.title')}>
        {props.devices.map((device) => (
          <Fact
            key={device.id}
            icon={DeviceIcon}
            title={device.thisDevice ? t('trust.devices.this', { name: device.name }) : device.name}
            detail={
              <>
                {t('trust.devices.signs')} <span className={classes['mono']}>{device.fingerprint}</span>
                {device.keysIn !== '' && `, ${t('trust.devices.keys', { where: device.keysIn })}`}
              </>
            }
            end={
              <span className={classes['quiet']}>
                {device.thisDevice ? t('trust.devices.now') : t('trust.devices.since', { day: date(device.addedAt) })}
              </span>
            }
          />
        ))}
      </Facts>
      <p className={classes['note']}>{t('trust.devices.note')}</p>
    </section>
  );
};
