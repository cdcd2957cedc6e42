import type { FieldEdit } from '../../schema/index.ts';

/** What somebody accepts of a goal or a task. */
const expectation: ReadonlySet<string> = new Set(['due', 'deliverable', 'doneMeans', 'acceptedById']);

/**
 * What was accepted was another expectation: where edits change what is expected, the acceptance falls with them.
 *
 * @param acceptedAt when it was accepted; null for what is not
 */
export const withAcceptance = (acceptedAt: number | null, edits: readonly FieldEdit[]): FieldEdit[] => {
  const said = edits.some(({ path }) => path === 'acceptedAt');
  const changed = edits.some(({ path }) => expectation.has(path));
  return acceptedAt === null || said || !changed ? [...edits] : [...edits, { path: 'acceptedAt', value: null }];
};
