import { acceptedSince } from '#shared/domain/index.ts';
import { toText } from '#shared/std/index.ts';
import { hash } from '../../crypto/index.ts';

/** Digest of an expectation's text, as acceptances keep it. */
export const expectationDigest = (text: string): string => toText(hash('expectation', new TextEncoder().encode(text)));

/** When something was accepted as it is now (`acceptedSince`). */
export const acceptedAtOf = (value: Parameters<typeof acceptedSince>[0]): number | null =>
  value.acceptedAt === null ? null : acceptedSince(value, expectationDigest);
