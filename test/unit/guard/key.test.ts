import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findKey } from '#engine/guard/find-key.ts';
import { calibratedCost, costFloor } from '#engine/vault/passphrase-cost.ts';
import { expectOk } from '#shared/std/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meridian-key-'));
  path = join(folder, 'profile.key');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const random = seededRandom(62);
const host = { key: random.bytes(32), keysIn: 'keychain' };

describe('the key of a profile', () => {
  it('A1: is the one in the key file, whatever the keychain of the host offers', async () => {
    const filed = random.bytes(32);
    writeFileSync(path, filed);
    expect(expectOk(await findKey(path, true, host, random))).toEqual({ place: 'key-file', key: filed });
    writeFileSync(path, Uint8Array.of(0x85, ...random.bytes(120)));
    expect(expectOk(await findKey(path, true, host, random))).toEqual({ place: 'passphrase', key: null });
    rmSync(path);
    expect(expectOk(await findKey(path, true, host, random))).toEqual({ place: 'keychain', key: host.key });
  });

  it('A1: is never made anew for a profile that has one', async () => {
    expect(await findKey(path, true, undefined, random)).toMatchObject({ ok: false, error: { code: 'corrupt' } });
    expect(expectOk(await findKey(path, false, undefined, random)).place).toBe('key-file');
  });
});

it('A3: a guess at a passphrase never costs less than three passes over 64 MiB, however slow the machine', async () => {
  expect(costFloor).toEqual({ operations: 3, memory: 64 * 1024 * 1024 });
  for (const took of [1, 40, 800, 60_000]) {
    let now = 0;
    const cost = await calibratedCost({ now: () => (now += took) }, random);
    expect(cost.operations).toBeGreaterThanOrEqual(costFloor.operations);
    expect(cost.memory).toBeGreaterThanOrEqual(costFloor.memory);
  }
});
