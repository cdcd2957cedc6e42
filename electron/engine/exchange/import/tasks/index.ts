import { foreignTasksOfCsv } from './from-csv.ts';
import { foreignTasksOfJson } from './from-json.ts';
import type { ForeignTasks } from './types.ts';

export { planTasks } from './plan.ts';
export type { PlannedTask, TaskPlanContext } from './plan.ts';
export type { ForeignTask, ForeignTasks, TaskSource } from './types.ts';

/** The tasks of a file that Asana or Trello exported, as CSV or as JSON; undefined for any other file. */
export const readForeignTasks = (text: string): ForeignTasks | undefined =>
  text.trimStart().startsWith('{') ? foreignTasksOfJson(text) : foreignTasksOfCsv(text);
