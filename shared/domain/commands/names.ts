import type { CommandName } from '../../protocol/index.ts';

/** Apart from what they decide: a window asks which commands these are and carries none of their rules. */
const names = [
  'team.create',
  'team.join',
  'team.update',
  'person.update',
  'cycle.create',
  'cycle.update',
  'objective.create',
  'objective.update',
  'objective.close',
  'objective.accept',
  'objective.copy',
  'cycle.close',
  'keyResult.add',
  'keyResult.update',
  'keyResult.progress',
  'checkIn.submit',
  'checkIn.skip',
  'checkIn.acknowledge',
  'comment.add',
  'comment.edit',
  'feedback.give',
  'kudos.give',
  'conflict.resolve',
  'task.create',
  'task.update',
  'task.accept',
  'leave.add',
  'leave.update',
  'agenda.add',
  'agenda.update',
  'meeting.write',
  'feedback.request',
  'feedback.settleRequest',
  'badge.award',
  'note.write',
  'request.ask',
  'request.answer',
  'request.withdraw',
  'request.reopen',
  'request.handOn',
  'request.update',
  'change.undo',
  'template.save',
  'template.update',
] as const satisfies readonly CommandName[];

/** Commands that come to entries on records; all others are the engine's own. */
export type RecordCommand = (typeof names)[number];

const known: ReadonlySet<string> = new Set(names);

/** True for commands that `decide` decides. */
export const isRecordCommand = (name: string): name is RecordCommand => known.has(name);
