import { noWeek } from '../../schema/index.ts';
import type { TaskRecord } from '../../schema/index.ts';
import type { Week } from '../time/week.ts';

/** A task's place in a week. */
export interface Planned {
  readonly id: string;
  readonly week: Week;
  readonly outcome: 'open' | 'done' | 'carried' | 'dropped';
}

/** The week a task is planned for now: the latest it was ever put into, unless it was carried out of it. */
export const plannedIn = (task: Pick<TaskRecord, 'planned'>): Planned | undefined =>
  Object.entries(task.planned)
    .map(([id, { week, outcome }]) => ({ id, week, outcome }))
    .filter(({ week, outcome }) => outcome !== 'carried' && week !== noWeek)
    .sort((a, b) => (a.week < b.week ? 1 : a.week > b.week ? -1 : a.id < b.id ? -1 : 1))[0];

/** How often a task was carried over into another week. */
export const timesCarried = (task: Pick<TaskRecord, 'planned'>): number =>
  Object.values(task.planned).filter(({ outcome }) => outcome === 'carried').length;
