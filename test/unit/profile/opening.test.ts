import { expect, test } from 'vitest';
import { openRecords } from '#engine/profile/opening.ts';
import { err, ok, type Result } from '#shared/std/index.ts';
import { failure, type ProtocolError } from '#shared/protocol/index.ts';

/** As much of a ledger as opening asks for, with so many entries under each key; the transaction `fails` comes to nothing. */
const ledgerOf = (entries: readonly number[], fails = -1) => {
  const parts: number[] = [];
  let transactions = 0;
  return {
    parts,
    firstSpaces: () => undefined,
    unlock: () => entries.map((count) => Array.from({ length: count }, (_, id) => id)),
    process: (ids: readonly number[]) => void parts.push(ids.length),
    transact: <T>(_: unknown, work: () => Result<T, ProtocolError>): Result<T, ProtocolError> => {
      transactions += 1;
      return transactions === fails ? err(failure('disk-full', 'The disk is full.')) : work();
    },
  };
};

const open = async (ledger: ReturnType<typeof ledgerOf>) => {
  const said: string[] = [];
  let breaths = 0;
  const done = await openRecords(ledger, [], {
    say: (sentence) => void said.push(sentence),
    breathe: () => Promise.resolve(void (breaths += 1)),
  });
  return { done, said, breaths };
};

test('a large history opens in parts, between which the engine breathes and says how far it is', async () => {
  const ledger = ledgerOf([40, 0, 24_500]);
  const { done, said, breaths } = await open(ledger);
  expect(done).toEqual(ok(undefined));
  expect(ledger.parts).toEqual([40, 10_000, 10_000, 4_500]);
  expect(breaths).toBe(4);
  expect(said).toEqual(
    [0, 40, 10_040, 20_040].map((at) => `Opening the team’s records: ${at} of 24540 entries so far.`),
  );
});

test('a small one opens at once, without a word', async () => {
  const ledger = ledgerOf([40]);
  expect(await open(ledger)).toMatchObject({ done: { ok: true }, said: [] });
  expect(ledger.parts).toEqual([40]);
});

test('a full disk ends it with its sentence', async () => {
  for (const [fails, parts] of [
    [1, []],
    [3, [10_000]],
  ] as const) {
    const ledger = ledgerOf([24_500], fails);
    expect(await open(ledger)).toMatchObject({ done: { ok: false, error: { code: 'disk-full' } } });
    expect(ledger.parts).toEqual(parts);
  }
});
