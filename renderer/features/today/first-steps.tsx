import { useText } from '#renderer/i18n/index.ts';
import { useGo, usePeople, useSession } from '#renderer/state/index.ts';
import type { PlaceId } from '#renderer/state/index.ts';
import { Button, EditIcon, GoalsIcon, JoinedIcon, SectionHead } from '#renderer/ui/index.ts';
import type { Icon } from '#renderer/ui/index.ts';
import classes from './today.module.css';

interface Step {
  readonly id: 'goal' | 'invite' | 'words';
  readonly icon: Icon;
  readonly place: PlaceId;
  readonly done: boolean;
}

/** What a new team has not done yet, each one act away; it goes as it is done. */
export const FirstSteps = (props: { readonly hasGoals: boolean }) => {
  const { t } = useText();
  const go = useGo();
  const me = useSession()?.me;
  const alone = usePeople().length < 2;
  // Only a newcomer needs them: somebody with goals and teammates is on the way.
  if (!alone && props.hasGoals) return null;
  const steps: readonly Step[] = [
    { id: 'goal', icon: GoalsIcon, place: 'goals', done: props.hasGoals },
    { id: 'invite', icon: JoinedIcon, place: 'people', done: !alone },
    { id: 'words', icon: EditIcon, place: 'people', done: me?.howToWorkWithMe !== '' },
  ];
  return (
    <section aria-labelledby="first-steps" className={classes['steps']}>
      <SectionHead id="first-steps" title={t('today.steps.title')} note={t('today.steps.note')} />
      <ul aria-label={t('today.steps.title')}>
        {steps
          .filter((step) => !step.done)
          .map(({ id, icon: Shape, place }) => (
            <li key={id} className={classes['step']}>
              <span className={classes['icon']}>
                <Shape size={18} stroke={1.75} aria-hidden />
              </span>
              <div>
                <div className={classes['title']}>{t(`today.steps.${id}.title`)}</div>
                <div className={classes['small']}>{t(`today.steps.${id}.sentence`)}</div>
              </div>
              <Button
                size="xs"
                onClick={() => {
                  go(place, id === 'words' ? (me?.id ?? null) : null);
                }}
              >
                {t(`today.steps.${id}.act`)}
              </Button>
            </li>
          ))}
      </ul>
    </section>
  );
};
