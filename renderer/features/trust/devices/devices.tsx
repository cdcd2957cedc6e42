import { useState } from 'react';
import type { DeviceView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useQuery } from '#renderer/state/index.ts';
import { Button, PlusIcon, SectionHead, Skeleton } from '#renderer/ui/index.ts';
import { Facts } from '../list.tsx';
import classes from '../trust.module.css';
import { AddDeviceDialog } from './add-device-dialog.tsx';
import { DeviceRow } from './device-row.tsx';
import { OtherDevices } from './other-devices.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';

/** My devices: what each signs as, when it was last heard of, and how to add, name and shut out one. */
export const Devices = () => {
  const { t } = useText();
  const list = useQuery('devices', {});
  const [adding, setAdding] = useState(false);
  const [naming, setNaming] = useState<DeviceView | null>(null);
  const [ending, setEnding] = useState<DeviceView | null>(null);
  const { data } = list;
  if (data === undefined) return <Skeleton rows={4} />;
  const active = data.mine.filter(({ state }) => state === 'active');
  return (
    <section aria-labelledby="devices">
      <SectionHead
        id="devices"
        title={t('devices.title')}
        note={String(active.length)}
        end={
          data.out === null && (
            <Button size="xs" tone="quiet" icon={PlusIcon} onClick={() => setAdding(true)}>
              {t('devices.add')}
            </Button>
          )
        }
      />
      <Facts label={t('devices.title')}>
        {data.mine.map((device) => (
          <DeviceRow key={device.id} device={device} onRename={setNaming} onRevoke={setEnding} />
        ))}
      </Facts>
      <p className={classes['note']}>{t('devices.note')}</p>
      <OtherDevices devices={data.others} onRevoke={setEnding} />
      {adding && <AddDeviceDialog onClose={() => setAdding(false)} />}
      {naming !== null && <RenameDialog device={naming} onClose={() => setNaming(null)} />}
      {ending !== null && <RevokeDialog device={ending} onClose={() => setEnding(null)} />}
    </section>
  );
};
