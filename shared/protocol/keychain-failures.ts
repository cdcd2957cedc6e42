import { failure, type ProtocolError } from './errors.ts';

/** The file for this profile's sealed key holds something else, which nothing may take the place of. */
export const keychainHoldsAnother = (file: string): ProtocolError =>
  failure(
    'conflict',
    `The file ${file} holds another key, or one that the keychain does not open. The key of this profile stays where it is. Move that file away, but keep it, and try again.`,
  );
