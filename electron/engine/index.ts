export { openProfile } from './profile/index.ts';
export type { OpenedProfile, OpenOptions } from './profile/index.ts';
export type { ProfileKey } from './vault/index.ts';
