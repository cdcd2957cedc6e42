import type { ProtocolError } from '../../protocol/index.ts';
import { expectOk, ok } from '../../std/index.ts';
import { ownKey } from '../../schema/index.ts';
import type { FieldEdit, RecordKind, Scalar } from '../../schema/index.ts';
import type { CommandContext, Creation, Decision, Place, Revision, Write } from './types.ts';

/** A failed command: what is wrong, and which field of the request is to blame. */
export const fault = (code: ProtocolError['code'], sentence: string, field?: string) =>
  ({ ok: false, error: field === undefined ? { code, sentence } : { code, sentence, field } }) as const satisfies {
    readonly ok: false;
    readonly error: ProtocolError;
  };

/** A decided command. */
export const decided = (writes: readonly Write[], rest: Partial<Pick<Decision, 'itemIds' | 'subject'>> = {}) =>
  ok<Decision>({ itemIds: [], ...rest, writes: writes.filter((write) => write.edits.length > 0), existingId: null });

/** Begins a record that its creator owns the key of. Ids in the context come from the engine, so that a malformed one is a defect. */
export const begin = (ctx: CommandContext, kind: RecordKind, place: Place, edits: readonly FieldEdit[]): Creation => ({
  act: 'create',
  kind,
  key: expectOk(ownKey(ctx.newId(), ctx.me.personId)),
  place,
  edits,
});

export const revise = (
  kind: RecordKind,
  recordId: string,
  base: readonly string[] | null,
  edits: readonly FieldEdit[],
): Revision => ({ act: 'revise', kind, recordId, base, edits });

/** Edits from named values; what is undefined was not said. */
export const edits = (values: Readonly<Record<string, Scalar | undefined>>, prefix = ''): FieldEdit[] =>
  Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [{ path: prefix + name, value }]));

/** As `edits`, without what already has that value: forms send everything, and an edit that changes nothing would
 * only collide with somebody else's. */
export const changes = (
  before: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, Scalar | undefined>>,
  prefix = '',
): FieldEdit[] =>
  edits(Object.fromEntries(Object.entries(values).filter(([name, value]) => before[name] !== value)), prefix);
