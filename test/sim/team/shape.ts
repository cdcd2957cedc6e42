/** How large a story is, and how it begins. */
export interface Shape {
  /** Machines in the story. */
  readonly devices: number;
  /** How many of them belong to the team already when it begins; the others are invited in the story. 0: it is founded in it. */
  readonly settled: number;
  readonly steps: number;
  /** What can happen in it. */
  readonly mix: Mix;
}

/**
 * Which events a story is made of. A seed means what the events of its time made of it: `first` has none of restored
 * backups, erasures and succession, so that seeds found before them go on to tell what they told. `goal`, the one that is
 * played unless somebody asks, is `all` in a team that begins with a goal that everybody knows, so that far more of what
 * is written changes what others wrote.
 */
export const mixes = ['first', 'all', 'goal'] as const;
export type Mix = (typeof mixes)[number];

export interface ShapeOptions {
  readonly devices?: number;
  readonly steps?: number;
  readonly mix?: Mix;
}

const defaultSteps = (devices: number): number => (devices <= 8 ? 38 : devices <= 15 ? 70 : 110);

/** Most teams are small: every 20th seed has 15 machines, every 250th 50, the others 5 to 8. */
const devicesOf = (seed: number): number => (seed % 250 === 0 ? 50 : seed % 20 === 0 ? 15 : 5 + (seed % 4));

/** What the seed says, unless somebody wants it otherwise. Every sixth story of a small team begins with its founding. */
export const shapeOf = (seed: number, options: ShapeOptions = {}): Shape => {
  const devices = options.devices ?? devicesOf(seed);
  const steps = options.steps ?? defaultSteps(devices);
  const mix = options.mix ?? 'goal';
  if (devices <= 8 && seed % 6 === 0) return { devices, settled: 0, steps, mix };
  return { devices, settled: devices - (devices > 3 ? 1 + (seed % 2) : 0), steps, mix };
};
