import type { RecordKind, RecordOf } from '../../schema/index.ts';
import { agendaItemPolicy, meetingPolicy } from './kinds/one-on-one.ts';
import { badgePolicy } from './kinds/badge.ts';
import { checkInPolicy } from './kinds/check-in.ts';
import { erasurePolicy } from './kinds/erasure.ts';
import { feedbackPolicy } from './kinds/feedback.ts';
import { feedbackRequestPolicy } from './kinds/feedback-request.ts';
import { goalTemplatePolicy } from './kinds/goal-template.ts';
import { notePolicy } from './kinds/note.ts';
import { leavePolicy } from './kinds/leave.ts';
import { objectivePolicy } from './kinds/objective.ts';
import { personPolicy } from './kinds/person.ts';
import { requestPolicy } from './kinds/request.ts';
import { commentPolicy, cyclePolicy, pulsePolicy, teamSettingsPolicy } from './kinds/small.ts';
import { taskPolicy } from './kinds/task.ts';
import { acknowledgementPolicy, kudosPolicy, spaceInfoPolicy } from './kinds/written-once.ts';
import type { KindPolicy } from './types.ts';

type Policies = { readonly [K in RecordKind]: KindPolicy<RecordOf<K>> };

/**
 * Policies of schema 1. Frozen: entries of schema 1 are judged by these for ever, on every replica. A rule that has to
 * change comes with a new schema version and a table of its own.
 */
const first: Policies = {
  'team-settings': teamSettingsPolicy,
  person: personPolicy,
  cycle: cyclePolicy,
  objective: objectivePolicy,
  'check-in': checkInPolicy,
  comment: commentPolicy,
  acknowledgement: acknowledgementPolicy,
  feedback: feedbackPolicy,
  kudos: kudosPolicy,
  pulse: pulsePolicy,
  task: taskPolicy,
  leave: leavePolicy,
  'agenda-item': agendaItemPolicy,
  meeting: meetingPolicy,
  'feedback-request': feedbackRequestPolicy,
  badge: badgePolicy,
  note: notePolicy,
  request: requestPolicy,
  'goal-template': goalTemplatePolicy,
  'space-info': spaceInfoPolicy,
  erasure: erasurePolicy,
};

const versions: ReadonlyMap<number, Policies> = new Map([[1, first]]);

/** The policy that judges entries of this kind and schema; undefined for a schema from the future. */
export const policyOf = <K extends RecordKind>(kind: K, schema: number): KindPolicy<RecordOf<K>> | undefined =>
  versions.get(schema)?.[kind];
