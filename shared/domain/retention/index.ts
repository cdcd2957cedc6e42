export * from './looks.ts';
export * from './plan.ts';
