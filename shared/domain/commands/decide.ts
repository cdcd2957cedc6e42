import type { CommandRequest, ProtocolError } from '../../protocol/index.ts';
import type { Result } from '../../std/index.ts';
import { addAgendaItem, updateAgendaItem, writeMeeting } from './agenda.ts';
import { skipCheckIn } from './check-in-skip.ts';
import { submitCheckIn } from './check-in.ts';
import { resolveConflict } from './conflict.ts';
import { closeCycle } from './close-cycle.ts';
import { copyObjective } from './copy-objective.ts';
import { createCycle, updateCycle } from './cycle.ts';
import { giveFeedback, giveKudos } from './feedback.ts';
import { requestFeedback, settleRequest } from './feedback-request.ts';
import { awardBadge, writeNote } from './recognition.ts';
import { saveTemplate, updateTemplate } from './goal-template.ts';
import { addLeave, updateLeave } from './leave.ts';
import { addKeyResult, updateKeyResult } from './key-result.ts';
import { acceptObjective, closeObjective, updateObjective } from './objective-update.ts';
import { createObjective } from './objective.ts';
import { permit } from './permit.ts';
import { joinTeam, updatePerson } from './person.ts';
import { reportProgress } from './progress.ts';
import { answer, ask, handOn, reopen, updateRequest, withdraw } from './request.ts';
import { acknowledge, addComment, editComment } from './reply.ts';
import { acceptTask, createTask, updateTask } from './task.ts';
import { createTeam, updateTeam } from './team.ts';
import { undoChanges } from './undo.ts';
import type { RecordCommand } from './names.ts';
import type { CommandContext, Decide, Decision } from './types.ts';

const table: { readonly [N in RecordCommand]: Decide<N> } = {
  'team.create': createTeam,
  'team.join': joinTeam,
  'team.update': updateTeam,
  'person.update': updatePerson,
  'cycle.create': createCycle,
  'cycle.update': updateCycle,
  'objective.create': createObjective,
  'objective.update': updateObjective,
  'objective.close': closeObjective,
  'objective.accept': acceptObjective,
  'objective.copy': copyObjective,
  'cycle.close': closeCycle,
  'keyResult.add': addKeyResult,
  'keyResult.update': updateKeyResult,
  'keyResult.progress': reportProgress,
  'checkIn.submit': submitCheckIn,
  'checkIn.skip': skipCheckIn,
  'checkIn.acknowledge': acknowledge,
  'comment.add': addComment,
  'comment.edit': editComment,
  'feedback.give': giveFeedback,
  'kudos.give': giveKudos,
  'conflict.resolve': resolveConflict,
  'task.create': createTask,
  'task.update': updateTask,
  'task.accept': acceptTask,
  'leave.add': addLeave,
  'leave.update': updateLeave,
  'agenda.add': addAgendaItem,
  'agenda.update': updateAgendaItem,
  'meeting.write': writeMeeting,
  'feedback.request': requestFeedback,
  'feedback.settleRequest': settleRequest,
  'badge.award': awardBadge,
  'note.write': writeNote,
  'request.ask': ask,
  'request.answer': answer,
  'request.withdraw': withdraw,
  'request.reopen': reopen,
  'request.handOn': handOn,
  'request.update': updateRequest,
  'change.undo': undoChanges,
  'template.save': saveTemplate,
  'template.update': updateTemplate,
};

/** Every write of a decision has to be one that all other replicas accept; otherwise the first refusal is the answer. */
export const permitted = (decision: Result<Decision, ProtocolError>, ctx: CommandContext): typeof decision => {
  if (!decision.ok) return decision;
  for (const write of decision.value.writes) {
    const may = permit(write, ctx);
    if (!may.ok) return may;
  }
  return decision;
};

/**
 * What a command comes to: the records to begin and the edits to make, or the reason why not. Pure; the engine turns
 * the writes into entries, all in one transaction.
 */
export const decide = <N extends RecordCommand>(
  name: N,
  request: CommandRequest<N>,
  ctx: CommandContext,
): Result<Decision, ProtocolError> => permitted(table[name](request, ctx), ctx);
