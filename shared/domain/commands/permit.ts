import type { ProtocolError } from '../../protocol/index.ts';
import { kindOf, kinds } from '../../schema/index.ts';
import type { FieldEdit, KindDef, RecordValue } from '../../schema/index.ts';
import { ok } from '../../std/index.ts';
import type { Result } from '../../std/index.ts';
import { checkPolicy } from '../policy/index.ts';
import type { OpView, PolicyInput } from '../policy/index.ts';
import { fault } from './outcomes.ts';
import type { CommandContext, Place, Write } from './types.ts';

const isKnown = (def: KindDef, value: RecordValue | null, path: string): boolean => {
  const at = def.path(path);
  if (value === null || at === undefined) return false;
  const held = at.form === 'item' ? value[at.collection] : value[at.field];
  if (at.form !== 'item') return held !== undefined && held !== '';
  return typeof held === 'object' && held !== null && held[at.itemId]?.[at.field] !== undefined;
};

/** Edits as the document gate will see them. */
export const opsOf = (def: KindDef, edits: readonly FieldEdit[], before: RecordValue | null): readonly OpView[] =>
  edits.map(({ path, value }) => ({
    path,
    action: def.path(path)?.form === 'text' ? 'text' : 'set',
    value,
    known: isKnown(def, before, path),
  }));

const spaceOf = (place: Place, ctx: CommandContext): PolicyInput['space'] | undefined => {
  switch (place.space) {
    case 'team':
      return { kind: 'team', readers: [] };
    case 'self':
      return { kind: 'self', readers: [ctx.me.personId] };
    case 'named':
      return { kind: place.readers.length === 2 ? 'pair' : 'group', readers: place.readers };
    case 'of':
      return ctx.record(place.recordId)?.space;
  }
};

type Judged = Pick<PolicyInput, 'key' | 'space' | 'before'>;

const judged = (write: Write, ctx: CommandContext): Judged | undefined => {
  if (write.act === 'revise') {
    const record = ctx.record(write.recordId, write.base ?? undefined);
    return record && { key: record.key, space: record.space, before: record.value };
  }
  const space = spaceOf(write.place, ctx);
  return space && { key: write.key, space, before: null };
};

/** Checks a write's values, and judges it by the policy that every other replica will apply to its entry. */
export const permit = (write: Write, ctx: CommandContext): Result<void, ProtocolError> => {
  const def = kindOf(write.kind) ?? kinds[write.kind];
  for (const { path, value } of write.edits) {
    const checked = def.check(path, value);
    if (!checked.ok) return fault('invalid', checked.error.sentence, path);
  }
  const about = judged(write, ctx);
  if (about === undefined) {
    return fault(
      'conflict',
      'This was written on a version that is not on this machine. Reload and try again.',
      'base',
    );
  }
  const ops = opsOf(def, write.edits, about.before);
  const { kind } = write;
  const may = checkPolicy({ kind, schema: def.version, signer: ctx.me, members: ctx.members, ops, ...about });
  return may.ok ? ok(undefined) : fault('not-allowed', may.error.sentence, may.error.path);
};
