import type { ImportPreset } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { SelectField } from '#renderer/ui/index.ts';
import classes from './import.module.css';

const presets: readonly ImportPreset[] = ['goals', 'asana', 'trello', 'people', 'meridian'];

export interface PresetChoiceProps {
  readonly preset: ImportPreset;
  /** What the file seemed to be. */
  readonly recognised: ImportPreset;
  readonly onPreset: (preset: ImportPreset) => void;
}

/** What the file was taken for, to be put right. */
export const PresetChoice = ({ preset, recognised, onPreset }: PresetChoiceProps) => {
  const { t } = useText();
  return (
    <SelectField
      label={t('import.preset.label')}
      className={classes['tableChoice']}
      hint={
        preset === recognised
          ? t('import.preset.known')
          : t('import.preset.chosen', { preset: t(`import.preset.${recognised}`) })
      }
      value={preset}
      data={presets.map((value) => ({ value, label: t(`import.preset.${value}`) }))}
      onChange={(value) => {
        const chosen = presets.find((one) => one === value);
        if (chosen !== undefined && chosen !== preset) onPreset(chosen);
      }}
    />
  );
};
