import { useText } from '#renderer/i18n/index.ts';
import { HoursField, TextField, ZoneField } from '#renderer/ui/index.ts';
import classes from './first-run.module.css';
import type { ProfileForm } from './use-profile-form.ts';

export interface ProfileFieldsProps {
  readonly form: ProfileForm;
  readonly onChange: (change: Partial<ProfileForm>) => void;
  readonly nameError: string | null;
}

/** Name, role, place, zone and stated hours. */
export const ProfileFields = (props: ProfileFieldsProps) => {
  const { t } = useText();
  const { form, onChange } = props;
  return (
    <>
      <div className={classes['pair']}>
        <TextField
          label={t('firstRun.form.name')}
          value={form.name}
          onChange={(event) => {
            onChange({ name: event.currentTarget.value });
          }}
          error={props.nameError}
          maxLength={120}
          autoComplete="name"
        />
        <TextField
          label={t('firstRun.form.role')}
          value={form.title}
          onChange={(event) => {
            onChange({ title: event.currentTarget.value });
          }}
          maxLength={120}
          placeholder={t('firstRun.form.roleHint')}
        />
      </div>
      <div className={classes['pair']}>
        <TextField
          label={t('firstRun.form.place')}
          value={form.place}
          onChange={(event) => {
            onChange({ place: event.currentTarget.value });
          }}
          maxLength={120}
        />
        <ZoneField
          value={form.timeZone}
          onChange={(timeZone) => {
            onChange({ timeZone });
          }}
        />
      </div>
      <HoursField
        value={form.workingHours}
        onChange={(workingHours) => {
          onChange({ workingHours });
        }}
      />
    </>
  );
};
