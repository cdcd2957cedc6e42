import { describe, expect, it } from 'vitest';
import { seededRandom } from '#test/support/seeded-random.ts';
import { createDice } from '../team/dice.ts';
import { liveThrough } from './history.ts';
import { pictureOf, replay } from './replay.ts';

const steps = 18;

/** Histories `from` to `to`, each heard in `orders` orders, against what the machine made of it that lived through it. */
export const expectOrders = (from: number, to: number, orders: number, erasures = false): void => {
  describe(`members, edits${erasures ? ', erasures' : ''} and removals`, () => {
    for (let seed = from; seed <= to; seed += 1)
      it(`C11: come to the same in ${orders} orders of arrival (history ${seed})`, () => {
        const history = liveThrough(seed, steps, erasures);
        try {
          const lived = pictureOf(history.lived.ledger);
          for (let order = 0; order < orders; order += 1)
            expect(replay(history, createDice(seededRandom(seed * 1000 + order))), `order ${order}`).toBe(lived);
        } finally {
          history.close();
        }
      });
  });
};
