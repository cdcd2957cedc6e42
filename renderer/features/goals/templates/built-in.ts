import type { KeyResultType } from '#shared/protocol/index.ts';

interface BuiltInKeyResult {
  /** Name of its text in the catalogue. */
  readonly name: 'first' | 'second' | 'third';
  readonly type: KeyResultType;
  readonly unit?: string;
  readonly start: number;
  readonly target: number;
  readonly direction?: 'at-least' | 'at-most';
}

/** Templates that every team has, with numbers that say which way; the words are in the catalogue. */
export const builtIns = [
  {
    name: 'launch',
    keyResults: [
      { name: 'first', type: 'milestone', start: 0, target: 4 },
      { name: 'second', type: 'number', start: 0, target: 10 },
      { name: 'third', type: 'boolean', start: 0, target: 1 },
    ],
  },
  {
    name: 'quality',
    keyResults: [
      { name: 'first', type: 'threshold', unit: '%', start: 99.9, target: 99.9 },
      { name: 'second', type: 'number', unit: 'ms', start: 800, target: 300 },
      { name: 'third', type: 'number', start: 20, target: 5 },
    ],
  },
  {
    name: 'customers',
    keyResults: [
      { name: 'first', type: 'number', start: 0, target: 10 },
      { name: 'second', type: 'percent', start: 40, target: 60 },
      { name: 'third', type: 'percent', start: 8, target: 4 },
    ],
  },
  {
    name: 'costs',
    keyResults: [
      { name: 'first', type: 'currency', unit: 'EUR', start: 10_000, target: 8000 },
      { name: 'second', type: 'number', start: 6, target: 3 },
      { name: 'third', type: 'threshold', unit: '%', start: 95, target: 95 },
    ],
  },
] as const satisfies readonly { readonly name: string; readonly keyResults: readonly BuiltInKeyResult[] }[];

export type BuiltIn = (typeof builtIns)[number];
export type { BuiltInKeyResult };
