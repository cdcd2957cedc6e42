export { leaveQuery } from './leave.ts';
export { taskQuery } from './task.ts';
export { workQuery } from './work.ts';
