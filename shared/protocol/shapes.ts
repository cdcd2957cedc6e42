/** The shapes that commands and queries are made of. */
export * from './shapes/basics.ts';
export * from './shapes/check-in.ts';
export * from './shapes/goals.ts';
export * from './shapes/one-on-one.ts';
export * from './shapes/people.ts';
export * from './shapes/recognition.ts';
export * from './shapes/requests.ts';
export * from './shapes/work.ts';
