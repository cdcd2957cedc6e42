import { err } from '#shared/std/index.ts';
import type { DocumentFault, FaultCode } from './types.ts';

export const fault = (code: FaultCode, sentence: string): DocumentFault => ({ code, sentence });

export const refuse = (code: FaultCode, sentence: string): { readonly ok: false; readonly error: DocumentFault } =>
  err(fault(code, sentence));
