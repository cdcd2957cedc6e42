import { err, ok } from '../../std/index.ts';
import type { Result } from '../../std/index.ts';
import { kinds } from '../../schema/index.ts';
import type { KindDef, RecordKind, RecordOf } from '../../schema/index.ts';
import { ruleFor } from './check.ts';
import type { Refusal } from './check.ts';
import { policyOf } from './table.ts';
import type { MembersPort, PolicyInput, Signer } from './types.ts';
import type { RecordKey, RecordValue } from '../../schema/index.ts';

/** May this person write this path of this record, before anybody knows the value? */
export interface WriteQuestion {
  readonly kind: RecordKind;
  readonly path: string;
  readonly signer: Signer;
  readonly key: RecordKey;
  readonly space: PolicyInput['space'];
  readonly record: RecordValue;
  readonly members: MembersPort;
}

const ask = <K extends RecordKind>(kind: K, question: WriteQuestion): Result<void, Refusal> => {
  const def: KindDef<RecordOf<K>> = kinds[kind];
  const policy = policyOf(kind, def.version);
  const at = def.path(question.path);
  const record = def.parse(question.record);
  if (policy === undefined || at === undefined) return err({ sentence: 'There is no such field.' });
  if (!record.ok) return err({ sentence: record.error.sentence });
  if (policy.frozen !== undefined) return err({ sentence: policy.frozen });
  const rule = ruleFor(policy, question.path);
  if (rule === undefined) return err({ sentence: 'This field is not written by anybody.' });
  if (rule.once === true) return err({ sentence: 'This is written once and stands.' });
  const { signer, key, space, members } = question;
  const here = { signer, key, space, members, ops: [], fresh: false, before: record.value, after: record.value };
  return rule.who.is(here, at.form === 'item' ? at.itemId : '')
    ? ok(undefined)
    : err({ sentence: rule.who.sentence, path: question.path });
};

/**
 * The disabled state of a control, from the same table that judges entries. `ok` means that some value may be
 * written; the value itself is judged by `checkPolicy`.
 */
export const mayWrite = (question: WriteQuestion): Result<void, Refusal> => ask(question.kind, question);
