export type { GuardCommand } from './command-table.ts';
export { endAll } from './end-all.ts';
export { migrations } from './migrations.ts';
export { openSession, version } from './open.ts';
export type { OpenedSession, OpenOptions } from './open.ts';
