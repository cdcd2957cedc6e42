export { domainContext, idBytes } from './domain-context.ts';
export { eraseRecord } from './erase-record.ts';
export { resultOf, runRecordCommand, writeDecision } from './record-commands.ts';
export type { WrittenEntry } from './record-commands.ts';
export { createWatchers } from './watchers.ts';
export type { Watchers } from './watchers.ts';
