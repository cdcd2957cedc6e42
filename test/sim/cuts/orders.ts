import { describe, expect, it } from 'vitest';
import { seededRandom } from '#test/support/seeded-random.ts';
import { createDice } from '../team/dice.ts';
import { rememberCrypto } from '../team/remembered.ts';
import { liveThrough, type Besides } from './history.ts';
import { forkedIn, pictureOf, replay } from './replay.ts';

rememberCrypto();

const steps = 18;

/** Histories `from` to `to`, each heard in `orders` orders, against what the machine made of it that lived through it. */
export const expectOrders = (from: number, to: number, orders: number, besides: Besides = 'nothing'): void => {
  describe(`members, edits${besides === 'nothing' ? '' : `, ${besides}`} and removals`, () => {
    for (let seed = from; seed <= to; seed += 1)
      it(`C11: come to the same in ${orders} orders of arrival (history ${seed})`, () => {
        const history = liveThrough(seed, steps, besides);
        try {
          expect(forkedIn(history.entries).size > 0).toBe(besides === 'copies');
          const lived = pictureOf(history.lived.ledger);
          for (let order = 0; order < orders; order += 1)
            expect(replay(history, createDice(seededRandom(seed * 1000 + order))), `order ${order}`).toBe(lived);
        } finally {
          history.close();
        }
      });
  });
};
