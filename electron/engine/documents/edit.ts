import { err, ok } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import type { FieldEdit, Scalar } from '#shared/schema/index.ts';
import { readChange } from './chunk.ts';
import { tipsAt } from './conflicts.ts';
import type { Place } from './containers.ts';
import { fault } from './faults.ts';
import { maxScalarLength, splitOps } from './limits.ts';
import { onlyGenesis, plain, viewpoint } from './live.ts';
import type { Handle, Live } from './live.ts';
import { advance, isBlank } from './present.ts';
import type { Present } from './present.ts';
import { spliceWords } from './prose.ts';
import type { ChangeMeta, DocumentFault } from './types.ts';

export interface EditRequest {
  /** Actor (hex) of this device, engine start and record. */
  readonly actor: string;
  /** Heads that the author saw. Empty only for a record that has no changes yet. */
  readonly base: readonly string[];
  readonly edits: readonly FieldEdit[];
}

export interface Edited {
  /** Empty when the edits change nothing. */
  readonly changes: readonly Uint8Array[];
  readonly metas: readonly ChangeMeta[];
}

interface Planned {
  readonly path: string;
  readonly place: Place;
  readonly value: Scalar;
}

const plan = (live: Live, edits: readonly FieldEdit[]): Result<readonly Planned[], DocumentFault> => {
  const planned = new Map<string, Planned>();
  for (const { path, value } of edits) {
    const place = live.containers.place(path);
    if (place === undefined) return err(fault('unknown-path', `This record has no field "${path.slice(0, 80)}".`));
    if (place.form === 'text' && typeof value !== 'string') {
      return err(fault('wrong-type', `The field "${path}" holds text.`));
    }
    if (typeof value === 'number' && !Number.isFinite(value)) {
      return err(fault('wrong-type', `The field "${path}" holds no such number.`));
    }
    if (place.form === 'key' && typeof value === 'string' && value.length > maxScalarLength) {
      return err(fault('too-large', `The field "${path}" is longer than ${maxScalarLength} characters.`));
    }
    // Half a surrogate pair cannot be stored: Automerge would keep U+FFFD and we would show something else.
    const clean = typeof value === 'string' ? value.toWellFormed() : Object.is(value, -0) ? 0 : value;
    planned.delete(path);
    planned.set(path, { path, place, value: clean });
  }
  return ok([...planned.values()]);
};

const put = (handle: Handle, objectId: string, key: string, value: Scalar): void => {
  if (value === null) handle.put(objectId, key, null, 'null');
  else if (typeof value === 'string') handle.put(objectId, key, value, 'str');
  else if (typeof value === 'number') handle.put(objectId, key, value, 'f64');
  else handle.put(objectId, key, value, 'boolean');
};

/** `blank` says that the key was never written, so that nothing has to be looked up. */
const setKey = (handle: Handle, objectId: string, key: string, value: Scalar, blank: boolean): void => {
  const held = blank ? [] : handle.getAll(objectId, key);
  if (held.length > 1) {
    // Seen: setting a conflicted key to the value that shows deletes the others instead of writing it. Something that
    // is neither in between makes the choice a write of its own, with its author.
    const shown = plain(held.at(-1)?.[1]);
    const between = [null, false, true].find((other) => other !== shown && other !== value) ?? null;
    put(handle, objectId, key, between);
  }
  put(handle, objectId, key, value);
};

/** Pieces of at most `length` UTF-16 units that split no surrogate pair. */
const pieces = (text: string, length: number): readonly string[] => {
  const cut: string[] = [];
  for (let at = 0; at < text.length;) {
    let end = Math.min(text.length, at + length);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last <= 0xdbff) end--;
    cut.push(text.slice(at, end));
    at = end;
  }
  return cut;
};

/**
 * Applies the planned edits to a handle that stands at the author's heads; `commit` closes a change. `contested` are
 * prose fields whose sides the author has seen.
 */
const write = (
  handle: Handle,
  planned: readonly Planned[],
  contested: ReadonlySet<string>,
  isUnwritten: (path: string) => boolean,
  commit: (paths: ReadonlySet<string>) => void,
): void => {
  let paths = new Set<string>();
  const close = (): void => {
    if (handle.pendingOps() > 0) commit(paths);
    paths = new Set();
  };
  const making = (path: string, room: number, make: () => void): void => {
    if (handle.pendingOps() + room > splitOps) close();
    const before = handle.pendingOps();
    make();
    if (handle.pendingOps() > before) paths.add(path);
  };
  for (const { path, place, value } of planned) {
    if (place.form === 'key') {
      making(path, 2, () => setKey(handle, place.objectId, place.key, value, isUnwritten(path)));
      continue;
    }
    const present = handle.text(place.objectId);
    const splices = spliceWords(present, String(value));
    // From the end, so that earlier positions stay true.
    for (const splice of splices.toReversed()) {
      for (const piece of pieces(present.slice(splice.at, splice.at + splice.deleted), splitOps)) {
        making(path, piece.length, () => handle.splice(place.objectId, splice.at, piece.length, ''));
      }
      let at = splice.at;
      for (const piece of pieces(splice.inserted, splitOps)) {
        const start = at;
        making(path, piece.length, () => handle.splice(place.objectId, start, 0, piece));
        at += piece.length;
      }
    }
    if (splices.length === 0 && contested.has(path)) {
      // The author keeps the merged text as it is: that decision needs an op to be known by.
      making(path, 2, () => {
        handle.splice(place.objectId, 0, 0, ' ');
        handle.splice(place.objectId, 0, 1, '');
      });
    }
  }
  close();
};

/** What shows after an edit that knew all that showed before; undefined, to be read anew, after any other. */
const presentAfter = (
  present: Present | undefined,
  metas: readonly ChangeMeta[],
  planned: readonly Planned[],
): Present | undefined => {
  const [made, ...more] = metas;
  if (made === undefined) return present;
  if (present === undefined || more.length > 0) return undefined;
  const texts = planned.filter(({ place }) => place.form === 'text');
  return advance(present, made, { sets: planned.filter(({ place }) => place.form === 'key'), texts });
};

/**
 * Writes edits at the heads their author saw, as if nothing had arrived since. Returns the changes that this made;
 * usually one, more when a long text needs more operations than a change may hold. Throws what Automerge throws,
 * and then the document must be dropped.
 */
export const editLive = (live: Live, request: EditRequest): Result<Edited, DocumentFault> => {
  const planned = plan(live, request.edits);
  if (!planned.ok) return planned;
  const base = request.base.length === 0 && onlyGenesis(live) ? live.appliedHeads : request.base;
  if (base.length === 0 || live.handle.getMissingDeps([...base]).length > 0) {
    return err(fault('unknown-base', 'This edit was made on a version of the record that is not here. Open it again.'));
  }
  if (live.handle.getActorId() !== request.actor) {
    const other = live.handle.clone(request.actor);
    live.handle.free();
    live.handle = other;
  }
  const { handle } = live;
  const before = handle.getHeads();
  const at = viewpoint(live, base);
  // Before anything is written: reading the graph would close the open change, with the wrong time.
  const contested = new Set(
    planned.value
      .filter(({ path, place }) => place.form === 'text' && tipsAt(live, path, base).length > 1)
      .map(({ path }) => path),
  );
  const pathsOf: ReadonlySet<string>[] = [];
  if (at !== undefined) handle.isolate(at);
  const { present } = live;
  const isUnwritten = (path: string): boolean => present !== undefined && isBlank(present.value, path);
  write(handle, planned.value, contested, isUnwritten, (paths) => {
    handle.commit(null, 0);
    pathsOf.push(paths);
  });
  if (at !== undefined) handle.integrate();

  const changes = handle.getChanges(before);
  if (changes.length !== pathsOf.length) throw new Error('An edit made other changes than it committed.');
  live.appliedHeads = handle.getHeads().sort();
  const metas = changes.map((bytes, index): ChangeMeta => {
    const read = readChange(bytes);
    if (!read.ok) throw new Error(`An edit made a change that its own gate refuses: ${read.error.sentence}`);
    const { hash, actor, startOp, maxOp, deps } = read.value;
    live.note(read.value);
    return { hash, actor, startOp, maxOp, deps, paths: [...(pathsOf[index] ?? [])] };
  });
  live.present = presentAfter(live.present, metas, planned.value);
  return ok({ changes, metas });
};
