import { decodeChange } from '@automerge/automerge';
import { err, ok } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import type { Scalar } from '#shared/schema/index.ts';
import type { ChangeHeader } from './chunk.ts';
import type { Containers } from './containers.ts';
import { fault } from './faults.ts';
import { maxScalarLength } from './limits.ts';
import { plainOps } from './plain-ops.ts';
import { contains, extend } from './ranges.ts';
import type { Ranges } from './ranges.ts';
import type { DocumentFault } from './types.ts';

/** Id of an op taken apart. */
export interface OpId {
  readonly counter: number;
  readonly actor: string;
}

export interface SetOp {
  readonly path: string;
  readonly objectId: string;
  readonly key: string;
  readonly value: Scalar;
  /** Id of this op. */
  readonly id: string;
  /** Ids of the values that it replaces. */
  readonly replaces: readonly string[];
}

/** What a change does to one prose field. */
export interface TextOps {
  readonly path: string;
  readonly objectId: string;
  /** Counters of the characters it inserts. */
  readonly inserts: Ranges;
  /** Characters of earlier changes that it inserts behind or deletes. */
  readonly refersTo: readonly OpId[];
  /** All that it inserts where it does so in one go from the beginning, and does nothing else. */
  readonly fromStart?: string;
}

/** The ops of a change in the terms of records. */
export interface ChangeOps {
  readonly sets: readonly SetOp[];
  readonly texts: readonly TextOps[];
  readonly paths: readonly string[];
}

interface Decoded {
  readonly action: string;
  readonly obj: string;
  readonly key?: string;
  readonly elemId?: string;
  readonly insert?: boolean;
  readonly value?: unknown;
  readonly datatype?: string;
  readonly pred: readonly string[];
}

const opIdPattern = /^([1-9]\d{0,7})@([0-9a-f]{2,128})$/;

const parseOpId = (text: string): OpId | undefined => {
  const [, counter, actor] = opIdPattern.exec(text) ?? [];
  return counter === undefined || actor === undefined ? undefined : { counter: Number(counter), actor };
};

/** The scalar that a set op writes; undefined for anything that a field cannot hold. */
const scalarOf = (op: Decoded): Scalar | undefined => {
  const { value, datatype } = op;
  if (datatype === 'float64') return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  if (datatype !== undefined) return undefined;
  if (typeof value === 'string') return value.length <= maxScalarLength ? value : undefined;
  return typeof value === 'boolean' || value === null ? value : undefined;
};

const isOneCharacter = (value: unknown): boolean =>
  typeof value === 'string' &&
  value.length > 0 &&
  value.length === String.fromCodePoint(value.codePointAt(0) ?? 0).length;

/** The ops as Automerge's own decoder has them; undefined for what it does not take for the change that the header says. */
const decode = (bytes: Uint8Array, header: ChangeHeader): readonly Decoded[] | undefined => {
  try {
    const { hash, actor, seq, startOp, ops } = decodeChange(bytes);
    const same = hash === header.hash && actor === header.actor && seq === header.seq && startOp === header.startOp;
    return same && ops.length === header.maxOp - header.startOp + 1 ? ops : undefined;
  } catch {
    // Automerge reports bytes that it cannot decode by throwing; to us they are one more refused change.
    return undefined;
  }
};

/** A prose field while the ops of a change are read. */
type OpenText = Omit<TextOps, 'fromStart'> & {
  readonly inserts: [number, number][];
  readonly refersTo: OpId[];
  fromStart?: string;
  /** Id of the op before. */
  last?: string;
};

/**
 * Decodes a change whose envelope has passed `readChange` and gives every op its path. Refuses what is not a set of
 * a known field to a scalar or an edit of prose by single characters: making, replacing or deleting containers,
 * deleting fields, counters, marks, moves.
 */
export const readOps = (
  bytes: Uint8Array,
  header: ChangeHeader,
  containers: Containers,
): Result<ChangeOps, DocumentFault> => {
  const decoded = plainOps(bytes, header) ?? decode(bytes, header);
  if (decoded === undefined) return err(fault('malformed', 'A change is not one: its operations cannot be read.'));
  const notAllowed = err(fault('not-allowed-operation', 'A change does more than set fields and edit text.'));
  const unknown = err(fault('unknown-target', 'A change writes to something that its record does not have.'));
  const sets: SetOp[] = [];
  const texts = new Map<string, OpenText>();
  let counter = header.startOp - 1;

  for (const op of decoded) {
    counter++;
    const container = containers.at(op.obj);
    if (container === undefined) return op.action.startsWith('make') ? notAllowed : unknown;
    if (container.form !== 'text') {
      if (op.action !== 'set' || op.insert === true || op.elemId !== undefined) return notAllowed;
      const value = scalarOf(op);
      if (value === undefined)
        return err(fault('wrong-type', 'A change sets a field to something that no field holds.'));
      const path = containers.pathOf(container, op.key ?? '');
      if (path === undefined) return unknown;
      const id = `${counter}@${header.actor}`;
      sets.push({ path, objectId: op.obj, key: op.key ?? '', value, id, replaces: op.pred });
      continue;
    }
    const inserts = op.action === 'set' && op.insert === true;
    if (op.key !== undefined || op.elemId === undefined || op.datatype !== undefined) return notAllowed;
    if (inserts ? !isOneCharacter(op.value) || op.pred.length > 0 : op.action !== 'del') return notAllowed;
    if (!inserts && (op.pred.length !== 1 || op.pred[0] !== op.elemId)) return unknown;
    let text = texts.get(op.obj);
    if (text === undefined) {
      text = { path: container.path, objectId: op.obj, inserts: [], refersTo: [] };
      if (inserts && op.elemId === '_head') text.fromStart = '';
      texts.set(op.obj, text);
    } else if (!inserts || op.elemId !== text.last) delete text.fromStart;
    if (text.fromStart !== undefined) text.fromStart += String(op.value);
    text.last = `${counter}@${header.actor}`;
    const atHead = inserts && op.elemId === '_head';
    if (!atHead) {
      const element = parseOpId(op.elemId);
      if (element === undefined) return unknown;
      const own = element.actor === header.actor && element.counter >= header.startOp;
      if (own ? !contains(text.inserts, element.counter) : false) return unknown;
      if (!own) text.refersTo.push(element);
    }
    if (inserts) extend(text.inserts, counter);
  }
  const paths = new Set([...sets.map((set) => set.path), ...[...texts.values()].map((text) => text.path)]);
  return ok({ sets, texts: [...texts.values()], paths: [...paths] });
};
