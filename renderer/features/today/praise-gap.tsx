import type { QueryResult } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand, usePersonName, useWriting } from '#renderer/state/index.ts';
import { AwardIcon, Button, useKeys } from '#renderer/ui/index.ts';
import classes from './today.module.css';

/** One quiet line for a manager, which nobody else sees: whose work has gone long without recognition. */
export const PraiseGap = (props: { readonly gap: NonNullable<QueryResult<'today'>['praiseGap']> }) => {
  const { t } = useText();
  const nameOf = usePersonName();
  const { begin } = useWriting();
  const later = useCommand('praise.later');
  const { personId, lastAt, days, more } = props.gap;
  const name = nameOf(personId).split(/\s+/u)[0] ?? '';
  const write = (): void => begin({ personId, what: 'kudos' });
  useKeys([{ keys: 'u', label: t('recognition.gap.act'), run: write }]);
  return (
    <section className={classes['gap']} aria-label={t('recognition.gap.label')}>
      <AwardIcon size={18} stroke={1.75} aria-hidden />
      <div>
        <p>
          {lastAt === null ? t('recognition.gap.never', { name }) : t('recognition.gap.line', { name, count: days })}
          {more > 0 && ` ${t('recognition.gap.more', { count: more })}`}
        </p>
        <p className={classes['small']}>{t('recognition.gap.private')}</p>
      </div>
      <Button size="xs" keys="u" onClick={write}>
        {t('recognition.gap.act')}
      </Button>
      <Button
        size="xs"
        tone="quiet"
        busy={later.busy}
        onClick={() => void later.run({}, { done: t('recognition.gap.said') })}
      >
        {t('recognition.gap.later')}
      </Button>
    </section>
  );
};
