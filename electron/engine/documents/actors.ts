import { leb128 } from './chunk.ts';

/** How Automerge's `changeAt` marks an actor whose last change the edited heads do not cover (formats, section 2). */
const concurrentPrefix = '13b22309';
const maxLevels = 2 ** 14;

const hexByte = (byte: number): string => byte.toString(16).padStart(2, '0');

/**
 * Whether changes under `actor` may be written by whoever is one of `allowed` (all hex): the actor itself, or
 * Automerge's prefixed form of it, which carries how many such branches there were in shortest LEB128.
 */
export const isAllowedActor = (actor: string, allowed: readonly string[]): boolean =>
  allowed.some((base) => {
    if (actor === base) return true;
    if (!actor.startsWith(concurrentPrefix) || !actor.endsWith(base)) return false;
    const level = actor.slice(concurrentPrefix.length, actor.length - base.length);
    if (level.length === 0 || level.length > 4) return false;
    const bytes = [0, 2].flatMap((at) => (at < level.length ? [parseInt(level.slice(at, at + 2), 16)] : []));
    const value = bytes.reduce((sum, byte, index) => sum + (byte & 0x7f) * 0x80 ** index, 0);
    return value < maxLevels && leb128(value).map(hexByte).join('') === level;
  });
