import { expect, test } from 'vitest';
import { createSharing } from '#engine/queries/index.ts';
import type { QueryHandler } from '#engine/queries/index.ts';

const counted = () => {
  let asked = 0;
  const handler: QueryHandler<'pins'> = {
    topics: ['local'],
    run: () => {
      asked += 1;
      return { items: [] };
    },
  };
  return { handler, asked: () => asked };
};

test('what several queries lean on is computed once while they are answered together, and anew before and after', () => {
  const { handler, asked } = counted();
  const sharing = createSharing();
  const shared = sharing.of(handler);
  shared.run({});
  shared.run({});
  expect(asked()).toBe(2);
  sharing.during(() => {
    expect(shared.run({})).toBe(shared.run({}));
  });
  expect(asked()).toBe(3);
  shared.run({});
  expect(asked()).toBe(4);
});

test('a query that fails on the way leaves nothing behind', () => {
  const { handler, asked } = counted();
  const sharing = createSharing();
  const shared = sharing.of(handler);
  expect(() =>
    sharing.during(() => {
      shared.run({});
      throw new Error('in between');
    }),
  ).toThrow('in between');
  shared.run({});
  expect(asked()).toBe(2);
});
