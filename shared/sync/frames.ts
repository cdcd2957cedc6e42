import type { ObjectNote, SignedHeader } from './replica.ts';

/** One row of a vector, state or receipt. Seq 0 with a zero hash says: nothing of this log is held. */
export interface Row {
  readonly id: Uint8Array;
  readonly seq: number;
  readonly hash: Uint8Array;
}

export interface RefusedRow {
  readonly id: Uint8Array;
  readonly seq: number;
  readonly code: number;
}

export interface BucketDigest {
  readonly prefix: number;
  /** 16 bytes. */
  readonly digest: Uint8Array;
}

/** Who speaks, as HELLO numbers it. */
export const roles = { device: 0, relay: 1 } as const;
export type Role = keyof typeof roles;

/** The frames of SPEC "Channel and frames". */
export type Frame =
  | {
      readonly type: 'hello';
      readonly version: number;
      readonly team: Uint8Array;
      readonly role: number;
      readonly window: number;
    }
  | { readonly type: 'digest'; readonly digest: Uint8Array }
  | { readonly type: 'buckets'; readonly buckets: readonly BucketDigest[] }
  | { readonly type: 'vector'; readonly rows: readonly Row[]; readonly last: boolean }
  | { readonly type: 'state'; readonly rows: readonly Row[] }
  | { readonly type: 'entries'; readonly batch: number; readonly entries: readonly Uint8Array[] }
  | {
      readonly type: 'receipt';
      readonly batch: number;
      readonly heads: readonly Row[];
      readonly refused: readonly RefusedRow[];
    }
  | { readonly type: 'fork'; readonly sides: readonly SignedHeader[] }
  | { readonly type: 'notes'; readonly notes: readonly ObjectNote[] }
  | { readonly type: 'get'; readonly request: number; readonly id: Uint8Array }
  | ObjectFrame<'object'>
  | ObjectFrame<'put'>
  | { readonly type: 'bye'; readonly code: number; readonly sentence: string }
  | { readonly type: 'put-done'; readonly request: number; readonly code: number };

interface ObjectFrame<T extends string> {
  readonly type: T;
  readonly request: number;
  readonly id: Uint8Array;
  readonly version: number;
  readonly bytes: Uint8Array | null;
}

export interface FrameFault {
  readonly sentence: string;
}
