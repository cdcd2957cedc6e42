import { useText } from '#renderer/i18n/index.ts';
import { classNames } from '../class-names.ts';
import classes from './avatar.module.css';
import { initials, tintOf } from './initials.ts';

/** As much of a person as a picture needs. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface AvatarProps {
  readonly person: Named;
  readonly size?: 'sm' | 'md' | 'lg' | 'xl';
}

/** Initials on one of six grounds. Silent: the name always stands near it. No presence dots, ever. */
export const Avatar = (props: AvatarProps) => {
  const { person, size = 'md' } = props;
  const tint = String(tintOf(person.id));
  return (
    <span
      className={classNames(classes['avatar'], size !== 'md' && classes[size])}
      style={{ background: `var(--mer-av-${tint})`, color: `var(--mer-av-${tint}-ink)` }}
      aria-hidden
    >
      {initials(person.name)}
    </span>
  );
};

export interface AvatarsProps {
  readonly people: readonly Named[];
  readonly size?: 'sm' | 'md';
  /** How many to show before "+4". */
  readonly limit?: number;
}

/** Several people side by side; silent, like one. */
export const Avatars = (props: AvatarsProps) => {
  const { t } = useText();
  const { people, size = 'md', limit = 4 } = props;
  const shown = people.length > limit ? people.slice(0, limit - 1) : people;
  const rest = people.length - shown.length;
  return (
    <span className={classes['group']} aria-hidden>
      {shown.map((person) => (
        <Avatar key={person.id} person={person} size={size} />
      ))}
      {rest > 0 && (
        <span className={classNames(classes['avatar'], classes['more'], size === 'sm' && classes['sm'])}>
          {t('ui.audience.more', { count: rest })}
        </span>
      )}
    </span>
  );
};
