import { useText } from '#renderer/i18n/index.ts';
import {
  Button,
  CompassIcon,
  DeviceIcon,
  Keys,
  LanguageField,
  LinkIcon,
  LockIcon,
  PeopleIcon,
  RecoveryIcon,
  useKeys,
} from '#renderer/ui/index.ts';
import classes from './first-run.module.css';

export type Choice = 'create' | 'join' | 'machine' | 'restore' | 'sample';

const choices = [
  { id: 'create', icon: PeopleIcon, key: '1' },
  { id: 'join', icon: LinkIcon, key: '2' },
  { id: 'sample', icon: CompassIcon, key: '3' },
] as const;

/** For people who use Meridian elsewhere already. */
const returning = [
  { id: 'machine', icon: DeviceIcon, key: '4', label: 'devices.first.title' },
  { id: 'restore', icon: RecoveryIcon, key: '5', label: 'recovery.first.title' },
] as const;

/** The ways to begin, each one key away. */
export const Choices = (props: { readonly onChoose: (choice: Choice) => void; readonly busy: boolean }) => {
  const { t } = useText();
  useKeys(
    props.busy
      ? []
      : [
          ...choices.map(({ id, key }) => ({ id, key, label: t(`firstRun.${id}.title`) })),
          ...returning.map(({ id, key, label }) => ({ id, key, label: t(label) })),
        ].map(({ id, key, label }) => ({
          keys: key,
          label,
          run: () => {
            props.onChoose(id);
          },
        })),
  );
  return (
    <div className={classes['column']}>
      <h1>{t('firstRun.title')}</h1>
      <p className={classes['lead']}>{t('firstRun.lead')}</p>
      <div className={classes['choices']}>
        {choices.map(({ id, icon: Shape, key }, index) => (
          <button
            key={id}
            type="button"
            className={classes['choice']}
            aria-keyshortcuts={key}
            aria-busy={props.busy && id === 'sample'}
            disabled={props.busy}
            autoFocus={index === 0}
            onClick={() => {
              props.onChoose(id);
            }}
          >
            <Shape size={22} stroke={1.6} aria-hidden />
            <span className={classes['choiceWords']}>
              <b>{props.busy && id === 'sample' ? t('firstRun.filling.title') : t(`firstRun.${id}.title`)}</b>
              <span>
                {props.busy && id === 'sample' ? t('firstRun.filling.sentence') : t(`firstRun.${id}.sentence`)}
              </span>
            </span>
            <Keys keys={key} />
          </button>
        ))}
      </div>
      <div className={classes['returning']}>
        <span>{t('firstRun.returning')}</span>
        {returning.map(({ id, icon, key, label }) => (
          <Button
            key={id}
            tone="quiet"
            icon={icon}
            keys={key}
            disabled={props.busy}
            onClick={() => {
              props.onChoose(id);
            }}
          >
            {t(label)}
          </Button>
        ))}
      </div>
      <LanguageField className={classes['language']} />
      <p className={classes['fine']}>
        <LockIcon size={16} stroke={1.9} aria-hidden />
        <span>{t('firstRun.fine')}</span>
      </p>
      <p className={classes['said']} role="status">
        {props.busy ? t('firstRun.filling.title') : ''}
      </p>
    </div>
  );
};
