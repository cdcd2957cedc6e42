import { agendaQuery } from './agenda.ts';
import { awardableQuery, awardsQuery } from './awards.ts';
import { checkInDraftQuery } from './check-in-draft.ts';
import { checkInQuery, checkInsQuery, journalQuery } from './check-ins.ts';
import type { QueryContext } from './context.ts';
import { cyclesQuery } from './cycles.ts';
import { devicesQuery, pairingQuery } from './devices.ts';
import { draftQuery } from './draft.ts';
import { erasureQuery } from './erasure.ts';
import { feedbackRequestsQuery } from './feedback-requests.ts';
import { goalTemplatesQuery } from './goal-templates.ts';
import { goalsQuery } from './goals.ts';
import type { QueryHandlers } from './handler.ts';
import { historyQuery } from './history.ts';
import { holidayPlacesQuery } from './holiday-places.ts';
import { notesQuery } from './notes.ts';
import { objectiveQuery } from './objective.ts';
import { peopleQuery } from './people.ts';
import { pinsQuery } from './pins.ts';
import { recoveryQuery } from './recovery.ts';
import { remindersQuery } from './reminders/index.ts';
import { requestQuery, requestsQuery } from './requests/index.ts';
import { searchQuery } from './search.ts';
import { sessionQuery } from './session.ts';
import { syncQuery } from './sync.ts';
import { threadQuery } from './thread.ts';
import { teamDigestQuery, waitsQuery } from './team-week/index.ts';
import { createSharing } from './sharing.ts';
import { todayQuery } from './today.ts';
import { triageQuery } from './triage/index.ts';
import { trustQuery } from './trust.ts';
import { leaveQuery, taskQuery, workQuery } from './work/index.ts';

/** A handler for every query of the protocol, over one profile. Each prepares its statements once, here. */
export const createQueryHandlers = (ctx: QueryContext, sharing = createSharing()): QueryHandlers => {
  const today = sharing.of(todayQuery(ctx));
  return {
    session: sessionQuery(ctx),
    people: peopleQuery(ctx),
    today,
    pins: pinsQuery(ctx),
    cycles: cyclesQuery(ctx),
    goals: goalsQuery(ctx),
    goalTemplates: goalTemplatesQuery(ctx),
    objective: objectiveQuery(ctx),
    checkInDraft: checkInDraftQuery(ctx),
    checkIns: checkInsQuery(ctx),
    journal: journalQuery(ctx),
    checkIn: checkInQuery(ctx),
    thread: threadQuery(ctx),
    devices: devicesQuery(ctx),
    pairing: pairingQuery(ctx),
    membership: { topics: ['members', 'sync'], run: () => ctx.membership() },
    draft: draftQuery(ctx),
    search: searchQuery(ctx),
    sync: syncQuery(ctx),
    trust: trustQuery(ctx),
    history: historyQuery(ctx),
    triage: triageQuery(ctx),
    work: workQuery(ctx),
    task: taskQuery(ctx),
    leave: leaveQuery(ctx),
    agenda: agendaQuery(ctx),
    awards: awardsQuery(ctx),
    awardable: awardableQuery(ctx),
    holidayPlaces: holidayPlacesQuery(ctx),
    notes: notesQuery(ctx),
    feedbackRequests: feedbackRequestsQuery(ctx),
    requests: requestsQuery(ctx),
    request: requestQuery(ctx),
    reminders: remindersQuery(ctx, today),
    teamDigest: teamDigestQuery(ctx),
    waits: waitsQuery(ctx),
    recovery: recoveryQuery(ctx),
    erasure: erasureQuery(ctx),
    security: { topics: ['local'], run: () => ctx.security() },
  };
};
