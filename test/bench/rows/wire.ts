import { systemRandom } from '#engine/crypto/index.ts';
import { createDocuments } from '#engine/documents/index.ts';
import { buildEntry, epochOf } from '#engine/entry/index.ts';
import { signKeyPair } from '#engine/crypto/index.ts';
import { kinds } from '#shared/schema/index.ts';
import { concatBytes, expectOk } from '#shared/std/index.ts';
import { emptyLogEnd, encodeWireEntry } from '#shared/sync/index.ts';

/** One entry that carries `count` changes of one objective, as bytes on the wire, and its raw changes. */
export const wireBytes = (
  _folder: string,
  count: number,
): Promise<{ readonly entry: number; readonly raw: Uint8Array }> => {
  const documents = createDocuments({ capacity: 4, load: () => null, genesisActor: () => '00'.repeat(16) });
  const changes: Uint8Array[] = [];
  const expected: Uint8Array[] = [];
  for (let nth = 0; nth < count; nth++) {
    const item = `updates.${`item${nth}`.padEnd(22, 'A')}`;
    const edits = [
      { path: `${item}.value`, value: 10 + nth },
      { path: `${item}.confidence`, value: 'on-track' },
      { path: `${item}.note`, value: `Week ${nth}: what changed and why it did` },
      { path: `${item}.at`, value: 1_790_000_000_000 + nth * 604_800_000 },
    ];
    const base = nth === 0 ? [] : documents.heads('bench', kinds.objective);
    const edited = expectOk(documents.edit('bench', kinds.objective, { actor: '11'.repeat(16), base, edits }));
    changes.push(...edited.changes);
    expected.push(...edited.metas.map((meta) => Uint8Array.from(Buffer.from(meta.hash, 'hex'))));
    expectOk(documents.settle('bench', kinds.objective));
  }
  const built = expectOk(
    buildEntry({
      logKeys: signKeyPair(systemRandom.bytes(32)),
      after: { ...emptyLogEnd, seq: 1, hash: systemRandom.bytes(32) },
      epoch: epochOf(systemRandom.bytes(32), systemRandom.bytes(32)),
      random: systemRandom,
      body: {
        kind: 'objective',
        schema: 1,
        writerId: systemRandom.bytes(16),
        time: 1_790_000_000_000,
        membersHeads: [systemRandom.bytes(32)],
        refs: [],
        seen: [],
        recordKey: systemRandom.bytes(48),
        expected,
        changes,
        certificate: null,
      },
    }),
  );
  documents.close();
  return Promise.resolve({ entry: encodeWireEntry(built).length, raw: concatBytes(...changes) });
};
