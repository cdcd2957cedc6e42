import { expect, test } from 'vitest';
import { mayErase } from '#shared/domain/index.ts';
import { erasureKey, isRecordKind, kinds, naturalKey, ownKey } from '#shared/schema/index.ts';
import { expectOk, toText } from '#shared/std/index.ts';

const ana = toText(new Uint8Array(32).fill(1));
const ben = toText(new Uint8Array(32).fill(2));
const salt = toText(new Uint8Array(16).fill(3));
const owner = { personId: ana, role: 'owner', state: 'member' } as const;

/** Keys of kinds that have keys of their own making; of the others a new record names its creator. */
const natural: Readonly<Record<string, Uint8Array>> = {
  'check-in': naturalKey(ana, '2026-W20'),
  acknowledgement: naturalKey(salt, ana),
  badge: naturalKey(salt, ben, ana),
  pulse: naturalKey('2026-W20'),
};

test('R1: whatever somebody may erase has an erasure that names it', () => {
  const erasable = Object.keys(kinds)
    .filter(isRecordKind)
    .filter((kind) => mayErase(owner, { kind, authorId: ana }, 'team'));
  expect(erasable).toContain('request');
  const nameless = erasable.filter((kind) => {
    const own = expectOk(ownKey(salt, ana));
    return erasureKey(kind, natural[kind] ?? own) === undefined;
  });
  expect(nameless).toEqual([]);
});
