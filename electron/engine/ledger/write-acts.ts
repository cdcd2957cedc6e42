import { ok, type Result } from '#shared/std/index.ts';
import type { ProtocolError } from '#shared/protocol/index.ts';
import { hash } from '../crypto/index.ts';
import type { Epoch } from '../entry/index.ts';
import { encodeAct } from '../members/index.ts';
import type { WrittenAct } from '../members/index.ts';
import type { Append } from './append.ts';

export interface WriteActsDeps {
  readonly append: Append;
  readonly membersSpace: Uint8Array;
  /** Judges stored entries and notes what that changed. */
  readonly process: (ids: readonly number[]) => void;
  /** Own acts have moved the head of this device's log. */
  readonly onWritten: () => void;
}

/** Writes acts of this device into the `members` space. Runs inside the caller's transaction. */
export const createWriteActs = ({ append, membersSpace, process, onWritten }: WriteActsDeps) => {
  /** Acts that do not wait for each other, judged together. Returns their entry hashes. `under`: see `Epochs.announcing`. */
  const writeActs = (written: readonly WrittenAct[], under?: Epoch): Result<readonly Uint8Array[], ProtocolError> => {
    const ids: number[] = [];
    const hashes: Uint8Array[] = [];
    for (const act of written) {
      const bytes = encodeAct(act);
      const content = {
        kind: 'act',
        schema: 1,
        recordKey: new Uint8Array(0),
        expected: [hash('act', bytes)],
        changes: [bytes],
      };
      const appended = append(membersSpace, content, under);
      if (!appended.ok) return appended;
      ids.push(appended.value.row.id);
      hashes.push(appended.value.row.hash);
    }
    process(ids);
    onWritten();
    return ok(hashes);
  };

  /** One act on membership, keys or redaction. Returns its entry hash. */
  const writeAct = (act: WrittenAct, under?: Epoch): Result<Uint8Array, ProtocolError> => {
    const done = writeActs([act], under);
    if (!done.ok) return done;
    const [only] = done.value;
    if (only === undefined) throw new Error('An act that was written has no hash.');
    return ok(only);
  };

  return { writeActs, writeAct };
};
