export * from './reporting.ts';
