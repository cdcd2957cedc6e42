import type { CommandRequest, ProtocolError } from '../../protocol/index.ts';
import { ok } from '../../std/index.ts';
import type { Result } from '../../std/index.ts';
import type { FieldEdit, ObjectiveRecord } from '../../schema/index.ts';
import { acceptanceEdits, notAccepted, withAcceptance } from './acceptance.ts';
import { checkMember, find, findToEdit } from './find.ts';
import { checkParent } from './objective.ts';
import { changes, decided, fault, revise } from './outcomes.ts';
import type { CommandContext, Decide } from './types.ts';

type Request = CommandRequest<'objective.update'>;

const contributorEdits = (before: ObjectiveRecord, wanted: readonly string[] | undefined): FieldEdit[] => {
  if (wanted === undefined) return [];
  const all = new Set([...Object.keys(before.contributors), ...wanted]);
  return [...all]
    .filter((id) => (before.contributors[id]?.in ?? false) !== wanted.includes(id))
    .map((id) => ({ path: `contributors.${id}.in`, value: wanted.includes(id) }));
};

const checkReferences = (
  request: Request,
  before: ObjectiveRecord,
  ctx: CommandContext,
): Result<void, ProtocolError> => {
  const owner = request.ownerId === before.ownerId ? ok(undefined) : checkMember(ctx, request.ownerId, 'ownerId');
  if (!owner.ok) return owner;
  const acceptor =
    request.acceptedById === before.acceptedById
      ? ok(undefined)
      : checkMember(ctx, request.acceptedById, 'acceptedById');
  if (!acceptor.ok) return acceptor;
  for (const id of request.contributorIds ?? []) {
    // Whoever has left the team may stay named on what they did.
    const person = before.contributors[id]?.in === true ? ok(undefined) : checkMember(ctx, id, 'contributorIds');
    if (!person.ok) return person;
  }
  return request.parentId === before.parentId ? ok(undefined) : checkParent(ctx, request.parentId, request.id);
};

/** A manual value says who set it, every time it is set; taking it away takes the name away. */
const manualEdits = (request: Request, before: ObjectiveRecord, me: string): FieldEdit[] => {
  const value = request.manualProgress;
  if (value === undefined || value === before.manualProgress) return [];
  return [
    { path: 'manualProgress', value },
    { path: 'manualById', value: value === null ? null : me },
  ];
};

export const updateObjective: Decide<'objective.update'> = (request, ctx) => {
  const found = findToEdit(ctx, 'objective', request.id, request.base);
  if (!found.ok) return found;
  const before = found.value.value;
  const references = checkReferences(request, before, ctx);
  if (!references.ok) return references;
  const { title, description, ownerId, parentId, state, rollUp, due, deliverable, doneMeans, acceptedById } = request;
  const manual = request.manualProgress === undefined ? before.manualProgress : request.manualProgress;
  if ((rollUp ?? before.rollUp) === 'manual' && manual === null) {
    return fault('invalid', 'Say what the progress is when it is set by hand.', 'manualProgress');
  }
  // Opened again, an objective has no verdict yet; the history keeps the old one.
  const reopened = before.state === 'closed' && state !== undefined ? { score: null, closedAt: null } : {};
  return decided([
    revise('objective', request.id, request.base, [
      ...changes(before, { title, description, ownerId, parentId, state, rollUp, ...reopened }),
      ...withAcceptance(before.acceptedAt, changes(before, { due, deliverable, doneMeans, acceptedById })),
      ...manualEdits(request, before, ctx.me.personId),
      ...contributorEdits(before, request.contributorIds),
    ]),
  ]);
};

/** The named person says that what was agreed is there, or takes that back. */
export const acceptObjective: Decide<'objective.accept'> = ({ id, base, accepted }, ctx) => {
  const found = findToEdit(ctx, 'objective', id, base);
  if (!found.ok) return found;
  const before = found.value.value;
  const said = accepted ? acceptanceEdits(before, ctx) : changes(before, notAccepted);
  return decided([revise('objective', id, base, said)]);
};

/** Scores and closes an objective, with a written reflection (PRODUCT, score). */
export const closeObjective: Decide<'objective.close'> = ({ id, base, score, reflection }, ctx) => {
  const found = findToEdit(ctx, 'objective', id, base);
  if (!found.ok) return found;
  // Also where its author had not seen it: a second verdict would stand against the first.
  const now = find(ctx, 'objective', id, 'id');
  if (now.ok && now.value.value.state === 'closed') return fault('conflict', 'The objective is closed already.', 'id');
  if (reflection.trim() === '') return fault('invalid', 'Write a sentence about what you learned.', 'reflection');
  const said = changes(found.value.value, { state: 'closed', score, reflection, closedAt: ctx.now });
  return decided([revise('objective', id, base, said)]);
};
