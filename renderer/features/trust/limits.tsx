import { useText } from '#renderer/i18n/index.ts';
import { SectionHead } from '#renderer/ui/index.ts';
import classes from './trust.module.css';

/** What Meridian does not promise, in plain words (DESIGN 1). */
export const Limits = () => {
  const { t } = useText();
  return (
    <section aria-labelledby="limits">
      <SectionHead id="limits" title={t('trust.limits.title')} />
      <ul className={classes['limits']}>
        {(['copy', 'removed', 'clocks', 'lost', 'recovery'] as const).map((limit) => (
          <li key={limit}>{t(`trust.limits.${limit}`)}</li>
        ))}
      </ul>
    </section>
  );
};
