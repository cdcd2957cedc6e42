import { naturalKey } from '../../schema/index.ts';
import { administers } from '../policy/index.ts';
import type { RecordKind } from '../../schema/index.ts';
import { ok } from '../../std/index.ts';
import { find, findToEdit } from './find.ts';
import { changedMentions, newMentions } from './mentions.ts';
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

/** Writes under a record, for exactly the readers of that record. */
export const addComment: Decide<'comment.add'> = ({ targetId, text, mentions }, ctx) => {
  if (text.trim() === '') return fault('invalid', 'Write something first.', 'text');
  const target = ctx.record(targetId);
  if (target === undefined) return fault('not-found', 'What you comment on is not on this machine.', 'targetId');
  if (!commented.has(target.kind)) return fault('invalid', 'This cannot be commented on.', 'targetId');
  const named = newMentions(ctx, text, mentions);
  if (!named.ok) return named;
  const said = [...edits({ targetId, targetKind: target.kind, text }), ...named.value];
  return decided([begin(ctx, 'comment', { space: 'of', recordId: targetId }, said)]);
};

export const editComment: Decide<'comment.edit'> = ({ id, base, text, mentions }, ctx) => {
  if (text.trim() === '') return fault('invalid', 'Write something first.', 'text');
  const found = findToEdit(ctx, 'comment', id, base);
  if (!found.ok) return found;
  const before = found.value.value;
  const named = changedMentions(ctx, before.mentions, text, mentions);
  if (!named.ok) return named;
  return decided([revise('comment', id, base, changes(before, { text, mentions: named.value }))]);
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
