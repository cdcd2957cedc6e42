import type { CommandName } from '#shared/protocol/index.ts';

const names: readonly CommandName[] = [
  'cycle.update',
  'objective.update',
  'objective.close',
  'objective.accept',
  'keyResult.add',
  'keyResult.update',
  'task.create',
  'task.update',
  'task.accept',
  'leave.add',
  'leave.update',
  'agenda.update',
  'template.update',
];

/** Commands whose whole effect can be taken back: the message that says they are done offers it. */
export const undoable: ReadonlySet<CommandName> = new Set(names);
