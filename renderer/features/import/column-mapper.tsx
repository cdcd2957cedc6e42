import { NativeSelect } from '@mantine/core';
import { useText } from '#renderer/i18n/index.ts';
import { SectionHead } from '#renderer/ui/index.ts';
import classes from './import.module.css';

export interface ColumnMapperProps<R extends string> {
  readonly columns: readonly string[];
  /** Cells of the first rows. */
  readonly samples: readonly (readonly string[])[];
  readonly mapping: readonly R[];
  /** What a column can mean, in the order in which it is offered. */
  readonly roles: readonly { readonly role: R; readonly label: string }[];
  readonly onRole: (column: number, role: R) => void;
}

/** What each column means, beside its first cells. */
export const ColumnMapper = <R extends string>(props: ColumnMapperProps<R>) => {
  const { t } = useText();
  const { columns, samples, mapping, roles } = props;
  return (
    <section aria-labelledby="import-columns">
      <SectionHead id="import-columns" title={t('import.columns.title')} note={t('import.columns.note')} />
      <div className={classes['frame']} role="region" aria-label={t('import.columns.table')} tabIndex={0}>
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">{t('import.columns.column')}</th>
              <th scope="col">{t('import.columns.role')}</th>
              <th scope="col">{t('import.columns.cells')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column, index) => (
              // Two columns may have the same name; their places tell them apart.
              <tr key={`${String(index)} ${column}`}>
                <th scope="row" dir="auto">
                  {column === '' ? t('import.columns.nameless', { number: index + 1 }) : column}
                </th>
                <td>
                  <NativeSelect
                    aria-label={t('import.columns.roleOf', { column })}
                    value={mapping[index] ?? 'ignore'}
                    data={roles.map(({ role, label }) => ({ value: role, label }))}
                    onChange={(event) => {
                      const chosen = roles.find(({ role }) => role === event.currentTarget.value);
                      if (chosen !== undefined) props.onRole(index, chosen.role);
                    }}
                  />
                </td>
                <td className={classes['cells']} dir="auto">
                  {samples
                    .map((row) => row[index] ?? '')
                    .filter((cell) => cell.trim() !== '')
                    .join(' · ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
