import { useText } from '#renderer/i18n/index.ts';
import { SelectField } from '#renderer/ui/index.ts';
import classes from './import.module.css';

export interface TableChoiceProps {
  readonly tables: readonly { readonly index: number; readonly title: string; readonly rowCount: number }[];
  readonly table: number;
  readonly onTable: (table: number) => void;
}

/** Which table of a file with several. */
export const TableChoice = ({ tables, table, onTable }: TableChoiceProps) => {
  const { t } = useText();
  if (tables.length < 2) return null;
  return (
    <SelectField
      label={t('import.table.label')}
      className={classes['tableChoice']}
      value={String(table)}
      data={tables.map((one) => ({
        value: String(one.index),
        label: t('import.table.option', {
          title: one.title === '' ? t('import.table.untitled', { number: one.index + 1 }) : one.title,
          rows: t('import.table.rows', { count: one.rowCount }),
        }),
      }))}
      onChange={(value) => {
        if (value !== null) onTable(Number(value));
      }}
    />
  );
};
