import type { Conflict, GoalTemplateView } from '#shared/protocol/index.ts';
import { kindOf } from '#shared/schema/index.ts';

/** JSON columns hold what our own projection wrote, checked before; here it is only given its type back. */
export const headsFrom = (json: string | null | undefined): string[] =>
  json == null ? [] : (JSON.parse(json) as string[]);

/** What waits for somebody's choice in a record of a kind: what only accompanies another field is as the merge shows it. */
export const conflictsFrom = (kind: string, json: string | null | undefined): Conflict[] => {
  if (json == null) return [];
  const def = kindOf(kind);
  return (JSON.parse(json) as Conflict[]).filter(({ path }) => def?.accompanies(path) !== true);
};

export const textsFrom = (json: string): string[] => JSON.parse(json) as string[];

export const hoursFrom = (json: string): (string | null)[] => JSON.parse(json) as (string | null)[];

export const templateKeyResultsFrom = (json: string): GoalTemplateView['keyResults'] =>
  JSON.parse(json) as GoalTemplateView['keyResults'];
