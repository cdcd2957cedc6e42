import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** What one part of the test run came to. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed, by name. */
  readonly failures: readonly string[];
}

export const noTests: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] };

/** Something that is no test failed: a check, the build, a run that ended without a report. */
export const oneFailure = (what: string): Tally => ({ ...noTests, failed: 1, failures: [what] });

export const addTallies = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  failures: [...a.failures, ...b.failures],
});

/** The runner's own report, as far as it is read here. Whatever it lacks counts as none. */
interface Report {
  readonly success?: boolean;
  readonly numPassedTests?: number;
  readonly numFailedTests?: number;
  readonly numPendingTests?: number;
  readonly numTodoTests?: number;
  readonly testResults?: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** The tests that failed, each after its file; a file that did not load, or failed outside of its tests, by itself. */
const failuresOf = ({ testResults = [] }: Report): readonly string[] =>
  testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === 'failed');
      const file = relative('', name);
      return failed.length === 0 ? [file] : failed.map(({ fullName }) => `${file}: ${fullName}`);
    });

/**
 * Reads the runner's own JSON report. A run that crashed before reporting, or that failed outside of any test (a file
 * that does not load, an unhandled rejection), counts as one failure: zero failures must mean that all is well.
 *
 * @param exitCode what the runner ended with
 */
export const readReport = (file: string, exitCode: number): Tally => {
  if (!existsSync(file)) return oneFailure(`a run without a report (${file})`);
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const failures = failuresOf(report);
  const tally: Tally = {
    passed: report.numPassedTests ?? 0,
    failed: report.numFailedTests ?? 0,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
    failures,
  };
  if (tally.failed > 0 || (exitCode === 0 && report.success !== false)) return tally;
  return { ...tally, failed: 1, failures: failures.length > 0 ? failures : ['a failure outside of any test'] };
};

/** The lines that end every run: what failed, so that nobody has to look for it, and then the numbers alone. */
export const summaryLines = (tally: Tally): readonly string[] => [
  ...tally.failures.map((what) => `FAILED ${what}`),
  `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`,
];
