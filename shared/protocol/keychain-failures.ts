import { failure, type ProtocolError } from './errors.ts';

/** The system's keychain, or the disk under it, failed in a way that it says nothing about. */
export const keychainFailed = failure(
  'unavailable',
  'The keychain of this system could not be used. Unlock it, see whether the disk is full, and try again. The key stays where it was.',
);

/** The file for this profile's sealed key holds something else, which nothing may take the place of. */
export const keychainHoldsAnother = (file: string): ProtocolError =>
  failure(
    'conflict',
    `The file ${file} holds another key, or one that the keychain does not open. The key of this profile stays where it is. Move that file away, but keep it, and try again.`,
  );
