import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectOk, toText } from '#shared/std/index.ts';
import { kinds, naturalKey, ownKey, readKey } from '#shared/schema/index.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const ana = toText(new Uint8Array(32).fill(1));

test('the key of a record says who created it', () => {
  fc.assert(
    fc.property(bytes(16), bytes(32), (salt, creator) => {
      const key = expectOk(ownKey(toText(salt), toText(creator)));
      expect(expectOk(readKey(kinds.comment, key))).toEqual({
        form: 'own',
        salt: toText(salt),
        creatorId: toText(creator),
      });
    }),
  );
});

test('a key needs 16 random bytes and a person', () => {
  expect(ownKey('short', ana).ok).toBe(false);
  expect(ownKey(toText(new Uint8Array(16)), 'ana').ok).toBe(false);
});

test('natural keys come back in parts', () => {
  expect(expectOk(readKey(kinds['check-in'], naturalKey(ana, '2026-W20')))).toEqual({
    form: 'natural',
    text: `${ana}/2026-W20`,
    parts: [ana, '2026-W20'],
  });
  expect(readKey(kinds['team-settings'], naturalKey('team')).ok).toBe(true);
  expect(readKey(kinds['space-info'], naturalKey('space')).ok).toBe(true);
});

test('bytes that are not a key of the kind are refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (key) => {
      for (const def of Object.values(kinds)) {
        const read = readKey(def, key);
        if (def.key === 'own') expect(read.ok).toBe(key.length === 48);
        else expect(read.ok).toBe(false);
      }
    }),
  );
  expect(readKey(kinds.pulse, naturalKey('2026-W2')).ok).toBe(false);
  expect(readKey(kinds['check-in'], naturalKey(ana, '2026-W20', 'x')).ok).toBe(false);
});
