/** Median and 95th percentile of measurements. */
export const percentiles = (values: readonly number[]): { readonly p50: number; readonly p95: number } => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
};

/** One line of the table. `ours` and `rival` are in `unit`; the ratio is how many times better ours is. */
export interface Row {
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  readonly oursP95?: number;
  readonly rival?: number;
  readonly rivalP95?: number;
  /** rival / ours, where less is better. */
  readonly ratio?: number;
  /** What DESIGN.md section 7 asks for, and whether this run met it. */
  readonly budget?: string;
  readonly met?: boolean;
  readonly note?: string;
}

export const row = (of: Omit<Row, 'ratio'>): Row =>
  of.rival === undefined ? of : { ...of, ratio: of.rival / of.ours };

const shown = (value: number | undefined): string => {
  if (value === undefined) return '';
  if (value >= 1000) return Math.round(value).toLocaleString('en-US');
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
};

/** The rows as a table for a terminal. */
export const tableOf = (rows: readonly Row[]): string => {
  const cells = [
    ['what', 'ours', 'p95', 'rival', 'p95', 'ratio', 'unit', 'budget', ''],
    ...rows.map((one) => [
      one.name,
      shown(one.ours),
      shown(one.oursP95),
      shown(one.rival),
      shown(one.rivalP95),
      one.ratio === undefined ? '' : `${shown(one.ratio)}x`,
      one.unit,
      one.budget ?? '',
      one.met === undefined ? '' : one.met ? 'met' : 'missed',
    ]),
  ];
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0))) ?? [];
  const text = cells.map((line) =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const notes = rows.flatMap((one) => (one.note === undefined ? [] : [`  ${one.name}: ${one.note}`]));
  return [
    text[0],
    '-'.repeat(Math.max(...text.map((line) => line.length))),
    ...text.slice(1),
    ...(notes.length > 0 ? ['', ...notes] : []),
  ].join('\n');
};
