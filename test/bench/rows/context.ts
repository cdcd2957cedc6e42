import type { Row } from '../stats.ts';

export interface BenchContext {
  /** True for a run that ends within a minute. */
  readonly quick: boolean;
  /** An empty folder for this row. */
  readonly folder: (name: string) => string;
  readonly say: (line: string) => void;
}

export type BenchRow = (ctx: BenchContext) => Promise<readonly Row[]>;
