import { err } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';

export type InvitationFaultCode =
  | 'link-empty'
  | 'link-foreign'
  | 'link-newer'
  | 'link-damaged'
  | 'package-not-for-link'
  | 'package-malformed'
  | 'invitation-expired';

/** Why a link or its package cannot be used: a code for programs, a sentence that says what to do. */
export interface InvitationFault {
  readonly code: InvitationFaultCode;
  readonly sentence: string;
}

export const fault = (code: InvitationFaultCode, sentence: string): Result<never, InvitationFault> =>
  err({ code, sentence });
