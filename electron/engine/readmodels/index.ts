export { checkReadModels } from './check.ts';
export { createDump, dumpReadModels } from './dump.ts';
export type { ReadModelDump } from './dump.ts';
export { readModelTables } from './migrations/0001-read-models.ts';
export { createMilestoneRoles } from './milestone-roles.ts';
export { acceptedAtOf, expectationDigest } from './kinds/accepted.ts';
export { createReadModels } from './project.ts';
export type { ReadModels } from './project.ts';
export { searchedKinds } from './record-rows.ts';
export type * from './rows.ts';
export { indexedText, kindWord, shownText } from './search-text.ts';
export type { Authorship, RecordSnapshot } from './snapshot.ts';
export {
  addCheckInColumns,
  addFeedbackColumns,
  addNewestIndex,
  addRhythmColumns,
  createErasureTables,
  createGoalTables,
  createPeopleTables,
  createRequestTables,
  createTables,
  createTemplateTables,
  createWorkTables,
  narrowSearch,
  widenCommentIndex,
} from './tables.ts';
