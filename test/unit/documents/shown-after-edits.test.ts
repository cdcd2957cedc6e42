import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectOk } from '#shared/std/index.ts';
import type { FieldEdit } from '#shared/schema/index.ts';
import { createMachine, idOf, layout } from './machines.ts';

const record = idOf('record');
const edit: fc.Arbitrary<FieldEdit> = fc.oneof(
  fc.record({ path: fc.constantFrom('title', 'ownerId'), value: fc.option(fc.string({ unit: 'binary' })) }),
  fc.record({ path: fc.constant('score'), value: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })) }),
  fc.record({ path: fc.constantFrom('description', 'reflection'), value: fc.string({ unit: 'grapheme' }) }),
  fc.record({
    path: fc
      .tuple(fc.constantFrom('first', 'second'), fc.constantFrom('title', 'target', 'archived'))
      .map(([item, field]) => `keyResults.${idOf(item)}.${field}`),
    value: fc.oneof(fc.string(), fc.boolean(), fc.integer(), fc.constant(null)),
  }),
);
const step = fc.record({
  by: fc.constantFrom('ana', 'ben'),
  edits: fc.array(edit, { minLength: 1, maxLength: 4 }),
  /** Whether the other hears of it before anything else happens. */
  heard: fc.boolean(),
});

test('a record shows after each edit what a fresh reading of it shows', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
      const machines = { ana: createMachine('ana'), ben: createMachine('ben') };
      const unheard: Record<string, ReturnType<typeof machines.ana.edit>[number][]> = { ana: [], ben: [] };
      for (const { by, edits, heard } of steps) {
        const [mine, other] = by === 'ana' ? [machines.ana, machines.ben] : [machines.ben, machines.ana];
        unheard[by]?.push(...mine.edit(edits));
        const shown = expectOk(mine.documents.valueAt(record, layout));
        mine.documents.evict(record);
        expect(shown).toEqual(expectOk(mine.documents.valueAt(record, layout)));
        if (!heard) continue;
        other.receive(unheard[by]?.splice(0) ?? []);
        other.settle();
      }
      machines.ana.documents.close();
      machines.ben.documents.close();
    }),
    { numRuns: 60 },
  );
}, 60_000);
