import { Suspense, lazy, useState } from 'react';
import { useMantineColorScheme } from '@mantine/core';
import { useText } from '#renderer/i18n/index.ts';
import { useGo, useQuery } from '#renderer/state/index.ts';
import {
  ActMenu,
  ChevronDownIcon,
  Chip,
  JoinedIcon,
  LeaveIcon,
  Mark,
  SettingsIcon,
  TrustIcon,
} from '#renderer/ui/index.ts';
import classes from './side.module.css';

const Invite = lazy(async () => ({ default: (await import('#renderer/features/people/index.ts')).InviteDialog }));
const Settings = lazy(async () => ({ default: (await import('#renderer/features/people/index.ts')).TeamDialog }));

const Leave = lazy(async () => ({ default: (await import('#renderer/features/trust/index.ts')).LeaveSampleDialog }));

const themes = ['auto', 'light', 'dark'] as const;

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
      <ActMenu
        position="bottom-start"
        target={
          <button type="button" className={classes['team']} aria-label={t('app.team.menu', { name: props.name })}>
            <Mark />
            <span className={classes['teamName']}>
              <span className={classes['cut']}>{props.name}</span>
            </span>
            {props.sample && <Chip>{t('app.team.sample')}</Chip>}
            <ChevronDownIcon size={16} stroke={1.9} aria-hidden />
          </button>
        }
        sections={[
          {
            acts: [
              ...(people?.mayInvite === true
                ? [{ label: t('app.team.invite'), icon: JoinedIcon, run: () => setOpen('invite') }]
                : []),
              ...(people?.mayAdminister === true
                ? [{ label: t('app.team.settings'), icon: SettingsIcon, run: () => setOpen('settings') }]
                : []),
              { label: t('app.team.trust'), icon: TrustIcon, run: () => go('trust') },
            ],
          },
          {
            title: t('app.team.colours'),
            acts: themes.map((theme) => ({
              label: t(`app.team.themes.${theme}`),
              chosen: colorScheme === theme,
              run: () => setColorScheme(theme),
            })),
          },
          {
            acts: props.sample ? [{ label: t('app.team.leave'), icon: LeaveIcon, run: () => setOpen('leave') }] : [],
          },
        ]}
      />
      <Suspense>
        {open === 'invite' && <Invite opened onClose={close} />}
        {open === 'settings' && <Settings opened onClose={close} />}
        {open === 'leave' && <Leave onClose={close} />}
      </Suspense>
    </>
  );
};
