export * from './current.ts';
export * from './range.ts';
