export * from './commands.ts';
export * from './engine.ts';
export * from './errors.ts';
export * from './port.ts';
export * from './queries.ts';
export * as shapes from './shapes.ts';
export type * from './shapes.ts';
