import { fromText, toText } from '#shared/std/index.ts';
import type { RevocationNotice } from '#shared/sync/index.ts';
import { createLocalTables, type Db } from '../../store/index.ts';

const stateKey = 'revocations_told';
const most = 16;

/** Revocations of pairing codes that were given up, kept so that relays that were away hear of them too. */
export const createTold = (db: Db) => {
  const local = createLocalTables(db);
  const rows = (): readonly (readonly string[])[] => {
    const stored: unknown = JSON.parse(local.state(stateKey) ?? '[]');
    return Array.isArray(stored)
      ? stored.filter((row): row is string[] => Array.isArray(row) && row.every((one) => typeof one === 'string'))
      : [];
  };
  return {
    add: ({ revocation, chain }: RevocationNotice): void =>
      local.setState(stateKey, JSON.stringify([...rows(), [revocation, ...chain].map(toText)].slice(-most))),
    all: (): readonly RevocationNotice[] =>
      rows().flatMap((row) => {
        const [revocation, ...chain] = row.flatMap((text) => fromText(text) ?? []);
        return revocation === undefined ? [] : [{ revocation, chain }];
      }),
  };
};
