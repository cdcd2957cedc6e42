export { openProfile } from './guard/index.ts';
export type { OpenedProfile } from './guard/index.ts';
export type { OpenOptions } from './profile/index.ts';
export type { ProfileKey, SecretStore } from './vault/index.ts';
