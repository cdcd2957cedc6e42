export { createVault } from './vault.ts';
export type { Vault } from './vault.ts';
export { keyFile } from './key-file.ts';
export type { ProfileKey } from './key-file.ts';
