export { migrations } from './migrations.ts';
export { openProfile } from './open.ts';
export type { OpenedProfile, OpenOptions } from './open.ts';
