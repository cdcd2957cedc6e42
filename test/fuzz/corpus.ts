import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Target } from './target.ts';

/** Bytes that were real once, and whether the parser of their day took them. */
export interface Kept {
  readonly hex: string;
  readonly taken: boolean;
}

const fileOf = ({ name }: Target): string => join(import.meta.dirname, 'corpus', `${name}.json`);
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

export const keptOf = (target: Target): readonly Kept[] =>
  existsSync(fileOf(target)) ? (JSON.parse(readFileSync(fileOf(target), 'utf8')) as Kept[]) : [];

/** What mutations start from: what was kept, and what the encoders of today write. */
export const corpusOf = (target: Target): readonly Uint8Array[] => {
  const items = new Set([...keptOf(target).map(({ hex }) => hex), ...target.samples().map(toHex)]);
  return [...items].map((hex) => new Uint8Array(Buffer.from(hex, 'hex')));
};

/** Adds today's samples to the file of a target; nothing that was kept is taken away, for peers still write it. */
export const keepSamples = async (target: Target): Promise<void> => {
  const kept = [...keptOf(target)];
  for (const sample of target.samples()) {
    const hex = toHex(sample);
    if (!kept.some((one) => one.hex === hex)) kept.push({ hex, taken: (await target.read(sample)).ok });
  }
  writeFileSync(fileOf(target), `${JSON.stringify(kept, null, 2)}\n`);
};
