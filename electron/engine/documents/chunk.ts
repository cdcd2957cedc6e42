import { hash } from 'node:crypto';
import { err, ok } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import { createReader } from './byte-reader.ts';
import { maxChangeBytes } from './limits.ts';
import { countOps } from './columns.ts';
import { fault } from './faults.ts';
import type { DocumentFault } from './types.ts';

/** Header of a change, read without Automerge. Hashes and actor are hex. */
export interface ChangeHeader {
  readonly hash: string;
  readonly deps: readonly string[];
  readonly actor: string;
  readonly seq: number;
  readonly startOp: number;
  readonly maxOp: number;
}

const magic = [0x85, 0x6f, 0x4a, 0x83];
const plainChange = 1;
const hashBytes = 32;
const maxDeps = 1000;

const hex = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');

/** LEB128, unsigned: how Automerge writes counts and lengths. */
export const leb128 = (value: number): number[] => {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) + 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return [...bytes, rest];
};

/**
 * Reads the envelope of one Automerge change chunk, before any Automerge call: size, magic, kind, exact length,
 * checksum, hash, and how many ops its columns claim to hold (a run-length column of a few bytes can claim millions).
 * Compressed chunks are refused: bodies are deflated as a whole, no Meridian writes them, and a change should have
 * one spelling only.
 */
export const readChange = (bytes: Uint8Array): Result<ChangeHeader, DocumentFault> => {
  if (bytes.length > maxChangeBytes) return err(fault('too-large', 'A change is larger than a change may be.'));
  const malformed = (what: string) => err(fault('malformed', `A change is not one: ${what}.`));
  if (magic.some((byte, index) => bytes[index] !== byte)) return malformed('it starts wrongly');
  if (bytes[8] !== plainChange) return malformed('it is of another kind');

  const outer = createReader(bytes, 9);
  const length = outer.unsigned();
  if (length === undefined) return malformed('its length is malformed');
  const contentAt = outer.position();
  if (contentAt - 9 !== leb128(length).length) return malformed('its length is not in its shortest form');
  if (contentAt + length !== bytes.length) return malformed('its length is not what it says');
  const digest = hash('sha256', bytes.subarray(8), 'buffer');
  if (digest.compare(bytes, 4, 8, 0, 4) !== 0) return malformed('its checksum does not match');

  const reader = createReader(bytes, contentAt);
  const depCount = reader.unsigned();
  if (depCount === undefined || depCount > maxDeps) return malformed('it depends on too much');
  const deps: string[] = [];
  for (let i = 0; i < depCount; i++) {
    const dep = reader.take(hashBytes);
    if (dep === undefined) return malformed('it ends early');
    deps.push(hex(dep));
  }
  const actor = reader.take(reader.unsigned() ?? Infinity);
  const seq = reader.unsigned();
  const startOp = reader.unsigned();
  const time = reader.unsigned();
  const messageLength = reader.unsigned();
  if (actor === undefined || seq === undefined || startOp === undefined) return malformed('it ends early');
  if (time !== 0 || messageLength !== 0) return malformed('it carries a time or a message');
  const otherActors = reader.unsigned();
  if (otherActors === undefined || otherActors > bytes.length) return malformed('it ends early');
  for (let i = 0; i < otherActors; i++) {
    if (reader.take(reader.unsigned() ?? Infinity) === undefined) return malformed('it ends early');
  }
  const ops = countOps(reader, bytes.length);
  if (!ops.ok) return ops;
  return ok({ hash: digest.toString('hex'), deps, actor: hex(actor), seq, startOp, maxOp: startOp + ops.value - 1 });
};
