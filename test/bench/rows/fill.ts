import { ownKey } from '#shared/schema/index.ts';
import { dayOf, quarterOf } from '#shared/domain/index.ts';
import { expectOk, ok, toText } from '#shared/std/index.ts';
import { systemRandom } from '#engine/crypto/index.ts';
import { createLedger } from '#engine/ledger/index.ts';
import { decodeSecrets } from '#engine/keys/index.ts';
import { migrations } from '#engine/profile/index.ts';
import { openStore } from '#engine/store/index.ts';
import { createVault, keyFile } from '#engine/vault/index.ts';
import { join } from 'node:path';
import { found } from '../ours.ts';

const perTransaction = 2_000;

/**
 * A profile of one team with `count` records: objectives of many past cycles and the present one, and comments on
 * them. Every record is a signed, encrypted entry; only the transactions are larger than a person would make them.
 */
export const fillProfile = async (directory: string, count: number, say: (line: string) => void): Promise<void> => {
  const profile = await found(directory, []);
  const cycles = await profile.engine.read('cycles', {});
  const current = cycles.ok ? (cycles.value.currentId ?? '') : '';
  await profile.close();
  const clock = { now: () => Date.now() };
  const db = expectOk(openStore(join(directory, 'profile.db'), migrations));
  const key = expectOk(keyFile(join(directory, 'profile.key'), true, systemRandom));
  const stored = createVault(db, key.key, systemRandom).read('profile');
  if (!(stored instanceof Uint8Array)) throw new Error('The bench profile has no secrets.');
  const ledger = createLedger({
    db,
    secrets: expectOk(decodeSecrets(stored)),
    saveSecrets: () => undefined,
    clock,
    random: systemRandom,
  });
  const me = ledger.me.personId;
  const own = (): Uint8Array => expectOk(ownKey(toText(systemRandom.bytes(16)), me));
  const quarter = quarterOf(dayOf(clock.now(), 'UTC'));
  const old = expectOk(
    ledger.transact('local', () =>
      ledger.write({
        spaceId: ledger.space.team,
        kind: 'cycle',
        key: own(),
        base: null,
        edits: [
          { path: 'title', value: `Before ${quarter.title}` },
          { path: 'start', value: '2020-01-01' },
          { path: 'end', value: '2020-12-31' },
          { path: 'state', value: 'closed' },
        ],
      }),
    ),
  ).recordId;
  let lastObjective = '';
  for (let at = 0; at < count; at += perTransaction) {
    expectOk(
      ledger.transact('local', () => {
        for (let nth = at; nth < Math.min(count, at + perTransaction); nth++) {
          const isObjective = nth % 5 === 0;
          const kr = toText(systemRandom.bytes(16));
          const written = isObjective
            ? ledger.write({
                spaceId: ledger.space.team,
                kind: 'objective',
                key: own(),
                base: null,
                edits: [
                  { path: 'title', value: `Objective ${nth} about ${words(nth)}` },
                  { path: 'description', value: `Why ${words(nth + 7)} matters to ${words(nth + 3)}.` },
                  { path: 'cycleId', value: nth < 500 ? current : old },
                  { path: 'ownerId', value: me },
                  { path: 'state', value: nth < 500 ? 'active' : 'closed' },
                  { path: `keyResults.${kr}.title`, value: `Measure ${words(nth + 1)}` },
                  { path: `keyResults.${kr}.type`, value: 'number' },
                  { path: `keyResults.${kr}.start`, value: 0 },
                  { path: `keyResults.${kr}.target`, value: 100 },
                  { path: `keyResults.${kr}.order`, value: 0 },
                ],
              })
            : ledger.write({
                spaceId: ledger.space.team,
                kind: 'comment',
                key: own(),
                base: null,
                edits: [
                  { path: 'targetId', value: lastObjective },
                  { path: 'targetKind', value: 'objective' },
                  { path: 'text', value: `A remark on ${words(nth)}, and then on ${words(nth * 3)}.` },
                ],
              });
          if (!written.ok) return written;
          if (isObjective) lastObjective = written.value.recordId;
        }
        return ok(undefined);
      }),
    );
    if (at % 20_000 === 0 && at > 0) say(`  filled ${at} of ${count} records`);
  }
  ledger.close();
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
};

const stems = [
  'latency',
  'guides',
  'onboarding',
  'search',
  'editor',
  'exports',
  'templates',
  'reviews',
  'billing',
  'offline',
  'accessibility',
  'translation',
  'retention',
  'publishing',
  'support',
];
const words = (nth: number): string =>
  `${stems[nth % stems.length] ?? ''} ${stems[Math.trunc(nth / stems.length) % stems.length] ?? ''} ${nth % 977}`;
