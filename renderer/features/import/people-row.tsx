import type { PersonImportRow } from '#shared/protocol/index.ts';
import { useSaid, useText } from '#renderer/i18n/index.ts';
import { usePersonName } from '#renderer/state/index.ts';
import { Chip, StopIcon, classNames, weekWords } from '#renderer/ui/index.ts';
import classes from './import.module.css';

type Change = PersonImportRow['changes'][number];

/** Values of a change in words of the reader's language. */
const useChangeWords = () => {
  const { t, language } = useText();
  const nameOf = usePersonName();
  const role = (value: string): string =>
    value === 'owner' || value === 'admin' || value === 'member' || value === 'guest'
      ? t(`people.roles.${value}`)
      : value;
  const words = (field: Change['field'], value: string): string => {
    if (value === '') return t('importPeople.nothing');
    if (field === 'role') return role(value);
    if (field === 'manager') return nameOf(value);
    return field === 'hours'
      ? weekWords(
          value.split(',').map((day) => (day === '' ? null : day)),
          language,
          t('ui.list.comma'),
        )
      : value;
  };
  return ({ field, from, to }: Change): string =>
    t('importPeople.to', { field: t(`importPeople.fields.${field}`), from: words(field, from), to: words(field, to) });
};

const tones = { new: 'accent', invited: 'plain', same: 'plain', changed: 'info', none: 'plain' } as const;

/** One row of a list of people: who that is, and what the import would do. */
export const PeopleRow = ({ row }: { readonly row: PersonImportRow }) => {
  const { t } = useText();
  const said = useSaid();
  const changeWords = useChangeWords();
  return (
    <tr className={classNames(row.error !== null && classes['faulty'])}>
      <td className={classes['line']}>{row.line}</td>
      <td>
        <Chip tone={tones[row.effect]}>
          {t(row.effect === 'none' ? 'importPeople.effect.leftOut' : `importPeople.effect.${row.effect}`)}
        </Chip>
      </td>
      <td dir="auto">
        <span>{row.name}</span> <span className={classes['hint']}>{row.contact}</span>
        {row.error !== null && (
          <span className={classes['rowError']}>
            <StopIcon size={14} stroke={1.9} aria-hidden />
            {said(row.error)}
          </span>
        )}
      </td>
      <td>{row.effect === 'none' ? '' : t(`people.roles.${row.role}`)}</td>
      <td dir="auto">
        {row.changes.map((change) => (
          <span key={change.field} className={classes['change']}>
            {changeWords(change)}
          </span>
        ))}
        {row.managerLater !== '' && (
          <span className={classes['hint']}>{t('importPeople.managerLater', { name: row.managerLater })}</span>
        )}
      </td>
    </tr>
  );
};
