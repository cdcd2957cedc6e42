export * from './port.ts';
export * from './gathered.ts';
