import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import {
  backupName,
  isDue,
  nextBackupAt,
  openBackup,
  outdated,
  passphraseSlot,
  phraseSlot,
  writeBackup,
  type BackupKeys,
  type BackupRecord,
} from '#engine/backup/index.ts';
import { boxKeyPair } from '#engine/crypto/index.ts';
import { ok } from '#shared/std/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

const folder = mkdtempSync(join(tmpdir(), 'meridian-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const random = seededRandom(4);
const masterKey = random.bytes(32);
const phraseBox = boxKeyPair(random.bytes(32));
const cheap = { operations: 1, memory: 8192 };
const slots = [
  phraseSlot(masterKey, phraseBox.publicKey, random),
  await passphraseSlot(masterKey, 'correct horse battery', random, cheap),
];
const breathe = () => Promise.resolve();

const recordsOf = (entries: number, size: number): BackupRecord[] => [
  { kind: 'secrets', bytes: random.bytes(300) },
  { kind: 'relay', url: 'wss://relay.example' },
  ...Array.from({ length: entries }, (_, index): BackupRecord => ({
    kind: 'entry',
    receivedAt: index,
    wire: random.bytes(size),
  })),
  { kind: 'object', id: random.bytes(32), version: 3, bytes: null },
  { kind: 'draft', key: 'check-in', value: 'half a thought', savedAt: 5 },
  { kind: 'pin', targetId: 'x', at: 6 },
  { kind: 'end', entries, objects: 1 },
];

const write = async (name: string, records: readonly BackupRecord[]): Promise<string> => {
  const file = join(folder, name);
  await writeBackup(records, { file, at: 1_000, masterKey, slots, random, breathe });
  return file;
};

const readAll = async (file: string, keys: BackupKeys) => {
  const opened = openBackup(file);
  if (!opened.ok) return opened;
  const found: BackupRecord[] = [];
  const read = await opened.value.read<never>(keys, (records) => {
    found.push(...records);
    return Promise.resolve(ok(undefined));
  });
  opened.value.close();
  return read.ok ? ok(found) : read;
};

const codeOf = async (bytes: Uint8Array, keys: BackupKeys = { masterKey }): Promise<string> => {
  const file = join(folder, 'damaged.meridian-backup');
  writeFileSync(file, bytes);
  const read = await readAll(file, keys);
  return read.ok ? 'read' : read.error.code;
};

describe('a backup', () => {
  const records = recordsOf(40, 20_000);

  test('gives back every record in order, with the phrase, the passphrase or the profile’s own key', async () => {
    const file = await write('whole.meridian-backup', records);
    for (const keys of [{ masterKey }, { phraseBox }, { passphrase: 'correct horse battery' }]) {
      expect(await readAll(file, keys)).toEqual(ok(records));
    }
  });

  test('shows nothing of what is in it and leaves no temporary file', async () => {
    const file = await write('sealed.meridian-backup', records);
    expect(readFileSync(file).includes('half a thought')).toBe(false);
    expect(readFileSync(file).includes('relay.example')).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('part'))).toEqual([]);
  });

  test('that could not be written whole is not there at all', async () => {
    const failing = function* (): Generator<BackupRecord> {
      yield* records;
      throw new Error('the disk is gone');
    };
    const file = join(folder, 'never.meridian-backup');
    await expect(writeBackup(failing(), { file, at: 1, masterKey, slots, random, breathe })).rejects.toThrow(
      'the disk is gone',
    );
    expect(readdirSync(folder).filter((name) => name.includes('never') || name.endsWith('part'))).toEqual([]);
  });

  test('cut off or zeroed anywhere is called incomplete or damaged, never read as a whole', async () => {
    const bytes = new Uint8Array(readFileSync(await write('cut.meridian-backup', recordsOf(6, 120_000))));
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
        expect(['backup-truncated', 'backup-damaged', 'backup-foreign']).toContain(
          await codeOf(bytes.slice(0, length)),
        );
        // A zeroed slot for a key opens with no key.
        expect(['backup-truncated', 'backup-damaged', 'backup-foreign', 'backup-wrong-key']).toContain(
          await codeOf(Uint8Array.from(bytes).fill(0, length)),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('with a bit flipped in any part of it is refused', async () => {
    const bytes = new Uint8Array(readFileSync(await write('flip.meridian-backup', recordsOf(6, 120_000))));
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
        const damaged = Uint8Array.from(bytes);
        damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
        expect(await codeOf(damaged)).not.toBe('read');
      }),
      { numRuns: 80 },
    );
    for (let at = 0; at < 24; at++) {
      const damaged = Uint8Array.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      expect(await codeOf(damaged)).not.toBe('read');
    }
  });

  test('whose parts were taken out, swapped or added is refused', async () => {
    const bytes = new Uint8Array(readFileSync(await write('parts.meridian-backup', recordsOf(8, 200_000))));
    const view = new DataView(bytes.buffer);
    const parts: [number, number][] = [];
    for (let at = 20 + view.getUint32(16); at < bytes.length;) {
      const end = at + 4 + (view.getUint32(at) & 0x7fff_ffff);
      parts.push([at, end]);
      at = end;
    }
    expect(parts.length).toBeGreaterThan(3);
    const start = bytes.slice(0, parts[0]?.[0]);
    const pieces = parts.map(([from, to]) => bytes.slice(from, to));
    const join = (list: readonly (Uint8Array | undefined)[]) =>
      Buffer.concat([start, ...list.flatMap((one) => one ?? [])]);
    expect(await codeOf(join(pieces))).toBe('read');
    expect(await codeOf(join(pieces.slice(0, -1)))).toBe('backup-truncated');
    expect(await codeOf(join([pieces[0], ...pieces.slice(2)]))).toBe('backup-damaged');
    expect(await codeOf(join([pieces[0], pieces[2], pieces[1], ...pieces.slice(3)]))).toBe('backup-damaged');
    expect(await codeOf(join([...pieces, pieces.at(-1)]))).toBe('backup-damaged');
  });

  test('says what is wrong: another file, a newer version, wrong words, a wrong passphrase, no key at all', async () => {
    const bytes = new Uint8Array(readFileSync(await write('wrong.meridian-backup', records)));
    expect(await codeOf(new TextEncoder().encode('PK\u0003\u0004 some archive'))).toBe('backup-foreign');
    const newer = Uint8Array.from(bytes);
    newer[21] = 2;
    expect(await codeOf(newer)).toBe('backup-newer');
    expect(await codeOf(bytes, { phraseBox: boxKeyPair(random.bytes(32)) })).toBe('backup-wrong-key');
    expect(await codeOf(bytes, { passphrase: 'wrong horse battery' })).toBe('backup-wrong-key');
    expect(await codeOf(bytes, {})).toBe('backup-no-key');
  });

  test('is no bigger in memory than a part of it, whatever its lengths claim', async () => {
    const bytes = new Uint8Array(readFileSync(await write('claims.meridian-backup', records)));
    const view = new DataView(bytes.buffer);
    view.setUint32(20 + view.getUint32(16), 0x7fff_ffff);
    expect(await codeOf(bytes)).toBe('backup-damaged');
    const header = Uint8Array.from(bytes);
    new DataView(header.buffer).setUint32(16, 0xffff_ffff);
    expect(await codeOf(header)).toBe('backup-damaged');
  });

  test('reading never throws on foreign bytes', async () => {
    const start = new TextEncoder().encode('MERIDIAN BACKUP\n');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect(await codeOf(Buffer.concat([start, bytes]))).not.toBe('read');
      }),
      { numRuns: 60 },
    );
  });
});

describe('the schedule', () => {
  const day = 86_400_000;
  const on = { every: 'daily', since: 10 * day, lastAt: null, failedAt: null } as const;

  test('writes the first at once, then a day or a week after the last', () => {
    expect(isDue(on, 10 * day)).toBe(true);
    expect(isDue({ ...on, lastAt: 10 * day }, 11 * day - 1)).toBe(false);
    expect(isDue({ ...on, lastAt: 10 * day }, 11 * day)).toBe(true);
    expect(nextBackupAt({ ...on, every: 'weekly', lastAt: 10 * day }, 11 * day)).toBe(17 * day);
    expect(nextBackupAt({ ...on, every: 'off' }, 11 * day)).toBeNull();
  });

  test('tries again an hour after a failure', () => {
    const failed = { ...on, failedAt: 11 * day };
    expect(isDue(failed, 11 * day + 60_000)).toBe(false);
    expect(isDue(failed, 11 * day + 3_600_000)).toBe(true);
  });

  test('is not held up by a clock that was ahead: what it left behind counts for nothing', () => {
    expect(isDue({ ...on, lastAt: 9_000 * day }, 12 * day)).toBe(true);
    expect(isDue({ ...on, since: 9_000 * day, lastAt: 9_000 * day }, 12 * day)).toBe(true);
    expect(isDue({ ...on, failedAt: 9_000 * day }, 12 * day)).toBe(true);
    expect(isDue({ ...on, lastAt: 12 * day, failedAt: 9_000 * day }, 12 * day + 1)).toBe(false);
  });
});

describe('names of files', () => {
  test('sort by age and can lie on any disk', () => {
    expect(backupName('Équipe: "A/B"', 'abcd1234', Date.UTC(2026, 4, 11, 9, 5, 7))).toBe(
      'E-quipe-A-B-abcd1234-2026-05-11-090507.meridian-backup',
    );
    expect(backupName('夜', 'abcd1234', 0)).toBe('team-abcd1234-1970-01-01-000000.meridian-backup');
  });

  test('only this person’s own, and the oldest of them, go', () => {
    const mine = [1, 2, 3, 4].map((nth) => backupName('Team', 'abcd1234', nth * 86_400_000));
    const other = backupName('Team', 'ffff0000', 0);
    const folder = [...mine, other, 'notes.txt', 'Team-abcd1234-x.meridian-backup'];
    expect(outdated(folder, 'abcd1234', 2, mine[3] ?? '')).toEqual([mine[1], mine[0]]);
  });

  test('that claim a later time than the one just written go first, and that one never', () => {
    const of = (nth: number): string => backupName('Team', 'abcd1234', nth * 86_400_000);
    const ahead = [900, 901, 902].map(of);
    expect(outdated([...ahead, of(1)], 'abcd1234', 3, of(1))).toEqual([of(900)]);
    expect(outdated([...ahead, of(1), of(2)], 'abcd1234', 3, of(2))).toEqual([of(901), of(900)]);
    expect(outdated([...ahead, of(1), of(2), of(3)], 'abcd1234', 3, of(3))).toEqual([of(902), of(901), of(900)]);
    expect(outdated([of(900), of(1)], 'abcd1234', 1, of(1))).toEqual([of(900)]);
  });
});
