import type { ImportRole, ImportRow } from '#shared/protocol/index.ts';

/** A file, or a part of it, that cannot be imported: what is wrong and where. */
export interface ImportFault {
  readonly sentence: string;
  /** Line of the file, counted from 1. */
  readonly line?: number;
}

/** A stretch of time named by a file, as calendar days, both included. */
export interface Period {
  readonly title: string;
  readonly start: string;
  readonly end: string;
}

export interface TableRow {
  /** Line of the file, counted from 1. */
  readonly line: number;
  /** One for each column, as written in the file. */
  readonly cells: readonly string[];
  /** Set when the row does not fit its table. */
  readonly error: string | null;
}

/** One table of a file. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  readonly period: Period | null;
  /** Whether cells are Markdown, or text as it stands. */
  readonly markup: boolean;
  /** Goals of a file that needs no columns explained, such as our own export. */
  readonly goals?: readonly Goal[];
}

export type Mapping = readonly ImportRole[];

/** One report about a key result, as a file states it. */
export interface Reported {
  readonly value: number;
  readonly confidence: 'on-track' | 'at-risk' | 'off-track' | null;
  readonly projection: number | null;
  readonly note: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export type KeyResultKind = 'number' | 'percent' | 'currency' | 'boolean' | 'milestone' | 'threshold';

/** What a row of a table means. Fields that the file does not state are undefined. */
export interface Goal {
  readonly line: number;
  readonly kind: ImportRow['kind'];
  readonly title: string;
  readonly owners: readonly string[];
  readonly actual: number | null;
  readonly projection: number | null;
  readonly score: number | null;
  readonly priority: string;
  readonly link: string;
  readonly error: string | null;
  readonly start?: number | undefined;
  readonly target?: number | undefined;
  readonly unit?: string | undefined;
  readonly type?: KeyResultKind | undefined;
  readonly direction?: 'at-least' | 'at-most' | undefined;
  readonly weight?: number | undefined;
  readonly confidence?: Reported['confidence'] | undefined;
  readonly archived?: boolean | undefined;
  readonly description?: string | undefined;
  readonly reflection?: string | undefined;
  readonly state?: 'draft' | 'active' | 'closed' | undefined;
  readonly rollUp?: 'key-results' | 'children' | 'both' | 'manual' | undefined;
  readonly updates?: readonly Reported[] | undefined;
  /** Persons by id, where the file knows ids; they count only if they are in the team. */
  readonly ownerId?: string | undefined;
  readonly contributorIds?: readonly string[] | undefined;
}
