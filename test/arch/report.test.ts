import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addTallies, oneFailure, readReport, summaryLines } from '../../build/scripts/report.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'meridian-report-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const report = (content: object): string => {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
};

test('the last line counts what the runner reported, over all of its runs', () => {
  const one = readReport(report({ success: true, numPassedTests: 5, numFailedTests: 0, numPendingTests: 2 }), 0);
  const other = readReport(report({ success: false, numPassedTests: 1, numFailedTests: 3, numTodoTests: 1 }), 1);
  expect(summaryLines(addTallies(one, other))).toEqual(['6 passed, 3 failed, 3 skipped']);
});

test('a run that ended without a report is a failure', () => {
  expect(readReport(join(folder, 'none.json'), 0).failed).toBe(1);
});

test('a failure outside of any test is a failure', () => {
  expect(readReport(report({ success: false, numPassedTests: 5, numFailedTests: 0 }), 1).failed).toBe(1);
  expect(readReport(report({ success: true, numPassedTests: 5, numFailedTests: 0 }), 1).failed).toBe(1);
});

test('what failed is named before the last line: tests, files that do not load, checks', () => {
  const assertionResults = [
    { status: 'passed', fullName: 'a place is there' },
    { status: 'failed', fullName: 'a place is still' },
  ];
  const tests = report({
    success: false,
    numPassedTests: 1,
    numFailedTests: 1,
    testResults: [
      { name: 'places.test.ts', status: 'failed', assertionResults },
      { name: 'broken.test.ts', status: 'failed', assertionResults: [] },
      { name: 'well.test.ts', status: 'passed', assertionResults: [] },
    ],
  });
  expect(summaryLines(addTallies(oneFailure('lint'), readReport(tests, 1)))).toEqual([
    'FAILED lint',
    'FAILED places.test.ts: a place is still',
    'FAILED broken.test.ts',
    '1 passed, 2 failed, 0 skipped',
  ]);
});
