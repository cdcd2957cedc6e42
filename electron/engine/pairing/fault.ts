import { err } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';

export type PairingFaultCode =
  | 'code-empty'
  | 'code-foreign'
  | 'code-newer'
  | 'code-damaged'
  | 'code-expired'
  | 'answer-malformed'
  | 'bundle-malformed';

/** Why a pairing code, or what came for it, cannot be used: a code for programs, a sentence that says what to do. */
export interface PairingFault {
  readonly code: PairingFaultCode;
  readonly sentence: string;
}

export const fault = (code: PairingFaultCode, sentence: string): Result<never, PairingFault> => err({ code, sentence });
