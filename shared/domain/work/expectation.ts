/** What somebody accepts of a goal or a task: its expectation card. */
export interface Expectation {
  readonly due: string | null;
  readonly deliverable: string;
  readonly doneMeans: string;
  readonly acceptedById: string | null;
}

export const expectationFields = ['due', 'deliverable', 'doneMeans', 'acceptedById'] as const;

/** The text whose digest an acceptance keeps (`acceptedOf`), so that it covers what was accepted and nothing else. */
export const expectationText = (expected: Expectation): string =>
  JSON.stringify(expectationFields.map((name) => expected[name]));

interface Accepted {
  readonly acceptedAt: number | null;
  /** Digest of what was accepted; empty in acceptances from before they kept it. */
  readonly acceptedOf: string;
}

/**
 * When it was accepted; null also where what is expected is not what was accepted: somebody changed it without having
 * heard of the acceptance, or kept the acceptance of something else.
 *
 * @param digest of a text, the same on every machine
 */
export const acceptedSince = (value: Expectation & Accepted, digest: (text: string) => string): number | null =>
  value.acceptedOf === '' || value.acceptedOf === digest(expectationText(value)) ? value.acceptedAt : null;
