import type { FieldEdit } from '../../schema/index.ts';
import { acceptedSince, expectationFields, expectationText } from '../work/index.ts';
import { edits as editsOf } from './outcomes.ts';
import type { CommandContext } from './types.ts';

type Accepted = Parameters<typeof acceptedSince>[0];

const expectation: ReadonlySet<string> = new Set(expectationFields);

/** Always written together and in this order: of two that met the same one counts for both. */
export const notAccepted = { acceptedAt: null, acceptedOf: '' } as const;

/** Edits by which somebody accepts what is expected now; none where they have already. */
export const acceptanceEdits = (value: Accepted, { now, digest }: CommandContext): FieldEdit[] =>
  acceptedSince(value, digest) !== null ? [] : editsOf({ acceptedAt: now, acceptedOf: digest(expectationText(value)) });

/**
 * What was accepted was another expectation: where edits change what is expected, the acceptance falls with them.
 *
 * @param acceptedAt when it was accepted; null for what is not
 */
export const withAcceptance = (acceptedAt: number | null, edits: readonly FieldEdit[]): FieldEdit[] => {
  const said = edits.some(({ path }) => path === 'acceptedAt');
  const changed = edits.some(({ path }) => expectation.has(path));
  return acceptedAt === null || said || !changed ? [...edits] : [...edits, ...editsOf(notAccepted)];
};
