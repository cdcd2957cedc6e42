export * from './audit.ts';
export * from './clock.ts';
export * from './turns.ts';
