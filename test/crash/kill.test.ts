import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarios, type Scenario } from './scenarios.ts';

/** So many of the places where a process can die are tried here, spread evenly; `npm run crash-matrix` tries all. */
const tried = 4;

describe.each(scenarios.map((make) => [make.name, make] as const))(
  'a process that is killed while %s',
  (_name, make) => {
    let scenario: Scenario;
    beforeAll(async () => {
      scenario = await make();
    }, 120_000);
    afterAll(() => scenario.close());

    it('loses nothing it had acknowledged, holds nothing half, and goes on where it was', async () => {
      const steps = await scenario.steps();
      expect(steps).toBeGreaterThan(tried);
      for (let nth = 1; nth <= tried; nth += 1) {
        const at = Math.floor((steps * nth) / (tried + 1));
        const { killed, faults } = await scenario.kill(at);
        expect(faults, `killed before step ${at} of ${steps}`).toEqual([]);
        // A run on a network takes more or fewer steps each time; where it was not killed, it went through.
        expect(killed || scenario.name !== 'editing', `step ${at} of ${steps}`).toBe(true);
      }
    }, 300_000);
  },
);
