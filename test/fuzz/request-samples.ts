import { z } from 'zod';
import { commands, queries } from '#shared/protocol/index.ts';

interface Shape {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly minimum?: number;
}

const words = ['c'.repeat(43), 'a'.repeat(64), '2026-05-12', '2026-W20', '09:00-17:00', 'wss://relay.example', 'Ana'];

const textFor = (shape: Shape): string => {
  const pattern = shape.pattern === undefined ? undefined : new RegExp(shape.pattern, 'u');
  return words.find((word) => pattern?.test(word) ?? word === 'Ana') ?? 'x'.repeat(shape.minLength ?? 1);
};

/** A value of the shape that a validator describes itself as. */
const sampleOf = (shape: Shape): unknown => {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum !== undefined) return shape.enum[0];
  const [alternative] = [...(shape.anyOf ?? []), ...(shape.oneOf ?? [])];
  if (alternative !== undefined) return sampleOf(alternative);
  switch (shape.type) {
    case 'object':
      return Object.fromEntries(Object.entries(shape.properties ?? {}).map(([name, one]) => [name, sampleOf(one)]));
    case 'array':
      return Array.from({ length: Math.max(1, shape.minItems ?? 0) }, () => sampleOf(shape.items ?? {}));
    case 'string':
      return textFor(shape);
    case 'number':
    case 'integer':
      return Math.max(1, shape.minimum ?? 1);
    case 'boolean':
      return true;
    default:
      return null;
  }
};

/** One request of every command and query, made from what its validator says, so that new ones are tried by themselves. */
export const requestSamples = (): readonly { readonly name: string; readonly params: unknown }[] =>
  Object.entries({ ...commands, ...queries }).map(([name, { params }]) => ({
    name,
    params: sampleOf(z.toJSONSchema(params as z.ZodType, { io: 'input', unrepresentable: 'any' }) as Shape),
  }));
