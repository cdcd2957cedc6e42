export { foundTeam } from './found.ts';
export type { Founding } from './found.ts';
