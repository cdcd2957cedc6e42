import type { ObjectiveView } from '#shared/protocol/index.ts';
import { metText } from '#shared/domain/index.ts';
import { useAmounts, useSaid, useText } from '#renderer/i18n/index.ts';
import { PlaceLink, usePersonName } from '#renderer/state/index.ts';
import { Avatar, Chip, ProgressBar, StatusWord, statusOf } from '#renderer/ui/index.ts';
import classes from './detail.module.css';

/** The key results of an objective, each a way to its own page; archived ones last. */
export const KeyResultLines = (props: { readonly objective: ObjectiveView }) => {
  const said = useSaid();
  const { t } = useText();
  const { say, percent } = useAmounts();
  const nameOf = usePersonName();
  const { objective } = props;
  if (objective.keyResults.length === 0) return <p className={classes['none']}>{t('goals.noKeyResults')}</p>;
  const sorted = objective.keyResults.toSorted((a, b) => Number(a.archived) - Number(b.archived));
  return (
    <ul className={classes['lines']}>
      {sorted.map((keyResult) => {
        const words = metText(keyResult, keyResult.updates.at(-1)?.value ?? null);
        const met = words === null ? null : said(words);
        const ownerId = keyResult.ownerId ?? objective.ownerId;
        return (
          <li key={keyResult.id}>
            <PlaceLink place="goals" id={keyResult.id} className={classes['lineLink']}>
              <span className={classes['lineHead']}>
                <span className={classes['lineTitle']} dir="auto">
                  {keyResult.title}
                </span>
                {keyResult.archived && <Chip>{t('goals.state.archived')}</Chip>}
                <span className={classes['quiet']}>
                  {met ??
                    t('goals.ofTarget', {
                      value: say(keyResult.value, keyResult),
                      target: say(keyResult.target, keyResult),
                    })}
                </span>
                {ownerId !== null && <Avatar person={{ id: ownerId, name: nameOf(ownerId) }} size="sm" />}
              </span>
              <span className={classes['lineFoot']}>
                {met === null ? (
                  <ProgressBar
                    progress={keyResult.progress}
                    expected={objective.state === 'closed' ? null : objective.expected}
                    projected={keyResult.projectedProgress}
                  />
                ) : (
                  <span />
                )}
                <span className={classes['linePercent']}>
                  {met !== null || keyResult.progress === null ? '' : percent(keyResult.progress)}
                </span>
                <StatusWord
                  status={objective.state === 'closed' ? 'closed' : statusOf(keyResult.confidence)}
                  size="xs"
                />
              </span>
              {keyResult.notComputed !== null && met === null && (
                <span className={classes['quiet']}>{said(keyResult.notComputed)}</span>
              )}
            </PlaceLink>
          </li>
        );
      })}
    </ul>
  );
};
