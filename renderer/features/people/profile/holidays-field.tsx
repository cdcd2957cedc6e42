import { useMemo } from 'react';
import { localeOf, useText } from '#renderer/i18n/index.ts';
import { useQuery } from '#renderer/state/index.ts';
import { SelectField, useTime } from '#renderer/ui/index.ts';
import classes from '../people.module.css';

export interface HolidaysFieldProps {
  /** A country or a country's region, such as PT or DE-BY; empty for none. */
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** Whose public holidays are mine: a country, its region where they differ, and what is coming there. */
export const HolidaysField = (props: HolidaysFieldProps) => {
  const { t, language } = useText();
  const { calendarDate } = useTime();
  const { value, onChange } = props;
  const { data } = useQuery('holidayPlaces', { code: value });
  const country = value.slice(0, 2);
  const countries = useMemo(() => {
    const names = new Intl.DisplayNames([localeOf(language)], { type: 'region', fallback: 'code' });
    const codes = data?.countries ?? [];
    return (country === '' || codes.includes(country) ? codes : [country, ...codes])
      .map((code) => ({ value: code, label: names.of(code) ?? code }))
      .toSorted((a, b) => a.label.localeCompare(b.label, language));
  }, [data?.countries, country, language]);
  const regions = data?.regions ?? [];
  return (
    <div className={classes['holidays']}>
      <div className={classes['pair']}>
        <SelectField
          label={t('people.profile.holidays')}
          data={[{ value: '', label: t('people.profile.noHolidays') }, ...countries]}
          value={country}
          searchable
          limit={100}
          nothingFoundMessage={t('ui.zone.none')}
          onChange={(code) => onChange(code ?? '')}
        />
        {regions.length > 0 && (
          <SelectField
            label={t('people.profile.region')}
            data={[
              { value: country, label: t('people.profile.wholeCountry') },
              ...regions.map(({ code, name }) => ({ value: code, label: name })),
            ]}
            value={value}
            searchable
            limit={100}
            onChange={(code) => onChange(code ?? country)}
          />
        )}
      </div>
      <p className={classes['hint']} role="status">
        {value === ''
          ? t('people.profile.holidaysHint')
          : data?.ready !== true || data.days.length === 0
            ? t('people.profile.holidaysReading')
            : data.days.map((day) => `${calendarDate(day.start)} ${day.name}`).join(', ')}
      </p>
    </div>
  );
};
