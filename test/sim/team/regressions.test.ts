import { describe, test } from 'vitest';
import { regressions } from './regressions.ts';
import { runScenario } from './scenario.ts';

describe('stories that once went wrong', () => {
  test.each(regressions)('seed $seed: $why', async ({ seed, why: _why, ...shape }) => {
    await runScenario(seed, shape);
  });
});
