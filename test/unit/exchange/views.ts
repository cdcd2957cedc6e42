import type { ExistingGoal, ExportData } from '#engine/exchange/index.ts';
import type { ObjectiveView, PersonView } from '#shared/protocol/index.ts';
import { cycle, now } from './plans.ts';

const team = 't'.repeat(43);

export const person = (id: string, name: string, more: Partial<PersonView> = {}): PersonView => ({
  recordId: null,
  id,
  name,
  title: '',
  place: '',
  timeZone: 'Africa/Nairobi',
  workingHours: ['09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', null, null],
  daysOff: [],
  holidays: '',
  standardHours: 24,
  urgentHours: 4,
  howToWorkWithMe: '',
  role: 'member',
  managerId: null,
  state: 'member',
  me: false,
  heads: [],
  conflicts: [],
  ...more,
});

/** An objective as its query would show it; figures that an export only copies are left at their simplest. */
export const viewOf = ({ recordId, value }: ExistingGoal): ObjectiveView => ({
  id: recordId,
  title: value.title,
  description: value.description,
  ownerId: value.ownerId,
  contributorIds: Object.keys(value.contributors),
  parentId: value.parentId,
  parentTitle: null,
  cycleId: cycle.id,
  state: value.state,
  rollUp: value.rollUp,
  progress: 0.5,
  notComputed: null,
  manualProgress: null,
  manualById: null,
  expected: 1,
  worst: null,
  score: value.score,
  reflection: value.reflection,
  due: value.due,
  deliverable: value.deliverable,
  doneMeans: value.doneMeans,
  acceptedById: value.acceptedById,
  acceptedAt: value.acceptedAt,
  carriedFrom: null,
  carriedTo: [],
  keyResults: Object.entries(value.keyResults)
    .toSorted(([, a], [, b]) => a.order - b.order)
    .map(([id, item]) => {
      const updates = Object.entries(value.updates)
        .filter(([, update]) => update.keyResultId === id)
        .map(([updateId, update]) => ({ ...update, id: updateId, keyResultId: id, byId: null }))
        .toSorted((a, b) => a.at - b.at);
      const last = updates.at(-1);
      return {
        ...item,
        id,
        objectiveId: recordId,
        value: last?.value ?? item.start,
        progress: 0.5,
        notComputed: null,
        expectedValue: null,
        confidence: last?.confidence ?? null,
        projection: last?.projection ?? null,
        projectedProgress: null,
        forecast: { level: 'none', sentence: '' },
        lastUpdateAt: last?.at ?? null,
        stale: false,
        updates,
      };
    }),
  comments: [],
  audience: { kind: 'team', spaceId: team, readerIds: [] },
  heads: [],
  conflicts: [],
  createdById: null,
  createdAt: now,
  readOnlyReason: null,
});

export const dataOf = (goals: readonly ExistingGoal[], more: Partial<ExportData> = {}): ExportData => ({
  team: null,
  me: null,
  people: [],
  cycles: [{ cycle: { ...cycle, state: 'open', heads: [] }, objectives: goals.map(viewOf) }],
  checkIns: [],
  feedback: [],
  kudos: [],
  records: [],
  audiences: [],
  ...more,
});
