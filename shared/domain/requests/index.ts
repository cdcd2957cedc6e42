export * from './clock.ts';
export * from './turns.ts';
