import type { Result } from '../std/index.ts';

/** What a field of a record can hold; prose is a string too. */
export type Scalar = string | number | boolean | null;

/** One intended change of one path. For a prose path the value is the whole new text. */
export interface FieldEdit {
  readonly path: string;
  readonly value: Scalar;
}

/** Items of one collection, by item id. */
export type ItemsValue = Readonly<Record<string, Readonly<Record<string, Scalar>>>>;

/**
 * A record's document as plain data: scalar fields and prose as they are, collections as
 * `{ [itemId]: { [field]: value } }`. Fields never written are absent; `KindDef.parse` gives their defaults.
 */
export type RecordValue = Readonly<Record<string, Scalar | ItemsValue>>;

/** Kind of audience. A pair derives its id from its two readers, a group has a random one. */
export type SpaceKind = 'team' | 'self' | 'pair' | 'group';

/** What is wrong with a value, as a sentence, and with which path. */
export interface SchemaFault {
  readonly path: string;
  readonly sentence: string;
}

/** A path taken apart. */
export type FieldPath =
  | { readonly form: 'scalar'; readonly field: string }
  | { readonly form: 'text'; readonly field: string }
  | { readonly form: 'item'; readonly collection: string; readonly itemId: string; readonly field: string };

/** Everything that is known about one kind of record, at its present schema version. */
export interface KindDef<Value = unknown> {
  readonly kind: string;
  readonly version: number;
  /** Spaces in which records of this kind may live. */
  readonly spaces: readonly SpaceKind[];
  /** Form of the record key: a natural key is stated by the rules, an own key holds a random salt and its creator. */
  readonly key: 'own' | RegExp;
  /** Names of the scalar fields, in the order in which people read them. */
  readonly scalars: readonly string[];
  /** Names of the prose fields. */
  readonly texts: readonly string[];
  /** Collections with the names of their items' fields. */
  readonly items: Readonly<Record<string, readonly string[]>>;
  /** Fields that a new record has to state. */
  readonly required: readonly string[];
  /** How many items a collection holds at most. */
  readonly limits: Readonly<Record<string, number>>;
  /** Takes a path apart; undefined when this kind has no such path. */
  readonly path: (path: string) => FieldPath | undefined;
  /** The field's name as people read it, such as "Target"; the path itself for an unknown path. */
  readonly label: (path: string) => string;
  /** The default of a path's field: what it means that nobody has written it. */
  readonly fallback: (path: string) => Scalar;
  /** True for a field that only accompanies another, so that its values are no choice of anybody's. */
  readonly accompanies: (path: string) => boolean;
  /** Checks one value against its field's type, range and length. */
  readonly check: (path: string, value: unknown) => Result<Scalar, SchemaFault>;
  /**
   * Checks a whole record and fills in the defaults; unknown fields are left out. What was read is remembered as long as
   * the record is held, so a record must not be changed after it was given.
   */
  readonly parse: (json: unknown) => Result<Value, SchemaFault>;
  /** One line that names the record in lists, history and search. Takes the plain value; never throws. */
  readonly title: (value: RecordValue) => string;
  /** All that full-text search should find the record by, besides its title. */
  readonly searchText: (value: RecordValue) => string;
}
