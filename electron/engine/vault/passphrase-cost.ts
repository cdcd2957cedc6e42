import type { Clock } from '#shared/std/index.ts';
import { passphraseCost, wrapSecret, type PassphraseCost } from '../crypto/index.ts';
import type { Random } from '#shared/std/index.ts';

const mebi = 1024 * 1024;

/** Never cheaper than this, however slow the machine: what a guess then costs is the promise. */
export const costFloor: PassphraseCost = { operations: 3, memory: 64 * mebi };
/** What an unlock should take about, in milliseconds, on the machine that set the passphrase. */
const aim = 800;

/**
 * The Argon2id cost for a new passphrase: the floor is timed once and scaled, memory first, to what the machine does in
 * under a second. Never below `costFloor`, never above twice `passphraseCost`'s memory.
 */
export const calibratedCost = async (clock: Clock, random: Random): Promise<PassphraseCost> => {
  const started = clock.now();
  await wrapSecret(new Uint8Array(32), 'timing', random, costFloor);
  const ms = Math.max(1, clock.now() - started);
  const factor = Math.max(1, Math.min(64, aim / ms));
  const memory = Math.min(2 * passphraseCost.memory, costFloor.memory * 2 ** Math.floor(Math.log2(factor)));
  const operations = Math.max(
    costFloor.operations,
    Math.min(10, Math.floor((costFloor.operations * factor * costFloor.memory) / memory)),
  );
  return { operations, memory };
};
