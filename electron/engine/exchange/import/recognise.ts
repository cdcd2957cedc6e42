import type { ImportPreset } from '#shared/protocol/index.ts';
import { looksLikePeople } from './people/index.ts';
import { readTables } from './read-tables.ts';
import { readForeignTasks } from './tasks/index.ts';

/** What a file seems to be, by its columns or fields. What nobody knows is taken for goals. */
export const recognise = (fileName: string, text: string): ImportPreset => {
  const foreign = readForeignTasks(text);
  if (foreign !== undefined) return foreign.source;
  const tables = readTables(fileName, text);
  const first = tables.ok ? tables.value[0] : undefined;
  if (first === undefined) return 'goals';
  if (first.goals !== undefined) return 'meridian';
  return looksLikePeople(first) ? 'people' : 'goals';
};
