import type { Conflict, GoalTemplateView } from '#shared/protocol/index.ts';

/** JSON columns hold what our own projection wrote, checked before; here it is only given its type back. */
export const headsFrom = (json: string | null | undefined): string[] =>
  json == null ? [] : (JSON.parse(json) as string[]);

export const conflictsFrom = (json: string | null | undefined): Conflict[] =>
  json == null ? [] : (JSON.parse(json) as Conflict[]);

export const textsFrom = (json: string): string[] => JSON.parse(json) as string[];

export const hoursFrom = (json: string): (string | null)[] => JSON.parse(json) as (string | null)[];

export const templateKeyResultsFrom = (json: string): GoalTemplateView['keyResults'] =>
  JSON.parse(json) as GoalTemplateView['keyResults'];
