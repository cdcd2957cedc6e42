export { createVault } from './vault.ts';
export type { Vault } from './vault.ts';
export { passphraseStore, plainFileStore, readKeyFile } from './key-file.ts';
export type { KeyFileContent } from './key-file.ts';
export { calibratedCost, costFloor } from './passphrase-cost.ts';
export { destroyFile, endDestroying, replaceFile, syncFolder } from './replace-file.ts';
export { moveKey } from './secret-store.ts';
export type { SecretStore } from './secret-store.ts';

/** The key that wraps everything secret in a profile, as a host hands it over, and in plain words where it lies. */
export interface ProfileKey {
  readonly key: Uint8Array;
  readonly keysIn: string;
}
export type { PassphraseCost } from '../crypto/index.ts';
