import { Switch } from '@mantine/core';
import type { ReminderSettings } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand } from '#renderer/state/index.ts';
import { SectionHead, TimeText } from '#renderer/ui/index.ts';
import { reminderIcons } from './kinds.ts';
import type { ReminderKind } from './kinds.ts';
import classes from './reminders.module.css';

const kinds = Object.keys(reminderIcons) as readonly ReminderKind[];
/** What quiet hours begin as when they are switched on: lunch. */
const usual = '12:00-13:00';

/** Two times of day. Equal ones would be no hours at all, so the other one gives way by an hour. */
const QuietTimes = (props: { readonly quiet: string; readonly onChange: (quiet: string) => void }) => {
  const { t } = useText();
  const [from = '12:00', to = '13:00'] = props.quiet.split('-');
  const set = (nextFrom: string, nextTo: string): void => {
    if (nextFrom !== nextTo) props.onChange(`${nextFrom}-${nextTo}`);
  };
  return (
    <div className={classes['times']}>
      <TimeText
        value={from}
        label={t('ui.hours.from', { day: t('reminders.settings.quiet') })}
        onChange={(time) => set(time, to)}
      />
      <span className={classes['quiet']}>{t('ui.hours.to')}</span>
      <TimeText
        value={to}
        label={t('ui.hours.until', { day: t('reminders.settings.quiet') })}
        onChange={(time) => set(from, time)}
      />
    </div>
  );
};

/** What this device says and when. Everything is saved as it is changed. */
export const ReminderSettingsPanel = (props: { readonly settings: ReminderSettings }) => {
  const { t } = useText();
  const { settings } = props;
  const save = useCommand('reminders.set');
  const set = (change: Partial<ReminderSettings>): void => void save.run({ ...settings, ...change });
  return (
    <section aria-labelledby="reminder-settings" className={classes['settings']}>
      <SectionHead id="reminder-settings" title={t('reminders.settings.title')} />
      <p className={classes['quiet']}>{t('reminders.settings.device')}</p>
      <Switch
        label={t('reminders.settings.digest')}
        checked={settings.digest}
        onChange={(event) => set({ digest: event.currentTarget.checked })}
      />
      <fieldset className={classes['kinds']}>
        <legend>{t('reminders.settings.kinds')}</legend>
        {kinds.map((kind) => (
          <Switch
            key={kind}
            label={t(`reminders.settings.kind.${kind}`)}
            checked={!settings.off.includes(kind)}
            onChange={(event) =>
              set({
                off: event.currentTarget.checked ? settings.off.filter((off) => off !== kind) : [...settings.off, kind],
              })
            }
          />
        ))}
      </fieldset>
      <div className={classes['kinds']}>
        <Switch
          label={t('reminders.settings.quietOn')}
          checked={settings.quiet !== null}
          onChange={(event) => set({ quiet: event.currentTarget.checked ? usual : null })}
        />
        {settings.quiet !== null && <QuietTimes quiet={settings.quiet} onChange={(quiet) => set({ quiet })} />}
        <p className={classes['quiet']}>{t('reminders.settings.quietHint')}</p>
      </div>
    </section>
  );
};
