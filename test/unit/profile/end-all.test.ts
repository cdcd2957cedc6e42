import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { endAll } from '#engine/profile/end-all.ts';

const setUp = () => {
  const taken: string[] = [];
  const warnings: string[] = [];
  const step = (name: string, thrown?: Error) => async () => {
    taken.push(name);
    await Promise.resolve();
    if (thrown !== undefined) throw thrown;
  };
  return { taken, warnings, step, log: { info: () => undefined, warn: (said: string) => void warnings.push(said) } };
};

it('a full disk ends no ending: every step is taken, in order, and what was refused is logged', async () => {
  const { taken, warnings, step, log } = setUp();
  const full = new Database.SqliteError('database or disk is full', 'SQLITE_FULL');
  await endAll(log, [step('offer', full), step('network'), step('image', full), step('key')]);
  expect(taken).toEqual(['offer', 'network', 'image', 'key']);
  expect(warnings).toHaveLength(2);
});

it('a defect is thrown, once everything is over', async () => {
  const { taken, warnings, step, log } = setUp();
  const ending = endAll(log, [
    () => {
      throw new Error('the first defect');
    },
    step('network', new Error('the second')),
    step('key'),
  ]);
  await expect(ending).rejects.toThrow('the first defect');
  expect(taken).toEqual(['network', 'key']);
  expect(warnings).toEqual([]);
});
