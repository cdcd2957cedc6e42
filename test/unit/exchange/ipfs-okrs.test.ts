import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { applyPlan, planFile } from './plans.ts';

const folder = join(import.meta.dirname, '../../../../shared/data/ipfs-okrs');
const here = existsSync(join(folder, 'CLUSTER.md'));
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

// The files are test data that is not part of the project; without them these tests are reported as skipped.
describe.skipIf(!here)('the tables of a real team', () => {
  test('CLUSTER.md gives 4 objectives with their key results, owners and scores', () => {
    const plan = planFile('CLUSTER.md', here ? read('CLUSTER.md') : '');
    expect(plan.counts).toEqual({ fresh: 30, same: 0, changed: 0, errors: 0 });
    const goals = applyPlan(plan);
    expect(goals.map(({ value }) => [value.title, Object.keys(value.keyResults).length])).toEqual([
      ['Finish the "base cluster" use-case', 9],
      ['Release collaborative clusters', 6],
      ['Improve cluster scalability', 5],
      ['Cluster outreach', 6],
    ]);
    const row = plan.rows.find((one) => one.title === 'Merge CRDT prototype and release');
    expect(row).toMatchObject({ owners: ['Hector'], actual: 0.7, projection: 1, score: 0.7, priority: 'P0' });
  });

  test('PROJECT.md gives 5 objectives with owners, badges and links', () => {
    const plan = planFile('PROJECT.md', here ? read('PROJECT.md') : '');
    expect(plan.counts).toEqual({ fresh: 28, same: 0, changed: 0, errors: 0 });
    expect(plan.rows.filter((one) => one.kind === 'objective').map((one) => one.owners)).toEqual([
      ['Alan', 'Steven'],
      ['Molly', 'Dietrich'],
      ['Dietrich', 'Arkadiy'],
      ['David'],
      ['Dietrich'],
    ]);
    const row = plan.rows.find((one) => one.title.startsWith('IPNS over DNS'));
    expect(row).toMatchObject({
      priority: 'P0',
      owners: ['hugomrdias'],
      link: 'https://github.com/ipfs/js-ipfs/issues/2000',
    });
  });

  test.each(['CLUSTER.md', 'PROJECT.md'])('importing %s again changes nothing', (name) => {
    const text = here ? read(name) : '';
    const existing = applyPlan(planFile(name, text));
    expect(planFile(name, text, { existing }).writes).toEqual([]);
  });
});
