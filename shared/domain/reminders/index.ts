export * from './habits.ts';
export * from './plan.ts';
export * from './snooze.ts';
export * from './wishes.ts';
