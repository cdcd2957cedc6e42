import { Suspense, lazy, useState } from 'react';
import { Menu, useMantineColorScheme } from '@mantine/core';
import { useText } from '#renderer/i18n/index.ts';
import { useGo, useQuery } from '#renderer/state/index.ts';
import {
  CheckIcon,
  ChevronDownIcon,
  Chip,
  JoinedIcon,
  LeaveIcon,
  Mark,
  SettingsIcon,
  TrustIcon,
} from '#renderer/ui/index.ts';
import type { Icon } from '#renderer/ui/index.ts';
import classes from './side.module.css';

const Invite = lazy(async () => ({ default: (await import('#renderer/features/people/index.ts')).InviteDialog }));
const Settings = lazy(async () => ({ default: (await import('#renderer/features/people/index.ts')).TeamDialog }));

const Leave = lazy(async () => ({ default: (await import('#renderer/features/trust/index.ts')).LeaveSampleDialog }));

const themes = ['auto', 'light', 'dark'] as const;

const sized = (Shape: Icon) => <Shape size={16} stroke={1.9} aria-hidden />;

/** The team at the head of the sidebar: its settings, inviting, the window's colours, and the way out of a sample. */
export const TeamMenu = (props: { readonly name: string; readonly sample: boolean }) => {
  const { t } = useText();
  const go = useGo();
  const people = useQuery('people', {}).data;
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [open, setOpen] = useState<'invite' | 'settings' | 'leave' | null>(null);
  const close = (): void => {
    setOpen(null);
  };
  return (
    <>
      <Menu shadow="xl" width={240} position="bottom-start" offset={4}>
        <Menu.Target>
          <button type="button" className={classes['team']} aria-label={t('app.team.menu', { name: props.name })}>
            <Mark />
            <span className={classes['teamName']}>
              <span className={classes['cut']}>{props.name}</span>
            </span>
            {props.sample && <Chip>{t('app.team.sample')}</Chip>}
            <ChevronDownIcon size={16} stroke={1.9} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {people?.mayInvite === true && (
            <Menu.Item
              leftSection={sized(JoinedIcon)}
              onClick={() => {
                setOpen('invite');
              }}
            >
              {t('app.team.invite')}
            </Menu.Item>
          )}
          {people?.mayAdminister === true && (
            <Menu.Item
              leftSection={sized(SettingsIcon)}
              onClick={() => {
                setOpen('settings');
              }}
            >
              {t('app.team.settings')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={sized(TrustIcon)}
            onClick={() => {
              go('trust');
            }}
          >
            {t('app.team.trust')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>{t('app.team.colours')}</Menu.Label>
          {themes.map((theme) => (
            <Menu.Item
              key={theme}
              role="menuitemradio"
              aria-checked={colorScheme === theme}
              leftSection={colorScheme === theme ? sized(CheckIcon) : <span style={{ inlineSize: 16 }} />}
              onClick={() => {
                setColorScheme(theme);
              }}
            >
              {t(`app.team.themes.${theme}`)}
            </Menu.Item>
          ))}
          {props.sample && (
            <>
              <Menu.Divider />
              <Menu.Item
                leftSection={sized(LeaveIcon)}
                onClick={() => {
                  setOpen('leave');
                }}
              >
                {t('app.team.leave')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {open === 'invite' && <Invite opened onClose={close} />}
        {open === 'settings' && <Settings opened onClose={close} />}
        {open === 'leave' && <Leave onClose={close} />}
      </Suspense>
    </>
  );
};
