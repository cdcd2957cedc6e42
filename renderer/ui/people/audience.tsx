import { Trans } from 'react-i18next';
import { useText } from '#renderer/i18n/index.ts';
import { classNames } from '../class-names.ts';
import { EveryoneIcon, LockIcon } from '../icons.tsx';
import classes from './audience.module.css';
import { Avatars } from './avatar.tsx';
import type { Named } from './avatar.tsx';
import { joinNames } from './join-names.ts';

/** A reader as the bar names them: the one who looks is "you", and comes first. */
export interface Reader extends Named {
  readonly me: boolean;
}

export interface AudienceProps {
  readonly kind: 'self' | 'named' | 'team';
  readonly readers: readonly Reader[];
  readonly teamName: string;
}

const meFirst = (readers: readonly Reader[]): readonly Reader[] => [
  ...readers.filter((reader) => reader.me),
  ...readers.filter((reader) => !reader.me),
];

const useReaderNames = (readers: readonly Reader[], capital: boolean): string => {
  const { t, language } = useText();
  const you = capital ? t('ui.audience.You') : t('ui.audience.you');
  const names = meFirst(readers).map((reader, index) =>
    reader.me ? (index === 0 ? you : t('ui.audience.you')) : (reader.name.split(/\s+/u)[0] ?? reader.name),
  );
  return joinNames(names, language);
};

/** Who can read this, above every composer and every private record. `future` says "will read" before writing. */
export const AudienceBar = (
  props: AudienceProps & {
    readonly future?: boolean;
    readonly id?: string;
    /** More about it in words, behind the readers: "can read this check-in, except the pulse." */
    readonly note?: string;
  },
) => {
  const { kind, readers, teamName, future = false } = props;
  const names = useReaderNames(readers, false);
  const Icon = kind === 'team' ? EveryoneIcon : LockIcon;
  const b = { b: <b /> };
  return (
    <div className={classNames(classes['bar'], classes[kind])} id={props.id}>
      <Icon size={16} stroke={1.9} aria-hidden />
      <span className={classes['words']}>
        {kind === 'self' ? (
          <Trans i18nKey={future ? 'ui.audience.onlyYouWill' : 'ui.audience.onlyYouCan'} components={b} />
        ) : kind === 'team' ? (
          <Trans i18nKey="ui.audience.teamCan" count={readers.length} values={{ team: teamName }} components={b} />
        ) : (
          <Trans
            i18nKey={future ? 'ui.audience.namedWill' : 'ui.audience.namedCan'}
            values={{ names }}
            components={b}
          />
        )}
        {props.note !== undefined && ` ${props.note}`}
      </span>
      {kind !== 'self' && <Avatars people={meFirst(readers)} size="sm" />}
    </div>
  );
};

/** The same fact beside a title or in a row, in one quiet line. */
export const AudienceTag = (props: AudienceProps) => {
  const { t } = useText();
  const names = useReaderNames(props.readers, true);
  const Icon = props.kind === 'team' ? EveryoneIcon : LockIcon;
  return (
    <span className={classes['tag']}>
      <Icon size={14} stroke={1.75} aria-hidden />
      <span>
        {props.kind === 'self'
          ? t('ui.audience.onlyYou')
          : props.kind === 'team'
            ? t('ui.audience.everyone', { team: props.teamName })
            : names}
      </span>
    </span>
  );
};
