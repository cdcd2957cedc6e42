import type * as Fs from 'node:fs';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { expectOk } from '#shared/std/index.ts';
import { openProfile } from '#engine/index.ts';
import { systemClock, systemRandom, systemTimers } from '#engine/hosts/system-ports.ts';
import { plainFileStore, readKeyFile } from '#engine/vault/index.ts';

/** Calls that change the disk until the power goes; all of them go through where it is undefined. */
const power = vi.hoisted(() => ({ left: undefined as number | undefined }));
vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof Fs>();
  const cut =
    (call: (...args: never[]) => unknown) =>
    (...args: never[]): unknown => {
      if (power.left === 0) throw Object.assign(new Error('power cut'), { code: 'EIO' });
      if (power.left !== undefined) power.left -= 1;
      return call(...args);
    };
  return {
    ...fs,
    writeSync: cut(fs.writeSync),
    fsyncSync: cut(fs.fsyncSync),
    renameSync: cut(fs.renameSync),
    rmSync: cut(fs.rmSync),
  };
});

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meridian-destroyed-'));
  path = join(folder, 'profile.key');
});
afterEach(() => {
  power.left = undefined;
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

describe('a key file that is destroyed', () => {
  it('A2: is there whole or not at all, whenever the power goes', async () => {
    const key = systemRandom.bytes(32);
    let calls = 0;
    for (let done = false; !done; calls += 1) {
      expectOk(await plainFileStore(path).save(key));
      power.left = calls;
      done = (await plainFileStore(path).destroy(key)).ok;
      power.left = undefined;
      const left = expectOk(readKeyFile(path));
      expect(left, `after ${calls} calls`).toEqual(
        done || left.kind === 'none' ? { kind: 'none' } : { kind: 'key-file', key },
      );
    }
    expect(calls).toBeGreaterThan(4);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('A2: and was cut off is gone after the next opening, which takes the key of the keychain', async () => {
    const key = systemRandom.bytes(32);
    const open = async () =>
      expectOk(
        await openProfile({
          directory: folder,
          clock: systemClock,
          random: systemRandom,
          timers: systemTimers,
          log: { info: () => undefined, warn: () => undefined },
          network: false,
          profileKey: { key, keysIn: 'system keychain' },
        }),
      );
    writeFileSync(`${path}.gone`, key);
    const profile = await open();
    expect(expectOk(await profile.engine.read('security', {})).keys).toBe('keychain');
    await profile.close();
    expect(existsSync(`${path}.gone`)).toBe(false);
    for (const name of readdirSync(folder))
      expect(readFileSync(join(folder, name)).includes(Buffer.from(key)), name).toBe(false);
  });
});
