import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderFault, lockProfile } from '#engine/hosts/profile-lock.ts';

const clock = { now: () => Date.UTC(2026, 10, 22, 9, 0) };
const children: ChildProcess[] = [];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meridian-lock-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

/** Another process that takes the lock and keeps it, and the moment at which it has it. */
const otherProcess = async (directory: string) => {
  const source = pathToFileURL(join(import.meta.dirname, '../../../electron/engine/hosts/profile-lock.ts')).href;
  const script = `
    const { lockProfile } = await import(${JSON.stringify(source)});
    const lock = lockProfile(${JSON.stringify(directory)}, { now: () => 0 });
    console.log(lock.ok ? 'locked' : lock.error.sentence);
    setInterval(() => lock, 1000);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: join(import.meta.dirname, '../../..'),
  });
  children.push(child);
  const said = await new Promise<string>((resolve) =>
    child.stdout.once('data', (data: Buffer) => resolve(String(data))),
  );
  return { said: said.trim(), child };
};

describe('the lock of a profile', () => {
  it('a profile opened twice is refused with a sentence that names who has it', () => {
    const first = lockProfile(join(folder, 'profile'), clock);
    expect(first.ok).toBe(true);
    const second = lockProfile(join(folder, 'profile'), clock);
    expect(second).toMatchObject({ ok: false, error: { code: 'profile-in-use' } });
    expect(!second.ok && second.error.sentence).toContain(`process ${process.pid}`);
    expect(lockProfile(join(folder, 'profile'), clock).ok).toBe(false);
    if (first.ok) first.value.release();
    const third = lockProfile(join(folder, 'profile'), clock);
    expect(third.ok).toBe(true);
    if (third.ok) third.value.release();
  });

  it('holds between processes, also after others have tried', async () => {
    const profile = join(folder, 'profile');
    const { said, child } = await otherProcess(profile);
    expect(said).toBe('locked');
    const refused = lockProfile(profile, clock);
    expect(!refused.ok && refused.error.sentence).toContain(`process ${child.pid}`);
    expect((await otherProcess(profile)).said).toContain('already open in another Meridian');
    expect(lockProfile(profile, clock).ok).toBe(false);
  });

  it('a refused attempt in the same process does not let go of the lock', async () => {
    const profile = join(folder, 'profile');
    const first = lockProfile(profile, clock);
    expect(lockProfile(profile, clock).ok).toBe(false);
    expect((await otherProcess(profile)).said).toContain('already open in another Meridian');
    if (first.ok) first.value.release();
  });

  it('a process that was killed leaves nothing that keeps the next one out', async () => {
    const profile = join(folder, 'profile');
    const { child } = await otherProcess(profile);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    const next = lockProfile(profile, clock);
    expect(next.ok).toBe(true);
    if (next.ok) next.value.release();
  });

  it.runIf(process.platform !== 'win32')('the folder it makes is readable by its owner only', () => {
    const profile = join(folder, 'a', 'profile');
    const lock = lockProfile(profile, clock);
    expect(statSync(profile).mode & 0o077).toBe(0);
    if (lock.ok) lock.value.release();
  });

  it.runIf(process.platform !== 'win32' && process.getuid?.() !== 0)(
    'a read-only folder is refused with a sentence',
    () => {
      chmodSync(folder, 0o500);
      for (const directory of [folder, join(folder, 'profile')]) {
        expect(lockProfile(directory, clock)).toMatchObject({ ok: false, error: { code: 'profile-read-only' } });
      }
    },
  );

  it('a file where the folder should be is refused with a sentence', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(lockProfile(join(folder, 'file'), clock)).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(lockProfile(join(folder, 'file', 'profile'), clock)).toMatchObject({
      ok: false,
      error: { code: 'invalid' },
    });
  });

  it.each([
    ['EROFS', 'profile-read-only'],
    ['EACCES', 'profile-read-only'],
    ['SQLITE_CANTOPEN_ISDIR', 'profile-read-only'],
    ['SQLITE_READONLY_DIRECTORY', 'profile-read-only'],
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['SQLITE_FULL', 'disk-full'],
  ])('what the system calls %s is said in words that name the folder', (code, expected) => {
    const fault = folderFault('/some/folder', Object.assign(new Error('raw words'), { code }));
    expect(fault?.code).toBe(expected);
    expect(fault?.sentence).toContain('/some/folder');
    expect(fault?.sentence).not.toContain(code);
  });

  it('a defect is not dressed up as a full disk', () => {
    expect(folderFault('/some/folder', new Error('ENOSPC'))).toBeUndefined();
    expect(folderFault('/some/folder', Object.assign(new Error(''), { code: 'EBADF' }))).toBeUndefined();
  });
});
