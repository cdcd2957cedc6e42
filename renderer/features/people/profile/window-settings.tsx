import { SegmentedControl, Switch, useMantineColorScheme } from '@mantine/core';
import { useText } from '#renderer/i18n/index.ts';
import { LanguageField, useWindowLook } from '#renderer/ui/index.ts';
import classes from '../people.module.css';

const themes = ['auto', 'light', 'dark'] as const;
const densities = ['compact', 'standard', 'roomy'] as const;

/** How this window looks: at once, on this device only. */
export const WindowSettings = () => {
  const { t } = useText();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const look = useWindowLook();
  return (
    <section className={classes['part']} aria-label={t('people.profile.look')}>
      <h3>{t('people.profile.look')}</h3>
      <div className={classes['pair']}>
        <div className={classes['choice']}>
          <span className={classes['choiceLabel']}>{t('people.profile.theme')}</span>
          <SegmentedControl
            aria-label={t('people.profile.theme')}
            value={colorScheme}
            onChange={(value) => {
              setColorScheme(themes.find((theme) => theme === value) ?? 'auto');
            }}
            data={themes.map((value) => ({ value, label: t(`people.profile.themes.${value}`) }))}
          />
        </div>
        <div className={classes['choice']}>
          <span className={classes['choiceLabel']}>{t('people.profile.density')}</span>
          <SegmentedControl
            aria-label={t('people.profile.density')}
            value={look.density}
            onChange={(value) => {
              look.setDensity(densities.find((density) => density === value) ?? 'standard');
            }}
            data={densities.map((value) => ({ value, label: t(`people.profile.densities.${value}`) }))}
          />
        </div>
      </div>
      <LanguageField />
      <Switch
        label={t('people.profile.caps')}
        checked={look.keyCaps}
        onChange={(event) => {
          look.setKeyCaps(event.currentTarget.checked);
        }}
      />
    </section>
  );
};
