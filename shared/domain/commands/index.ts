export { decide, isRecordCommand, permitted } from './decide.ts';
export { createObjective } from './objective.ts';
export type { ObjectiveInput } from './objective.ts';
export type { KeyResultInput } from './key-result.ts';
export { progressEdits } from './progress.ts';
export type { ProgressReport } from './progress.ts';
export { mayAcknowledge } from './reply.ts';
export { opsOf, permit } from './permit.ts';
export type {
  CommandContext,
  Creation,
  Decision,
  KnownRecord,
  Place,
  RecordCommand,
  Revision,
  Write,
} from './types.ts';
