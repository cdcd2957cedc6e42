import { NativeSelect } from '@mantine/core';
import type { ImportRole } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { SectionHead } from '#renderer/ui/index.ts';
import classes from './import.module.css';
import { roles } from './mappings.ts';
import type { Preview } from './use-import.ts';

export interface ColumnMapperProps {
  readonly preview: Preview;
  readonly mapping: readonly ImportRole[];
  readonly onRole: (column: number, role: ImportRole) => void;
}

/** What each column means, beside its first cells. */
export const ColumnMapper = (props: ColumnMapperProps) => {
  const { t } = useText();
  const { preview, mapping } = props;
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
            {preview.columns.map((column, index) => (
              // Two columns may have the same name; their places tell them apart.
              <tr key={`${String(index)} ${column}`}>
                <th scope="row" dir="auto">
                  {column === '' ? t('import.columns.nameless', { number: index + 1 }) : column}
                </th>
                <td>
                  <NativeSelect
                    aria-label={t('import.columns.roleOf', { column })}
                    value={mapping[index] ?? 'ignore'}
                    data={roles.map((role) => ({ value: role, label: t(`import.role.${role}`) }))}
                    onChange={(event) => {
                      const role = roles.find((each) => each === event.currentTarget.value);
                      if (role !== undefined) props.onRole(index, role);
                    }}
                  />
                </td>
                <td className={classes['cells']} dir="auto">
                  {preview.samples
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
