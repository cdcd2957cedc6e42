import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createWindowStateFile, readWindowState } from '../../../electron/main/window-state.ts';

const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }];
const first = { width: 1280, height: 800, maximized: false };

describe('the window comes back where it was', () => {
  test('on the screen it was left on', () => {
    const state = { x: 100, y: 50, width: 1000, height: 700, maximized: true };
    expect(readWindowState(JSON.stringify(state), screens)).toEqual(state);
  });

  test('placed by the system when that screen is gone', () => {
    const text = JSON.stringify({ x: 2500, y: 50, width: 1000, height: 700, maximized: false });
    expect(readWindowState(text, screens)).toEqual({ width: 1000, height: 700, maximized: false });
  });

  test('as on the first start when the file is missing or damaged', () => {
    const folder = mkdtempSync(join(tmpdir(), 'meridian-window-state-'));
    const file = createWindowStateFile(join(folder, 'deep', 'window.json'));
    expect(file.read(screens)).toEqual(first);
    file.write({ x: 10, y: 10, width: 900, height: 600, maximized: false });
    expect(file.read(screens)).toEqual({ x: 10, y: 10, width: 900, height: 600, maximized: false });
    writeFileSync(join(folder, 'deep', 'window.json'), '{"width":');
    expect(file.read(screens)).toEqual(first);
    rmSync(folder, { recursive: true });
  });

  test('usable, whatever the file says', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.record({ x: fc.integer(), y: fc.integer(), width: fc.integer(), height: fc.integer() }),
        (json, at) => {
          for (const text of [json, JSON.stringify(at)]) {
            const state = readWindowState(text, screens);
            expect(state.width).toBeGreaterThanOrEqual(480);
            expect(state.height).toBeGreaterThanOrEqual(400);
            if (state.x !== undefined && state.y !== undefined) {
              expect(state.x).toBeLessThan(1920 - 64);
              expect(state.y).toBeGreaterThanOrEqual(0);
              expect(state.y).toBeLessThan(1080 - 32);
            }
          }
        },
      ),
    );
  });
});
