import type { KindDef, RecordValue, Scalar } from '#shared/schema/index.ts';

/** What a document needs to know of a record's kind: which paths there are. `KindDef` has it. */
export type Layout = Pick<KindDef, 'kind' | 'version' | 'texts' | 'items' | 'path'>;

/** Why changes or an edit were refused: a stable code for programs, a sentence for people. */
export interface DocumentFault {
  readonly code: FaultCode;
  readonly sentence: string;
}

export type FaultCode =
  | 'too-large'
  | 'malformed'
  | 'wrong-hash'
  | 'wrong-actor'
  | 'wrong-sequence'
  | 'wrong-position'
  | 'repeated'
  | 'unknown-target'
  | 'not-allowed-operation'
  | 'unknown-base'
  | 'unknown-path'
  | 'wrong-type'
  | 'corrupt';

/** One change as the store remembers it. Hashes and actors are hex. */
export interface ChangeMeta {
  readonly hash: string;
  readonly actor: string;
  readonly startOp: number;
  readonly maxOp: number;
  readonly deps: readonly string[];
  /** Paths that the change writes, item fields included, each once. */
  readonly paths: readonly string[];
}

/** What a change does to one path, as policies see it. */
export interface OpView {
  readonly path: string;
  readonly action: 'set' | 'text';
  /** The value set; absent for prose. */
  readonly value?: Scalar;
  /** True when the path had been written in the change's causal past. */
  readonly known: boolean;
}

/**
 * One change that passed the gate. `before` is the record at the change's dependencies, null where there
 * was none; call it before the document changes again.
 */
export interface CheckedChange {
  readonly meta: ChangeMeta;
  readonly ops: readonly OpView[];
  readonly before: () => RecordValue | null;
}

/** What the gate says about a batch of changes. Nothing has been applied yet. */
export type CheckResult =
  | {
      readonly status: 'ready';
      readonly metas: readonly ChangeMeta[];
      /** Ops of all changes; a path written by several changes appears once for each. */
      readonly ops: readonly OpView[];
      /** The record as the author of the first change saw it; null when that change begins the record. */
      readonly before: () => RecordValue | null;
      readonly changes: readonly CheckedChange[];
    }
  | { readonly status: 'waiting'; readonly missing: readonly string[] }
  | { readonly status: 'fault'; readonly fault: DocumentFault };

/** One side of a field that was written twice without either author knowing of the other. */
export interface RawVariant {
  readonly value: Scalar;
  /** Hash of the change that wrote this side: the store knows its entry, person and time. */
  readonly change: string;
  readonly actor: string;
  /** Counter of the op (value) or the change's last op (prose). */
  readonly counter: number;
  /** Heads that show this side alone. */
  readonly heads: readonly string[];
}

export interface RawConflict {
  readonly path: string;
  readonly kind: 'value' | 'prose';
  /** Two or more, all different; for values the one that shows comes first. */
  readonly variants: readonly RawVariant[];
}

/** A record's document after everything applied so far. */
export interface Settled {
  readonly saved: Uint8Array;
  readonly heads: readonly string[];
  readonly value: RecordValue;
  readonly conflicts: readonly RawConflict[];
}

/** How one change altered one path. Null = not set before; prose is the whole text on both sides. */
export interface PathChange {
  readonly path: string;
  readonly from: Scalar;
  readonly to: Scalar;
}
