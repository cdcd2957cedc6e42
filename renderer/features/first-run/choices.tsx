import { useText } from '#renderer/i18n/index.ts';
import { CompassIcon, Keys, LinkIcon, LockIcon, PeopleIcon, useKeys } from '#renderer/ui/index.ts';
import classes from './first-run.module.css';

export type Choice = 'create' | 'join' | 'sample';

const choices = [
  { id: 'create', icon: PeopleIcon, key: '1' },
  { id: 'join', icon: LinkIcon, key: '2' },
  { id: 'sample', icon: CompassIcon, key: '3' },
] as const;

/** Three ways to begin, each one key away. */
export const Choices = (props: { readonly onChoose: (choice: Choice) => void; readonly busy: boolean }) => {
  const { t } = useText();
  useKeys(
    props.busy
      ? []
      : choices.map((choice) => ({
          keys: choice.key,
          label: t(`firstRun.${choice.id}.title`),
          run: () => {
            props.onChoose(choice.id);
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
