import type { ExportData } from './collect.ts';

export const exportFormat = 'meridian-export';
export const exportVersion = 1;

/** The complete export as one JSON document; README.md of the export describes its parts. */
export const jsonText = (data: ExportData, now: number): string =>
  `${JSON.stringify(
    {
      format: exportFormat,
      version: exportVersion,
      exportedAt: new Date(now).toISOString(),
      exportedById: data.me?.id ?? null,
      team: data.team,
      people: data.people,
      cycles: data.cycles.map(({ cycle }) => cycle),
      objectives: data.cycles.flatMap(({ objectives }) => objectives),
      checkIns: data.checkIns,
      feedback: data.feedback,
      kudos: data.kudos,
      records: data.records,
    },
    undefined,
    2,
  )}\n`;
