export * from './parts.ts';
export * from './praise-gap.ts';
