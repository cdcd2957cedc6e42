import type { OpView, Signer } from './types.ts';

/** Writes records: everybody but guests and people who were removed. */
export const writes = ({ role, state }: Signer): boolean => role !== 'guest' && state !== 'removed';

/** Administers: an owner or admin whom the team has accepted. */
export const administers = ({ role, state }: Signer): boolean =>
  (role === 'owner' || role === 'admin') && state === 'member';

/** How people stand to an objective. */
export interface ObjectiveStanding {
  readonly creatorId: string | null;
  readonly ownerId: string | null;
  readonly contributorIds: readonly string[];
}

const isOneOf = (personId: string, ids: readonly (string | null)[]): boolean => ids.includes(personId);

/** Owns the objective's course: owner, closes, hands over. */
export const leadsObjective = (signer: Signer, of: ObjectiveStanding): boolean =>
  writes(signer) && (isOneOf(signer.personId, [of.ownerId, of.creatorId]) || administers(signer));

/** Edits the objective's fields and key results. */
export const editsObjective = (signer: Signer, of: ObjectiveStanding): boolean =>
  leadsObjective(signer, of) || (writes(signer) && isOneOf(signer.personId, of.contributorIds));

/** Edits this one key result: its owner does, besides those who edit the objective. */
export const editsKeyResult = (signer: Signer, of: ObjectiveStanding, keyResultOwnerId: string | null): boolean =>
  editsObjective(signer, of) || (writes(signer) && signer.personId === keyResultOwnerId);

/** Reports progress. Administering alone does not: a report is somebody's word about their own work. */
export const reportsProgress = (signer: Signer, of: ObjectiveStanding, keyResultOwnerId: string | null): boolean =>
  writes(signer) && isOneOf(signer.personId, [keyResultOwnerId, of.ownerId, of.creatorId, ...of.contributorIds]);

/** How people stand to a task. */
export interface TaskStanding {
  readonly creatorId: string | null;
  readonly ownerId: string | null;
}

/** Changes a task: who does it, who made it, or an admin. */
export const editsTask = (signer: Signer, of: TaskStanding): boolean =>
  writes(signer) && (isOneOf(signer.personId, [of.ownerId, of.creatorId]) || administers(signer));

/** An entry that leaves an acceptance standing, but takes away what it was of. */
export const keepsNothingAccepted = (
  after: { readonly acceptedAt: number | null; readonly acceptedOf: string },
  ops: readonly OpView[],
): boolean => after.acceptedAt !== null && after.acceptedOf === '' && ops.some(({ path }) => path === 'acceptedOf');

/** What those who may not are told. */
export const standingSentences = {
  write: 'Guests read everything and write nothing. Ask an admin for another role.',
  administer: 'Only an owner or admin of the team can change this.',
  leadObjective: "Only the objective's owner, its creator or an admin can do this.",
  editObjective: "Only the objective's owner, contributors, creator or an admin can change this.",
  editKeyResult: "Only the key result's owner, or those who can change the objective, can change this.",
  editTask: 'Only the person who does this, who made it, or an admin can change it.',
  acceptTask: 'Only the person whom the task names accepts it.',
  acceptedOf: 'An acceptance keeps what was accepted.',
  reportProgress:
    "Only the key result's owner, or the objective's owner, contributors or creator, report its progress.",
} as const;
