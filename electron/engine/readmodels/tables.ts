import type { Db } from '../store/index.ts';
import { readModelTables } from './migrations/0001-read-models.ts';
import { erasureTables } from './migrations/0002-erasures.ts';
import { requestTables } from './migrations/0005-requests.ts';
import { workTables } from './migrations/0003-work.ts';
import { peopleTables } from './migrations/0004-people.ts';
import { checkInColumns } from './migrations/0006-check-ins.ts';
import { goalTables } from './migrations/0007-goals.ts';
import { feedbackColumns } from './migrations/0008-feedback.ts';
import { rhythmColumns } from './migrations/0009-rhythm.ts';
import { templateTables } from './migrations/0010-templates.ts';
import { newestIndex } from './migrations/0011-newest.ts';
import { recentComments } from './migrations/0012-recent-comments.ts';
import { searchPrefixes } from './migrations/0013-search-prefixes.ts';
import type { KindTable } from './rows.ts';

/** Makes all tables and indexes of the read models. A migration step of the profile's database. */
export const createTables = (db: Db): void => void db.exec(readModelTables);

/** Tombstones and retention: the step after `createTables`. */
export const createErasureTables = (db: Db): void => void db.exec(erasureTables);
/** Adds the tables of tasks and days off. */
export const createWorkTables = (db: Db): void => void db.exec(workTables);
/** Adds expectation cards of objectives, where they were carried from, and mentions. */
export const createGoalTables = (db: Db): void => void db.exec(goalTables);

/** Adds the tables of 1:1s, requests, badges and notes. */
export const createPeopleTables = (db: Db): void => void db.exec(peopleTables);
/** Adds what a check-in says of a skipped week and of a shared pulse. */
export const addCheckInColumns = (db: Db): void => void db.exec(checkInColumns);

/** Adds the tables of questions to people. */
export const createRequestTables = (db: Db): void => void db.exec(requestTables);

/** Adds what feedback and requests for it say of goals, and the word of whoever declined. */
export const addFeedbackColumns = (db: Db): void => void db.exec(feedbackColumns);
/** Adds which blocker a request asks about, and the team's rotating questions. */
export const addRhythmColumns = (db: Db): void => void db.exec(rhythmColumns);

/** Adds the table of goals' templates. */
export const createTemplateTables = (db: Db): void => void db.exec(templateTables);

/** Adds the index that lists of the newest records follow. */
export const addNewestIndex = (db: Db): void => void db.exec(newestIndex);

/** Lets recent comments be told apart without reading them. */
export const widenCommentIndex = (db: Db): void => void db.exec(recentComments);

/** Makes the search index smaller. */
export const narrowSearch = (db: Db): void => void db.exec(searchPrefixes);

/** Tables of each kind: what projecting one of its records replaces. */
export const tablesOfKind: Readonly<Record<string, readonly KindTable[]>> = {
  'team-settings': ['team_settings'],
  person: ['people'],
  cycle: ['cycles'],
  objective: ['objectives', 'contributors', 'key_results', 'progress_updates'],
  'check-in': ['check_ins', 'plans', 'check_in_updates', 'blockers'],
  comment: ['comments', 'mentions'],
  acknowledgement: ['acknowledgements'],
  feedback: ['feedback', 'mentions'],
  kudos: ['kudos', 'mentions'],
  pulse: ['pulses'],
  'agenda-item': ['agenda_items', 'mentions'],
  meeting: ['meetings'],
  'feedback-request': ['feedback_requests'],
  badge: ['badges'],
  note: ['notes'],
  erasure: ['erasures'],
  task: ['tasks', 'task_weeks'],
  leave: ['leave_days'],
  'goal-template': ['goal_templates'],
  request: ['requests', 'request_turns', 'mentions'],
};

export const kindTables: readonly KindTable[] = [...new Set(Object.values(tablesOfKind).flat())];

const quoted = (name: string): string => `"${name}"`;

/** Column names of a table, in the order of its definition. */
export const columnsOf = (db: Db, table: string): string[] =>
  db
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map((row) => row.name);

/** An INSERT that takes a row object whose names are exactly the columns. */
export const insertInto = (db: Db, table: KindTable): string => {
  const columns = columnsOf(db, table);
  return `INSERT INTO ${table} (${columns.map(quoted).join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`;
};
