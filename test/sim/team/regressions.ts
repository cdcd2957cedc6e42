/** A story that went wrong once. It is played again with every test run. */
export interface Regression {
  readonly seed: number;
  readonly devices?: number;
  readonly steps?: number;
  readonly why: string;
}

/**
 * Seeds that `npm run sim` found, with what they showed. A seed means what the events of the time made of it: when the
 * events change, check that the old program still fails for it, or find another seed that does.
 */
export const regressions: readonly Regression[] = [
  { seed: 19, why: 'loading the members again after a failed write wrote to the disk, and failed half way' },
  { seed: 196, why: 'an entry that reached the relay with a false signature closed its place in the log for good' },
];
