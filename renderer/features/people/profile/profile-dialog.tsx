import { useState } from 'react';
import type { CommandParams } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useAudience, useCommand, usePeople, useSession } from '#renderer/state/index.ts';
import type { Person } from '#renderer/state/index.ts';
import {
  AudienceBar,
  Banner,
  Button,
  Dialog,
  DialogFoot,
  HoursField,
  NumberField,
  ProseField,
  SubmitForm,
  TextField,
  ZoneField,
} from '#renderer/ui/index.ts';
import classes from '../people.module.css';
import { HolidaysField } from './holidays-field.tsx';
import { ProfileConflicts } from './profile-conflicts.tsx';
import { changesOf, followed, profileForm } from './profile-form.ts';
import type { ProfileFields } from './profile-form.ts';
import { WindowSettings } from './window-settings.tsx';

interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

const ProfileForm = (props: DialogProps & { readonly me: Person }) => {
  const { t } = useText();
  const people = usePeople();
  const audienceOf = useAudience();
  const update = useCommand('person.update');
  const [written, setForm] = useState(() => profileForm(props.me));
  const now = followed(written, props.me);
  if (now !== written) setForm(now);
  const form = now.fields;
  const set = (change: Partial<ProfileFields>): void => {
    setForm((before) => ({ ...before, fields: { ...before.fields, ...change } }));
  };
  const nameMissing = form.name.trim() === '' ? t('people.profile.nameMissing') : null;
  const error = update.error;

  const save = async (): Promise<void> => {
    if (nameMissing !== null) return;
    const changes = changesOf(now);
    if (Object.keys(changes).length > 0) {
      const params: CommandParams<'person.update'> = { base: [...now.heads], ...changes };
      const result = await update.run(params, { quiet: true, done: t('people.profile.saved') });
      if (!result.ok) return;
    }
    props.onClose();
  };

  return (
    <SubmitForm className={classes['form']} busy={update.busy} onSubmit={() => void save()}>
      <AudienceBar {...audienceOf({ kind: 'team', readerIds: people.map((person) => person.id) })} />
      <div className={classes['pair']}>
        <TextField
          label={t('people.profile.name')}
          value={form.name}
          maxLength={120}
          error={nameMissing}
          data-autofocus
          onChange={(event) => {
            set({ name: event.currentTarget.value });
          }}
        />
        <TextField
          label={t('people.profile.role')}
          value={form.title}
          maxLength={120}
          onChange={(event) => {
            set({ title: event.currentTarget.value });
          }}
        />
        <TextField
          label={t('people.profile.place')}
          value={form.place}
          maxLength={120}
          onChange={(event) => {
            set({ place: event.currentTarget.value });
          }}
        />
        <ZoneField
          value={form.timeZone}
          onChange={(timeZone) => {
            set({ timeZone });
          }}
        />
      </div>
      <HoursField
        value={form.workingHours}
        onChange={(workingHours) => {
          set({ workingHours });
        }}
      />
      <HolidaysField
        value={form.holidays}
        onChange={(holidays) => {
          set({ holidays });
        }}
      />
      <div className={classes['pair']}>
        <NumberField
          label={t('people.profile.standard')}
          unit={t('people.profile.hours')}
          min={1}
          max={336}
          value={form.standardHours}
          onChange={(value) => {
            set({ standardHours: value ?? now.seen.standardHours });
          }}
        />
        <NumberField
          label={t('people.profile.urgent')}
          unit={t('people.profile.hours')}
          min={1}
          max={72}
          value={form.urgentHours}
          onChange={(value) => {
            set({ urgentHours: value ?? now.seen.urgentHours });
          }}
        />
      </div>
      <ProseField
        label={t('people.profile.words')}
        value={form.howToWorkWithMe}
        onChange={(event) => {
          set({ howToWorkWithMe: event.currentTarget.value });
        }}
        onSubmit={() => void save()}
      />
      <WindowSettings />
      {error !== null && (
        <Banner tone="off-track" live>
          {error.sentence}
        </Banner>
      )}
      <DialogFoot>
        <Button tone="quiet" keys="escape" onClick={props.onClose}>
          {t('people.profile.cancel')}
        </Button>
        <Button tone="primary" type="submit" busy={update.busy}>
          {t('people.profile.save')}
        </Button>
      </DialogFoot>
    </SubmitForm>
  );
};

/** My profile, which the team reads, and how this window looks, which only I see. */
export const ProfileDialog = (props: DialogProps) => {
  const { t } = useText();
  const me = useSession()?.me;
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={t('people.profile.title')} size={600}>
      {me !== null && me !== undefined && (
        <>
          {/* What was written apart comes first; fields that nobody touched take over what was chosen. */}
          <ProfileConflicts me={me} />
          <ProfileForm {...props} me={me} />
        </>
      )}
    </Dialog>
  );
};
