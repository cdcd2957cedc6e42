import { createHash } from 'node:crypto';
import { toText } from '#shared/std/index.ts';

const normal = (title: string): string => title.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

const digest = (domain: string, ...parts: readonly string[]): Uint8Array =>
  createHash('sha256')
    .update(JSON.stringify([`meridian/import/${domain}`, ...parts]))
    .digest();

/** By what an import finds an objective again in its cycle: the words of its title, however they are spaced or cased. */
export const objectiveKey = (title: string): string => toText(digest('objective', normal(title)));

/** By what an import finds a key result again in its objective; `nth` counts those of the same title, from 0. */
export const keyResultKey = (objective: string, title: string, nth: number): string =>
  toText(digest('key-result', objective, normal(title), String(nth)));

/**
 * Item id of an imported progress update: the same statement about the same key result is the same update, on every
 * machine and however often it is imported.
 */
export const updateId = (keyResult: string, statement: string, parts: readonly (number | string | null)[]): string =>
  toText(digest('update', keyResult, statement, ...parts.map(String)).subarray(0, 16));
