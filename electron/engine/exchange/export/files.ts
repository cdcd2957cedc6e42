import type { ExportData } from './collect.ts';
import { calendarFile } from './calendar-file.ts';
import { csvFiles, goalsCsv } from './csv-files.ts';
import { fileNameFor } from './file-names.ts';
import { jsonText } from './json-file.ts';
import { cycleText, markdownFiles } from './markdown-files.ts';
import { readmeText } from './readme.ts';
import { recordCsvFiles } from './record-csv.ts';
import { recordPages } from './record-pages.ts';
import { workFiles } from './work-files.ts';

/** One file of an export; the path is relative and uses slashes. */
export interface ExportFile {
  readonly path: string;
  readonly text: string;
}

/** What a person is called; '' for nobody, the id for somebody who is not known here. */
export type Names = (personId: string | null) => string;

/** All files of an export. Pure. */
export const exportFiles = (data: ExportData, now: number): readonly ExportFile[] => {
  const known = new Map(data.people.map((person) => [person.id, person.name]));
  const names: Names = (id) => (id === null ? '' : (known.get(id) ?? id));
  const taken = new Set<string>();
  const goals = data.cycles.flatMap((one): readonly ExportFile[] => {
    const name = fileNameFor(one.cycle.title, 'cycle', taken);
    return [
      { path: `goals/${name}.md`, text: cycleText(one, names) },
      { path: `goals/${name}.csv`, text: goalsCsv(one, names) },
    ];
  });
  return [
    { path: 'README.md', text: readmeText(data, now) },
    { path: 'meridian.json', text: jsonText(data, now) },
    ...goals,
    ...markdownFiles(data, names),
    ...csvFiles(data, names),
    ...workFiles(data, names),
    ...recordCsvFiles(data, names),
    ...recordPages(data, names),
    calendarFile(data, names, now),
  ];
};
