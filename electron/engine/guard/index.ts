export { openProfile } from './open-profile.ts';
export type { OpenedProfile } from './open-profile.ts';
