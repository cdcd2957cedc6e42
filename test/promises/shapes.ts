import { z } from 'zod';
import { commands, queries } from '#shared/protocol/index.ts';

interface Shape {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly additionalProperties?: Shape | boolean;
}

/** An object of the protocol: where it is, and its fields with what they hold. */
export interface Seen {
  readonly where: string;
  readonly fields: ReadonlyMap<string, 'number' | 'other'>;
}

const isNumber = (shape: Shape): boolean =>
  shape.type === 'number' ||
  shape.type === 'integer' ||
  [...(shape.anyOf ?? []), ...(shape.oneOf ?? [])].some(isNumber);

const objectsIn = (shape: Shape, where: string): readonly Seen[] => {
  const { properties, items, additionalProperties } = shape;
  const own: Seen[] =
    properties === undefined
      ? []
      : [
          {
            where,
            fields: new Map(
              Object.entries(properties).map(([name, one]) => [name, isNumber(one) ? 'number' : 'other'] as const),
            ),
          },
        ];
  return [
    ...own,
    ...Object.entries(properties ?? {}).flatMap(([name, one]) => objectsIn(one, `${where}.${name}`)),
    ...(items === undefined ? [] : objectsIn(items, `${where}[]`)),
    ...(typeof additionalProperties === 'object' ? objectsIn(additionalProperties, `${where}.*`) : []),
    ...[...(shape.anyOf ?? []), ...(shape.oneOf ?? [])].flatMap((one) => objectsIn(one, where)),
  ];
};

const shapeOf = (schema: unknown, io: 'input' | 'output'): Shape =>
  z.toJSONSchema(schema as z.ZodType, { io, unrepresentable: 'any' }) as Shape;

/** Every object that windows may be told or may say, by itself also for queries and commands that are still to come. */
export const protocolObjects = (): readonly Seen[] => [
  ...Object.entries(queries).flatMap(([name, { result }]) => objectsIn(shapeOf(result, 'output'), name)),
  ...Object.entries(commands).flatMap(([name, { params, result }]) => [
    ...objectsIn(shapeOf(params, 'input'), name),
    ...objectsIn(shapeOf(result, 'output'), name),
  ]),
];
