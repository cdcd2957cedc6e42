export * from './check-in/carry-over.ts';
export * from './commands/index.ts';
export * from './feedback/readers.ts';
export * from './policy/index.ts';
export * from './progress/index.ts';
export * from './time/index.ts';
export * from './work/index.ts';
export * from './retention/index.ts';
