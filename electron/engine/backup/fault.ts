import { err } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';

export type BackupFaultCode =
  | 'backup-unreadable'
  | 'backup-foreign'
  | 'backup-newer'
  | 'backup-truncated'
  | 'backup-damaged'
  | 'backup-no-key'
  | 'backup-wrong-key';

/** Why a backup cannot be read: a code for programs, a sentence that says what to do. */
export interface BackupFault {
  readonly code: BackupFaultCode;
  readonly sentence: string;
}

export const fault = (code: BackupFaultCode, sentence: string): Result<never, BackupFault> => err({ code, sentence });
