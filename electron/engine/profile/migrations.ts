import {
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
} from '../readmodels/index.ts';
import { actsIndex, branchTables, erasureLogTables, logTables, type Migration } from '../store/index.ts';

/** What turns an empty file into a profile of this version, step by step. Released steps are never edited. */
export const migrations: readonly Migration[] = [
  (db) => void db.exec(logTables),
  createTables,
  (db) => void db.exec(erasureLogTables),
  createErasureTables,
  createWorkTables,
  (db) => void db.exec(actsIndex),
  createPeopleTables,
  createRequestTables,
  addCheckInColumns,
  createGoalTables,
  (db) => void db.exec(branchTables),
  addFeedbackColumns,
  addRhythmColumns,
  createTemplateTables,
  addNewestIndex,
  widenCommentIndex,
  narrowSearch,
];
