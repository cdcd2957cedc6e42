import { existsSync, readFileSync } from 'node:fs';

/** What one part of the test run came to. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const noTests: Tally = { passed: 0, failed: 0, skipped: 0 };

export const addTallies = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

const count = (report: Readonly<Record<string, unknown>>, key: string): number => {
  const value = report[key];
  return typeof value === 'number' ? value : 0;
};

/**
 * Reads the runner's own JSON report. A run that crashed before reporting, or that failed outside of any test (a file
 * that does not load, an unhandled rejection), counts as one failure: zero failures must mean that all is well.
 *
 * @param exitCode what the runner ended with
 */
export const readReport = (file: string, exitCode: number): Tally => {
  if (!existsSync(file)) return { ...noTests, failed: 1 };
  const report = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
  const failed = count(report, 'numFailedTests');
  return {
    passed: count(report, 'numPassedTests'),
    failed: failed === 0 && (exitCode !== 0 || report['success'] === false) ? 1 : failed,
    skipped: count(report, 'numPendingTests') + count(report, 'numTodoTests'),
  };
};

/** The line that ends every run. */
export const summaryLine = (tally: Tally): string =>
  `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`;
