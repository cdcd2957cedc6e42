import type { EngineApi, ProtocolError } from '#shared/protocol/index.ts';
import type { Result } from '#shared/std/index.ts';

/** A file to import, as the command line names it. */
export interface Source {
  readonly fileName: string;
  readonly text: string;
  /** Which table of the file, counted from 0. */
  readonly table: number;
  /** Roles of the columns as they were written; undefined = guess. */
  readonly mapping: readonly string[] | undefined;
  readonly cycleId: string | undefined;
  readonly dryRun: boolean;
}

/** What an import came to, or would come to; `created` counts invitations where people are imported. */
export interface Imported {
  readonly created: number;
  readonly changed: number;
  readonly same: number;
  readonly skipped: number;
  readonly applied: boolean;
  readonly errors: readonly { readonly line: number; readonly title: string; readonly sentence: string }[];
  /** Of people: who was invited before, and the links, which are told once. */
  readonly people?: {
    readonly invited: number;
    readonly links: readonly { readonly name: string; readonly contact: string; readonly link: string }[];
  };
}

export type Importer = (engine: EngineApi, source: Source) => Promise<Result<Imported, ProtocolError>>;

/** The rows of a preview that cannot be imported. */
export const errorsOf = (
  rows: readonly { readonly line: number; readonly title: string; readonly error: string | null }[],
): Imported['errors'] =>
  rows.flatMap(({ line, title, error }) => (error === null ? [] : [{ line, title, sentence: error }]));
