import { Suspense, lazy, useState } from 'react';
import { Menu } from '@mantine/core';
import { useText } from '#renderer/i18n/index.ts';
import { useGo } from '#renderer/state/index.ts';
import { ChevronDownIcon, Chip, LeaveIcon, Mark, PeopleIcon, TrustIcon } from '#renderer/ui/index.ts';
import classes from './side.module.css';

const Leave = lazy(async () => ({ default: (await import('#renderer/features/trust/index.ts')).LeaveSampleDialog }));

/** The team's name, and what concerns the whole team; the sample team is left from here. */
export const TeamMenu = (props: { readonly name: string; readonly sample: boolean }) => {
  const { t } = useText();
  const go = useGo();
  const [leaving, setLeaving] = useState(false);
  return (
    <>
      <Menu shadow="xl" width={220} position="bottom-start">
        <Menu.Target>
          <button type="button" className={classes['team']} aria-label={t('app.team.menu', { name: props.name })}>
            <Mark />
            <span className={classes['cut']}>{props.name}</span>
            {props.sample && <Chip>{t('app.team.sample')}</Chip>}
            <ChevronDownIcon size={16} stroke={1.9} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<PeopleIcon size={16} stroke={1.9} aria-hidden />} onClick={() => go('people')}>
            {t('app.team.people')}
          </Menu.Item>
          <Menu.Item leftSection={<TrustIcon size={16} stroke={1.9} aria-hidden />} onClick={() => go('trust')}>
            {t('app.places.trust')}
          </Menu.Item>
          {props.sample && (
            <>
              <Menu.Divider />
              <Menu.Item
                leftSection={<LeaveIcon size={16} stroke={1.9} aria-hidden />}
                onClick={() => setLeaving(true)}
              >
                {t('app.team.leave')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {leaving && (
        <Suspense>
          <Leave onClose={() => setLeaving(false)} />
        </Suspense>
      )}
    </>
  );
};
