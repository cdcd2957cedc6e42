export { guessMapping } from './mapping.ts';
export { interpret } from './interpret.ts';
export { planImport } from './plan.ts';
export type { ExistingGoal, ImportPlan, PlanContext, PlannedWrite } from './plan.ts';
export { matchPerson } from './owners.ts';
export type { NamedPerson } from './owners.ts';
export { periodIn } from './period.ts';
export { readTables } from './read-tables.ts';
export type { Goal, ImportFault, Mapping, Period, Table, TableRow } from './types.ts';
