import { MultiSelect } from '@mantine/core';
import { useText } from '#renderer/i18n/index.ts';
import { usePeople, usePersonName } from '#renderer/state/index.ts';
import { SelectField, useListField } from '#renderer/ui/index.ts';

const nobody = 'nobody';

export interface PersonFieldProps {
  readonly label: string;
  readonly value: string | null;
  /** Words for the choice of nobody, such as "Same as the goal". */
  readonly none: string;
  readonly onChange: (id: string | null) => void;
  readonly disabled?: boolean;
}

/** One person of the team, or nobody. */
export const PersonField = (props: PersonFieldProps) => {
  const people = usePeople();
  const nameOf = usePersonName();
  const { value } = props;
  const known = value === null || people.some((person) => person.id === value);
  return (
    <SelectField
      label={props.label}
      searchable={people.length > 6}
      value={value ?? nobody}
      disabled={props.disabled === true}
      data={[
        { value: nobody, label: props.none },
        ...people.map((person) => ({ value: person.id, label: nameOf(person.id) })),
        // Whoever has left stays named on what they own until somebody takes over.
        ...(known ? [] : [{ value, label: nameOf(value) }]),
      ]}
      onChange={(next) => {
        props.onChange(next === nobody ? null : next);
      }}
    />
  );
};

/** Several people of the team. */
export const PeopleField = (props: {
  readonly label: string;
  readonly values: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}) => {
  const { t } = useText();
  const list = useListField();
  const people = usePeople();
  const nameOf = usePersonName();
  const gone = props.values.filter((id) => !people.some((person) => person.id === id));
  return (
    <MultiSelect
      label={props.label}
      placeholder={props.values.length === 0 ? t('goals.form.contributorsNone') : ''}
      value={[...props.values]}
      data={[...people.map((person) => person.id), ...gone].map((id) => ({ value: id, label: nameOf(id) }))}
      hidePickedOptions
      searchable
      onChange={props.onChange}
      {...list}
    />
  );
};
