import { createHash } from 'node:crypto';
import { createDocuments } from '#engine/documents/index.ts';
import type { Documents, Edited, Settled } from '#engine/documents/index.ts';
import { expectOk } from '#shared/std/index.ts';
import type { FieldEdit } from '#shared/schema/index.ts';
import { kinds } from '#shared/schema/index.ts';

export const layout = kinds.objective;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** An id of the right form, the same for the same word. */
export const idOf = (word: string): string => digest(word).toString('base64url').slice(0, 22);
export const actorOf = (word: string): string => digest(word).toString('hex').slice(0, 32);
export const genesisActor = (recordId: string): string => actorOf(`genesis ${recordId}`);

export interface Written {
  readonly hash: string;
  readonly bytes: Uint8Array;
  readonly actor: string;
  readonly deps: readonly string[];
}

/** One person's machine: documents over a store that keeps what was settled. */
export interface Machine {
  readonly documents: Documents;
  readonly stored: Map<string, Uint8Array>;
  readonly edit: (edits: readonly FieldEdit[], base?: readonly string[]) => readonly Written[];
  readonly receive: (changes: readonly Written[]) => void;
  readonly settle: () => Settled;
}

export const written = (edited: Edited, actor: string): readonly Written[] =>
  edited.changes.map((bytes, index) => {
    const meta = edited.metas[index];
    if (meta === undefined) throw new Error('A change without its meta.');
    return { hash: meta.hash, bytes, actor, deps: meta.deps };
  });

export const createMachine = (name: string, recordId = idOf('record'), capacity = 100): Machine => {
  const stored = new Map<string, Uint8Array>();
  const documents = createDocuments({ capacity, load: (id) => stored.get(id) ?? null, genesisActor });
  const actor = actorOf(name);
  const settle = (): Settled => {
    const settled = expectOk(documents.settle(recordId, layout));
    stored.set(recordId, settled.saved);
    return settled;
  };
  return {
    documents,
    stored,
    settle,
    edit: (edits, base = documents.heads(recordId, layout)) => {
      const edited = expectOk(documents.edit(recordId, layout, { actor, base, edits }));
      settle();
      return written(edited, actor);
    },
    receive: (changes) => {
      for (const change of changes) {
        const checked = documents.check(recordId, layout, {
          actor: change.actor,
          expected: [change.hash],
          changes: [change.bytes],
        });
        if (checked.status !== 'ready') throw new Error(JSON.stringify(checked));
        expectOk(documents.apply(recordId, layout, [change.bytes]));
      }
    },
  };
};
