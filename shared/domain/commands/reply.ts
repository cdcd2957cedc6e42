import type { ProtocolError } from '../../protocol/index.ts';
import { naturalKey } from '../../schema/index.ts';
import { administers } from '../policy/index.ts';
import type { CommentRecord, FieldEdit, RecordKind } from '../../schema/index.ts';
import { ok } from '../../std/index.ts';
import type { Result } from '../../std/index.ts';
import { checkMember, find, findToEdit } from './find.ts';
import { begin, changes, decided, edits, fault, revise } from './outcomes.ts';
import type { CommandContext, Decide } from './types.ts';

const commented: ReadonlySet<RecordKind> = new Set([
  'objective',
  'check-in',
  'feedback',
  'kudos',
  'cycle',
  'person',
  'task',
  'request',
]);

type Mentions = readonly { readonly personId: string; readonly as: string }[];

/** Refuses a mention of nobody; only names that the text uses after an `@` are kept. */
const mentionEdits = (
  ctx: CommandContext,
  before: CommentRecord['mentions'],
  text: string,
  wanted: Mentions,
): Result<FieldEdit[], ProtocolError> => {
  const used = new Map(wanted.filter((each) => text.includes(`@${each.as}`)).map((each) => [each.personId, each.as]));
  for (const personId of used.keys()) {
    const person = before[personId]?.in === true ? ok(undefined) : checkMember(ctx, personId, 'mentions');
    if (!person.ok) return person;
  }
  return ok(
    [...new Set([...Object.keys(before), ...used.keys()])].flatMap((personId) => {
      const as = used.get(personId);
      const values = as === undefined ? { in: false } : { in: true, as };
      return changes({ ...(before[personId] ?? { in: false, as: '' }) }, values, `mentions.${personId}.`);
    }),
  );
};

/** Writes under a record, for exactly the readers of that record. */
export const addComment: Decide<'comment.add'> = ({ targetId, text, mentions }, ctx) => {
  if (text.trim() === '') return fault('invalid', 'Write something first.', 'text');
  const target = ctx.record(targetId);
  if (target === undefined) return fault('not-found', 'What you comment on is not on this machine.', 'targetId');
  if (!commented.has(target.kind)) return fault('invalid', 'This cannot be commented on.', 'targetId');
  const named = mentionEdits(ctx, {}, text, mentions);
  if (!named.ok) return named;
  const said = [...edits({ targetId, targetKind: target.kind, text }), ...named.value];
  return decided([begin(ctx, 'comment', { space: 'of', recordId: targetId }, said)]);
};

export const editComment: Decide<'comment.edit'> = ({ id, base, text, mentions }, ctx) => {
  if (text.trim() === '') return fault('invalid', 'Write something first.', 'text');
  const found = findToEdit(ctx, 'comment', id, base);
  if (!found.ok) return found;
  const before = found.value.value;
  const known = Object.entries(before.mentions).flatMap(([personId, { in: on, as }]) => (on ? [{ personId, as }] : []));
  const named = mentionEdits(ctx, before.mentions, text, mentions ?? known);
  if (!named.ok) return named;
  return decided([revise('comment', id, base, [...changes(before, { text }), ...named.value])]);
};

/**
 * Who acknowledges a person's check-in: their manager, or an admin for somebody who has no manager. The sentence says
 * so to everybody else.
 */
export const mayAcknowledge = (
  ctx: Pick<CommandContext, 'me' | 'members'>,
  personId: string | null,
): { readonly ok: true } | { readonly ok: false; readonly sentence: string } => {
  if (personId === null || personId === ctx.me.personId) {
    return { ok: false, sentence: 'Somebody else acknowledges your check-in.' };
  }
  const managerId = ctx.members.person(personId)?.managerId ?? null;
  if (managerId === ctx.me.personId || (managerId === null && administers(ctx.me))) return { ok: true };
  return { ok: false, sentence: 'Acknowledging is the act of this person’s manager. You can comment.' };
};

/** The explicit "I have read this" of a manager. Doing it twice is doing it once. */
export const acknowledge: Decide<'checkIn.acknowledge'> = ({ checkInId }, ctx) => {
  const found = find(ctx, 'check-in', checkInId, 'checkInId');
  if (!found.ok) return found;
  const may = mayAcknowledge(ctx, found.value.value.personId);
  if (!may.ok) return fault('not-allowed', may.sentence, 'checkInId');
  const key = naturalKey(checkInId, ctx.me.personId);
  const known = ctx.natural('team', 'acknowledgement', key);
  if (known !== undefined) return ok({ writes: [], itemIds: [], existingId: known.id });
  const place = { space: 'of', recordId: checkInId } as const;
  const said = edits({ targetId: checkInId, personId: ctx.me.personId });
  return decided([{ act: 'create', kind: 'acknowledgement', key, place, edits: said }]);
};
