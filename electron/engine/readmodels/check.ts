import type { VerifyProblem } from '#shared/protocol/index.ts';
import type { Db } from '../store/index.ts';
import { recordRows } from './record-rows.ts';
import type { RecordSnapshot } from './snapshot.ts';
import { kindTables, tablesOfKind } from './tables.ts';

type Row = Readonly<Record<string, unknown>>;

const canonical = (row: Row): string => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));

const sameRows = (stored: readonly Row[], made: readonly Row[]): boolean => {
  const a = stored.map(canonical).sort();
  const b = made.map(canonical).sort();
  return a.length === b.length && a.every((row, index) => row === b[index]);
};

/**
 * Compares every read model with what the records themselves give now, and names each difference: rows that are
 * wrong, missing, or belong to no record, and a search index that is damaged. Reads only.
 */
export const checkReadModels = (db: Db, snapshots: Iterable<RecordSnapshot>): VerifyProblem[] => {
  const problems: VerifyProblem[] = [];
  const view = db.prepare<[string], Row & { readonly n: number }>('SELECT * FROM record_view WHERE record_id = ?');
  const search = db.prepare<[number], Row>('SELECT title, body, kind FROM search WHERE rowid = ?');
  const tables = new Map(
    kindTables.map((table) => [table, db.prepare<[string], Row>(`SELECT * FROM ${table} WHERE record_id = ?`)]),
  );
  const seen = new Set<string>();

  const wrong = (part: 'read-model' | 'search', recordId: string, what: string): void =>
    void problems.push({ part, where: recordId, sentence: `${what} Run "rebuild" to make it anew from the log.` });

  for (const snapshot of snapshots) {
    seen.add(snapshot.id);
    const made = recordRows(snapshot);
    const stored = view.get(snapshot.id);
    if (stored === undefined) {
      wrong('read-model', snapshot.id, `A ${snapshot.kind} is missing from the lists.`);
      continue;
    }
    const { n, ...plain } = stored;
    if (!sameRows([plain], [{ ...made.view }])) {
      wrong('read-model', snapshot.id, `The line of a ${snapshot.kind} is not what the record says.`);
    }
    const indexed = search.get(n);
    if (!sameRows(indexed === undefined ? [] : [indexed], made.search === null ? [] : [made.search])) {
      wrong('search', snapshot.id, `Search would not find a ${snapshot.kind} by what it says.`);
    }
    for (const table of tablesOfKind[snapshot.kind] ?? []) {
      const rows = (made.rows[table] ?? []).map((row): Row => ({ ...row }));
      if (sameRows(tables.get(table)?.all(snapshot.id) ?? [], rows)) continue;
      wrong('read-model', snapshot.id, `The table ${table} does not hold what the record says.`);
    }
  }
  problems.push(...strayRows(db, seen), ...damagedIndex(db));
  return problems;
};

/** Rows of records that do not exist. */
const strayRows = (db: Db, known: ReadonlySet<string>): VerifyProblem[] =>
  ['record_view', ...kindTables].flatMap((table) =>
    db
      .prepare<[], { record_id: string }>(`SELECT DISTINCT record_id FROM ${table}`)
      .all()
      .filter((row) => !known.has(row.record_id))
      .map((row) => ({
        part: 'read-model' as const,
        where: row.record_id,
        sentence: `The table ${table} has rows of a record that is not here. Run "rebuild" to make it anew from the log.`,
      })),
  );

const damagedIndex = (db: Db): VerifyProblem[] => {
  const stray = db
    .prepare<[], { n: number }>(
      'SELECT count(*) AS n FROM search s LEFT JOIN record_view v ON v.n = s.rowid WHERE v.n IS NULL',
    )
    .get();
  const found: VerifyProblem[] = [];
  if ((stray?.n ?? 0) > 0) {
    found.push({
      part: 'search',
      where: 'search',
      sentence: `The search index holds ${stray?.n} texts of records that are not here. Run "rebuild".`,
    });
  }
  try {
    db.exec("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)");
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    found.push({
      part: 'search',
      where: 'search',
      sentence: `The search index is damaged (${reason}). Run "rebuild".`,
    });
  }
  return found;
};
