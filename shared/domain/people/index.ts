export * from './invitation-list.ts';
export * from './reporting.ts';
