import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** Runs the demo to its end. */
const demo = (...args: string[]): Promise<{ code: number | null; out: string; err: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'build/scripts/demo.ts'), ...args], { stdio: 'pipe' });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('close', (code) => resolve({ code, out, err }));
  });

describe('the demo', () => {
  it('runs the week of two people from nothing, converges, and says so with its exit code', async () => {
    const { code, out, err } = await demo('--exit', '--json');
    expect(err).toBe('');
    const lines = out.trim().split('\n');
    const last: unknown = JSON.parse(lines.at(-1) ?? '');
    expect(last).toMatchObject({ converged: true, problems: [] });
    const told = lines.slice(0, -1).map((line) => JSON.parse(line) as { who: string; what: string });
    for (const who of ['Amelia', 'Bilal']) expect(told.filter((event) => event.who === who).length).toBeGreaterThan(4);
    expect(code).toBe(0);
  });

  it('called wrongly, it says how it is called', async () => {
    const { code, err } = await demo('--nonsense');
    expect(code).toBe(2);
    expect(err).toContain('--exit');
  });
});
