import { z } from 'zod';

/** Codes of expected failures. Scripts may rely on them; people read the sentence. */
export const errorCode = z.enum([
  'invalid',
  'not-found',
  'not-allowed',
  'not-ready',
  'conflict',
  'invitation-invalid',
  'invitation-used',
  'invitation-expired',
  'invitation-revoked',
  'unreachable',
  'profile-in-use',
  'profile-read-only',
  'disk-full',
  'corrupt',
  'newer-version',
  'too-large',
  'unauthorized',
  'unavailable',
  /** The profile's keys are not in memory: only unlocking is possible. */
  'locked',
]);

/** A failure as a value: what happened, what it means, what to do. */
export const protocolError = z.object({
  code: errorCode,
  sentence: z.string(),
  /** Which field of the request, in dotted form, when one is to blame. */
  field: z.string().optional(),
});

export type ErrorCode = z.infer<typeof errorCode>;
export type ProtocolError = z.infer<typeof protocolError>;

export const failure = (code: ErrorCode, sentence: string, field?: string): ProtocolError =>
  field === undefined ? { code, sentence } : { code, sentence, field };
