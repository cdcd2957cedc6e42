/** A file, or what was pasted. */
export interface Source {
  readonly fileName: string;
  readonly text: string;
}
