/** How large a story is, and how it begins. */
export interface Shape {
  /** Machines in the story. */
  readonly devices: number;
  /** How many of them belong to the team already when it begins; the others are invited in the story. 0: it is founded in it. */
  readonly settled: number;
  readonly steps: number;
}

export interface ShapeOptions {
  readonly devices?: number;
  readonly steps?: number;
}

const defaultSteps = (devices: number): number => (devices <= 8 ? 38 : devices <= 15 ? 70 : 110);

/** Most teams are small: every 20th seed has 15 machines, every 250th 50, the others 5 to 8. */
const devicesOf = (seed: number): number => (seed % 250 === 0 ? 50 : seed % 20 === 0 ? 15 : 5 + (seed % 4));

/** What the seed says, unless somebody wants it otherwise. Every sixth story of a small team begins with its founding. */
export const shapeOf = (seed: number, options: ShapeOptions = {}): Shape => {
  const devices = options.devices ?? devicesOf(seed);
  const steps = options.steps ?? defaultSteps(devices);
  if (devices <= 8 && seed % 6 === 0) return { devices, settled: 0, steps };
  return { devices, settled: devices - (devices > 3 ? 1 + (seed % 2) : 0), steps };
};
