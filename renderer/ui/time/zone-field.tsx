import { useMemo } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import { SelectField } from '../control/index.ts';

export interface ZoneFieldProps {
  readonly value: string;
  readonly onChange: (zone: string) => void;
  readonly error?: string | null;
}

/** Every IANA zone this machine knows, searchable by city. */
export const ZoneField = (props: ZoneFieldProps) => {
  const { t } = useText();
  const zones = useMemo(() => {
    const known = Intl.supportedValuesOf('timeZone');
    return (known.includes(props.value) ? known : [props.value, ...known]).map((zone) => ({
      value: zone,
      label: zone.replaceAll('_', ' '),
    }));
  }, [props.value]);
  return (
    <SelectField
      label={t('ui.zone.label')}
      data={zones}
      value={props.value}
      onChange={(zone) => {
        if (zone !== null) props.onChange(zone);
      }}
      searchable
      limit={100}
      nothingFoundMessage={t('ui.zone.none')}
      error={props.error}
    />
  );
};
