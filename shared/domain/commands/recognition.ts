import { naturalKey } from '../../schema/index.ts';
import { partsIn } from '../recognition/parts.ts';
import { checkMember, find, findToEdit } from './find.ts';
import { begin, changes, decided, edits, fault, revise } from './outcomes.ts';
import type { Creation, Decide } from './types.ts';

/** Gives the badge of a finished milestone to those who had a part in it, and to nobody else. Who has it already keeps it. */
export const awardBadge: Decide<'badge.award'> = ({ milestoneId, toIds, title, value, words }, ctx) => {
  const found = find(ctx, 'task', milestoneId, 'milestoneId');
  if (!found.ok) return found;
  const { milestone, state } = found.value.value;
  if (!milestone) return fault('invalid', 'Badges are given for milestones.', 'milestoneId');
  if (state !== 'done') return fault('invalid', 'A badge is given once the milestone is done.', 'milestoneId');
  const parts = partsIn(ctx.milestoneRoles(milestoneId));
  const writes: Creation[] = [];
  for (const toId of new Set(toIds)) {
    if (toId === ctx.me.personId) return fault('invalid', 'A badge is for somebody else.', 'toIds');
    const person = checkMember(ctx, toId, 'toIds');
    if (!person.ok) return person;
    if (!parts.has(toId))
      return fault('not-allowed', 'A badge goes to somebody who had a part in the milestone.', 'toIds');
    const key = naturalKey(milestoneId, toId, ctx.me.personId);
    if (ctx.natural('team', 'badge', key) !== undefined) continue;
    const said = edits({ milestoneId, toId, title, value, words });
    writes.push({ act: 'create', kind: 'badge', key, place: { space: 'team' }, edits: said });
  }
  return decided(writes);
};

/** Writes a performance note that only I can read, or words one anew. */
export const writeNote: Decide<'note.write'> = ({ id, base, aboutId, text, evidenceId }, ctx) => {
  if (text.trim() === '') return fault('invalid', 'Write something first.', 'text');
  if (evidenceId != null && ctx.record(evidenceId) === undefined)
    return fault('not-found', 'The evidence is not on this machine.', 'evidenceId');
  if (id !== undefined) {
    const found = findToEdit(ctx, 'note', id, base ?? null);
    if (!found.ok) return found;
    return decided([revise('note', id, base ?? null, changes(found.value.value, { text, evidenceId }))]);
  }
  if (aboutId === ctx.me.personId) return fault('invalid', 'Notes are about somebody else.', 'aboutId');
  if (ctx.members.person(aboutId) === undefined)
    return fault('not-found', 'This person is not in the team.', 'aboutId');
  return decided([begin(ctx, 'note', { space: 'self' }, edits({ aboutId, text, evidenceId: evidenceId ?? null }))]);
};
