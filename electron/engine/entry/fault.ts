import { err } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import type { HeaderFault } from '#shared/sync/index.ts';

export type EntryFaultCode =
  | HeaderFault['code']
  | 'entry-bad-signature'
  | 'entry-erased'
  | 'entry-wrong-key'
  | 'entry-undecryptable'
  | 'entry-bad-padding'
  | 'entry-inflate'
  | 'entry-body-malformed'
  | 'certificate-malformed'
  | 'certificate-bad-signature'
  | 'certificate-mismatch';

/** Why an entry is refused: a code for programs and a sentence for people. */
export interface EntryFault {
  readonly code: EntryFaultCode;
  readonly sentence: string;
}

export const fault = (code: EntryFaultCode, sentence: string): Result<never, EntryFault> => err({ code, sentence });
