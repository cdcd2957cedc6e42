export { completionOf } from './completion.ts';
export type { Completion } from './completion.ts';
export { acceptedSince, expectationFields, expectationText } from './expectation.ts';
export { plannedIn, timesCarried } from './planned.ts';
export type { Planned } from './planned.ts';
