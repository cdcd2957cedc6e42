import { encodeChange } from '@automerge/automerge';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readChange } from '#engine/documents/chunk.ts';
import { containerKeys } from '#engine/documents/containers.ts';
import { makeGenesis } from '#engine/documents/index.ts';
import { kinds } from '#shared/schema/index.ts';

const layouts = fc.constantFrom(...Object.values(kinds));
const actors = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('hex'));

test('the genesis change of a record is the one that Automerge makes', () => {
  fc.assert(
    fc.property(layouts, actors, (layout, actor) => {
      const ops = containerKeys(layout).map(({ key, type }) => ({
        ...{ obj: '_root', key, pred: [] },
        action: type === 'map' ? 'makeMap' : 'makeText',
      }));
      const whole = { actor, author: null, seq: 1, startOp: 1, time: 0, message: null, deps: [], ops };
      const genesis = makeGenesis(layout, actor);
      expect(genesis.bytes).toEqual(new Uint8Array(encodeChange(whole)));
      expect(readChange(genesis.bytes)).toEqual({ ok: true, value: genesis.header });
      expect(genesis.hash).toBe(genesis.header.hash);
    }),
  );
});
