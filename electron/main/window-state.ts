import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the window was left. Position is absent on the first start: the system places it. */
export interface WindowState {
  readonly width: number;
  readonly height: number;
  readonly x?: number;
  readonly y?: number;
  readonly maximized: boolean;
}

const first: WindowState = { width: 1280, height: 800, maximized: false };
const smallest = { width: 480, height: 400 } as const;

const isWhole = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value);

/** Whether a corner of the title bar worth grabbing lies on a screen; screens get unplugged. */
const isReachable = (at: { x: number; y: number; width: number }, screens: readonly Rectangle[]): boolean =>
  screens.some(
    (screen) =>
      at.y >= screen.y &&
      at.y < screen.y + screen.height - 32 &&
      at.x + at.width > screen.x + 64 &&
      at.x < screen.x + screen.width - 64,
  );

/** What was written, made to fit the screens there are now; the first state for anything unreadable. */
export const readWindowState = (text: string, screens: readonly Rectangle[]): WindowState => {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return first;
    throw error;
  }
  if (typeof raw !== 'object' || raw === null) return first;
  const { x, y, width, height, maximized } = raw as Readonly<Record<string, unknown>>;
  if (!isWhole(width) || !isWhole(height)) return first;
  const size = {
    width: Math.min(Math.max(width, smallest.width), 10_000),
    height: Math.min(Math.max(height, smallest.height), 10_000),
    maximized: maximized === true,
  };
  if (!isWhole(x) || !isWhole(y) || !isReachable({ x, y, width: size.width }, screens)) return size;
  return { ...size, x, y };
};

/** The state in a file of its own, replaced as a whole. */
export const createWindowStateFile = (file: string) => ({
  read: (screens: readonly Rectangle[]): WindowState => {
    try {
      return readWindowState(readFileSync(file, 'utf8'), screens);
    } catch (error) {
      if (error instanceof Error && 'code' in error) return first;
      throw error;
    }
  },
  write: (state: WindowState): void => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
  },
});
