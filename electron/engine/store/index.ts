export * from './entries.ts';
export * from './holes.ts';
export * from './local.ts';
export { log as logTables } from './migrations/0001-log.ts';
export { erasure as erasureLogTables } from './migrations/0002-erasure.ts';
export * from './objects.ts';
export * from './open.ts';
export * from './records.ts';
export * from './redactions.ts';
