import { NativeSelect } from '@mantine/core';
import { languageChoices, languageNames, readChoice, useText } from '#renderer/i18n/index.ts';
import { useLanguageChoice } from './use-language.ts';

/** Chooses the language of this device, at once. Languages stand under their own names. */
export const LanguageField = (props: { readonly className?: string | undefined }) => {
  const { t } = useText();
  const { choice, choose } = useLanguageChoice();
  return (
    <NativeSelect
      className={props.className ?? ''}
      label={t('ui.language.label')}
      value={choice}
      onChange={(event) => {
        choose(readChoice(event.currentTarget.value));
      }}
      data={languageChoices.map((value) => ({
        value,
        label: value === 'system' ? t('ui.language.system') : languageNames[value],
      }))}
    />
  );
};
