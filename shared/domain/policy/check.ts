import { err, ok } from '../../std/index.ts';
import type { Result } from '../../std/index.ts';
import { isRecordKind, kinds, readKey } from '../../schema/index.ts';
import type { KindDef, RecordKind, RecordOf } from '../../schema/index.ts';
import { overlayOps } from './overlay.ts';
import { policyOf } from './table.ts';
import type { KindPolicy, OpView, PolicyInput, Rule, Situation } from './types.ts';

/** Why an entry is refused, for the person who reads the quarantine or the form. */
export interface Refusal {
  readonly sentence: string;
  /** The path at fault, when one is. */
  readonly path?: string;
}

const refuse = (sentence: string, path?: string): Result<void, Refusal> =>
  err(path === undefined ? { sentence } : { sentence, path });

/** The row of the table that judges a path. */
export const ruleFor = <V>(policy: KindPolicy<V>, path: string): Rule<V> | undefined =>
  policy.rules.find(
    (rule) =>
      rule.path === path || rule.path === '*' || (rule.path.endsWith('.*') && path.startsWith(rule.path.slice(0, -1))),
  );

const itemIdOf = (def: KindDef, path: string): string => {
  const at = def.path(path);
  return at?.form === 'item' ? at.itemId : '';
};

/** Types, ranges and lengths of what is written; and that prose is spliced and nothing else is. */
const checkShape = (def: KindDef, op: OpView): Result<void, Refusal> => {
  const at = def.path(op.path);
  if (at === undefined) return refuse(`A ${def.kind} has no field "${op.path.slice(0, 80)}".`, op.path);
  if ((op.action === 'text') !== (at.form === 'text')) return refuse('A field is written in the wrong way.', op.path);
  if (op.value === undefined) {
    return op.action === 'text' ? ok(undefined) : refuse('A field is written without a value.', op.path);
  }
  const checked = def.check(op.path, op.value);
  return checked.ok ? ok(undefined) : refuse(checked.error.sentence, op.path);
};

const checkLimits = (def: KindDef, value: Situation<unknown>['after']): Result<void, Refusal> => {
  for (const [name, limit] of Object.entries(def.limits)) {
    const items: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
    const count = typeof items === 'object' && items !== null ? Object.keys(items).length : 0;
    if (count > limit) return refuse(`This ${def.kind} is full: it holds at most ${limit} ${name}.`, name);
  }
  return ok(undefined);
};

const checkOp = <V>(policy: KindPolicy<V>, here: Situation<V>, op: OpView, itemId: string): Result<void, Refusal> => {
  const rule = ruleFor(policy, op.path);
  if (rule === undefined) return refuse('This field is not written by anybody.', op.path);
  if (!rule.who.is(here, itemId)) return refuse(rule.who.sentence, op.path);
  if (rule.once === true && op.known) return refuse('This is written once and stands.', op.path);
  const fault = op.value === undefined ? null : (rule.value?.(op.value, here, itemId) ?? null);
  return fault === null ? ok(undefined) : refuse(fault, op.path);
};

const checkKind = <K extends RecordKind>(kind: K, input: PolicyInput): Result<void, Refusal> => {
  const def: KindDef<RecordOf<K>> = kinds[kind];
  const policy = policyOf(kind, input.schema);
  if (policy === undefined) return refuse(`Version ${input.schema} of ${kind} is not known here.`);
  if (!def.spaces.includes(input.space.kind)) return refuse(`A ${kind} does not belong into this space.`);
  const key = readKey(def, input.key);
  if (!key.ok) return refuse(key.error.sentence);
  for (const op of input.ops) {
    const shape = checkShape(def, op);
    if (!shape.ok) return shape;
  }
  const before = def.parse(input.before ?? {});
  if (!before.ok) return refuse(before.error.sentence, before.error.path);
  const { signer, space, members, ops } = input;
  const fresh = input.before === null;
  const here = {
    signer,
    key: key.value,
    space,
    members,
    ops,
    fresh,
    before: before.value,
    after: overlayOps(def, before.value, ops),
  };
  return checkEntry(def, policy, here);
};

const checkEntry = <V>(def: KindDef<V>, policy: KindPolicy<V>, here: Situation<V>): Result<void, Refusal> => {
  if (here.signer.state === 'removed') return refuse('The author was no longer a member of the team.');
  if (here.fresh) {
    if (here.key.form === 'own' && here.key.creatorId !== here.signer.personId) {
      return refuse('A record is begun by the person whom its key names.');
    }
    if (!policy.create.is(here, '')) return refuse(policy.create.sentence);
    const missing = def.required.find((path) => !here.ops.some((op) => op.path === path));
    if (missing !== undefined) return refuse(`A new ${def.kind} states its "${def.label(missing)}".`, missing);
  } else if (policy.frozen !== undefined) return refuse(policy.frozen);
  for (const op of here.ops) {
    const judged = checkOp(policy, here, op, itemIdOf(def, op.path));
    if (!judged.ok) return judged;
  }
  const limits = checkLimits(def, here.after);
  if (!limits.ok) return limits;
  const fault = policy.whole?.(here) ?? null;
  return fault === null ? ok(undefined) : refuse(fault);
};

/**
 * May this entry be applied? A total, deterministic function of the entry and its causal past, so that every replica
 * judges alike in whatever order entries arrive (FORMATS section 3). Looks at no clock. A refusal carries the sentence
 * for the quarantine list, and for the form when the entry is one's own.
 */
export const checkPolicy = (input: PolicyInput): Result<void, Refusal> =>
  isRecordKind(input.kind)
    ? checkKind(input.kind, input)
    : refuse(`Meridian knows no kind "${input.kind.slice(0, 40)}".`);
