import type { TextKey } from '#renderer/i18n/index.ts';
import { localeOf, useText } from '#renderer/i18n/index.ts';
import { useCommand, usePersonName } from '#renderer/state/index.ts';
import type { Person } from '#renderer/state/index.ts';
import { ConflictPanel } from '#renderer/ui/index.ts';
import type { FieldValue } from '#renderer/ui/index.ts';

const labels: Readonly<Record<string, TextKey>> = {
  name: 'people.profile.name',
  title: 'people.profile.role',
  place: 'people.profile.place',
  timeZone: 'ui.zone.label',
  holidays: 'people.profile.holidays',
  standardHours: 'people.profile.standard',
  urgentHours: 'people.profile.urgent',
  howToWorkWithMe: 'people.profile.words',
};

/** Monday of some week: `hours0` is Monday. */
const monday = Date.UTC(2026, 0, 5);

/** Fields of my profile that two of my devices, or an admin and I, set without knowing of each other. */
export const ProfileConflicts = (props: { readonly me: Person }) => {
  const { t, language } = useText();
  const nameOf = usePersonName();
  const resolve = useCommand('conflict.resolve');
  const { me } = props;
  const { recordId } = me;
  if (recordId === null) return null;
  const labelOf = (path: string): string => {
    const known = labels[path];
    if (known !== undefined) return t(known);
    const day = /^hours([0-6])$/.exec(path)?.[1];
    if (day === undefined) return path;
    const name = new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', timeZone: 'UTC' });
    return t('people.profile.hoursOn', { day: name.format(monday + Number(day) * 86_400_000) });
  };
  const say = (path: string, value: FieldValue): string => {
    if (value === null) return path.startsWith('hours') ? t('ui.hours.off') : t('people.profile.asTheTeam');
    return String(value);
  };
  return me.conflicts.map((conflict) => (
    <ConflictPanel
      key={conflict.path}
      label={labelOf(conflict.path)}
      kind={conflict.kind}
      sides={conflict.variants.map((variant) => ({
        value: variant.value,
        words: say(conflict.path, variant.value),
        by: { id: variant.byId ?? '', name: nameOf(variant.byId) },
        at: variant.at,
      }))}
      busy={resolve.busy}
      refusal={null}
      heads={me.heads}
      onResolve={async (value, seen) => {
        const said = { recordId, path: conflict.path, base: [...seen], value };
        return (await resolve.run(said, { done: t('people.profile.saved') })).ok;
      }}
    />
  ));
};
