import { createSession, driveSession } from '#shared/sync/index.ts';
import type { DrivenSession, ReplicaPort, Role, SessionReport } from '#shared/sync/index.ts';
import { hash } from '#engine/crypto/index.ts';
import { createMemoryLink } from './memory-channel.ts';
import type { MemoryLink } from './memory-channel.ts';

export const testTeam = new Uint8Array(32).fill(7);

export interface Meeting {
  readonly link: MemoryLink;
  readonly sessions: readonly [DrivenSession, DrivenSession];
  readonly reports: readonly [SessionReport[], SessionReport[]];
}

/** Lets replicas read their vectors: opening a session takes a few microtasks. */
export const opening = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

/** Joins two replicas by a link in memory. Nothing is delivered until the test says so. */
export const meet = (
  a: ReplicaPort,
  b: ReplicaPort,
  options: {
    readonly roles?: readonly [Role, Role];
    readonly teams?: readonly [Uint8Array, Uint8Array];
    readonly onReport?: (end: 0 | 1, report: SessionReport) => void;
  } = {},
): Meeting => {
  const link = createMemoryLink();
  const [roleA, roleB] = options.roles ?? ['device', 'device'];
  const [teamA, teamB] = options.teams ?? [testTeam, testTeam];
  const reports: [SessionReport[], SessionReport[]] = [[], []];
  const sessions = [
    driveSession({
      session: createSession({ team: teamA, role: roleA, hash }),
      channel: link.ends[0],
      replica: a,
      onReport: (report) => {
        reports[0].push(report);
        options.onReport?.(0, report);
      },
    }),
    driveSession({
      session: createSession({ team: teamB, role: roleB, hash }),
      channel: link.ends[1],
      replica: b,
      onReport: (report) => {
        reports[1].push(report);
        options.onReport?.(1, report);
      },
    }),
  ] as const;
  return { link, sessions, reports };
};

/** Joins two replicas and lets them finish. */
export const meetAndSettle = async (...args: Parameters<typeof meet>): Promise<Meeting> => {
  const meeting = meet(...args);
  await opening();
  meeting.link.settle();
  return meeting;
};
