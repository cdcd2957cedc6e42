import type { EngineClient, ProtocolError, QueryName, QueryResult } from '#shared/protocol/index.ts';
import { err, ok } from '#shared/std/index.ts';
import { fakeCheckInDraft, fakeCheckIns } from './check-ins.ts';
import { fakeDevices } from './devices.ts';
import { goalAnswers } from './goals.ts';
import { fakeSearch } from './found.ts';
import { fakeMembership } from './membership.ts';
import { fakeId, fakeNow, fakePeople } from './people.ts';
import { fakeErasure, fakeHistory, fakeSecurity, fakeTrust } from './trust.ts';
import { fakeAway, fakeGoals, fakeNeeds, fakePins } from './today.ts';

const hour = 3_600_000;
const day = 24 * hour;

export type FakeAnswers = { readonly [N in QueryName]?: (params: Record<string, unknown>) => QueryResult<N> };

const everyone = fakePeople.map((person) => person.id);
const me = fakePeople.find((person) => person.me) ?? null;
const named = (...names: readonly string[]) =>
  ({ kind: 'named', spaceId: fakeId('pair'), readerIds: names.map(fakeId) }) as const;

/** The design's team, Kestrel, as its queries would answer. */
export const kestrel: FakeAnswers = {
  session: () => ({
    state: 'ready',
    joining: null,
    sample: false,
    team: {
      id: fakeId('Kestrel'),
      name: 'Kestrel',
      standardHours: 24,
      urgentHours: 4,
      staleDays: 14,
      questions: ['What should we stop doing?'],
      values: ['Write it down', 'Leave it better', 'Ask early'],
      heads: [],
    },
    me,
    version: '0.1.0',
    profileName: 'default',
    now: fakeNow,
  }),
  people: () => ({
    people: [...fakePeople],
    invitations: [
      {
        id: fakeId('invitation'),
        name: 'Tariq Aziz',
        role: 'member',
        createdAt: fakeNow - 2 * day,
        expiresAt: fakeNow + 12 * day,
        createdById: fakeId('Samira Qureshi'),
        state: 'open',
        usedById: null,
      },
    ],
    mayInvite: true,
    mayAdminister: true,
  }),
  today: () => ({
    needsMe: [...fakeNeeds],
    away: [...fakeAway],
    awaySince: fakeNow - 3 * day,
    goals: [...fakeGoals],
    expected: 0.46,
    praiseGap: null,
  }),
  membership: () => fakeMembership,
  pins: () => ({ items: [...fakePins] }),
  ...goalAnswers(),
  sync: () => ({
    pending: 4,
    relays: [
      {
        url: 'wss://relay.example.org',
        state: 'offline',
        since: fakeNow - 3 * day,
        nextTryAt: fakeNow + 60_000,
        sentence: 'The relay has not answered since Sunday; Meridian keeps trying.',
      },
    ],
    lan: { enabled: true, port: 41234, addresses: ['192.168.1.20:41234'], peers: [] },
    peers: [
      { personId: fakeId('Bilal Ahmed'), syncedAt: fakeNow - 22 * 60_000, waiting: 0, via: 'lan' },
      { personId: fakeId('Aroha Ngata'), syncedAt: fakeNow - 2 * hour, waiting: 0, via: 'carried' },
      { personId: fakeId('Ana Moreira'), syncedAt: fakeNow - 3 * day, waiting: 4, via: 'relay' },
    ],
  }),
  draft: () => ({ value: null, savedAt: null }),
  search: ({ text, kinds }) => ({
    hits: [...fakeSearch(String(text), Array.isArray(kinds) ? kinds.map(String) : undefined)],
  }),
  trust: () => fakeTrust,
  security: () => fakeSecurity,
  devices: () => fakeDevices,
  pairing: () => ({ offer: null, answering: null }),
  erasure: () => fakeErasure,
  recovery: () => ({
    phrase: null,
    offer: false,
    restored: null,
    backup: {
      directory: '/home/samira/Meridian backups',
      every: 'weekly',
      keep: 4,
      opensWith: [],
      last: null,
      failure: null,
      nextAt: null,
      running: false,
    },
  }),
  history: () => fakeHistory,
  checkInDraft: () => fakeCheckInDraft,
  checkIns: (params) => ({
    checkIns: fakeCheckIns.filter((one) => params['personId'] === undefined || one.personId === params['personId']),
  }),
  checkIn: (params) => ({ checkIn: fakeCheckIns.find((one) => one.id === params['id']) ?? null }),
  thread: (params) => ({
    person: fakePeople.find((person) => person.id === params['personId']) ?? null,
    feedback: [
      {
        id: fakeId('feedback 1'),
        aboutId: fakeId('Samira Qureshi'),
        byId: fakeId('Ana Moreira'),
        at: fakeNow - 2.6 * day,
        visibility: 'recipient',
        text: 'Your notes from the five sessions changed my mind about the empty editor. Could you say which of the three problems you would fix first, and why?',
        goal: null,
        requestId: null,
        audience: named('Samira Qureshi', 'Ana Moreira'),
        heads: [],
      },
      {
        id: fakeId('feedback 2'),
        aboutId: fakeId('Ana Moreira'),
        byId: fakeId('Samira Qureshi'),
        at: fakeNow - 0.3 * hour,
        visibility: 'everyone',
        text: 'The blank title field. Four of five stopped there.',
        goal: null,
        requestId: null,
        audience: { kind: 'team', spaceId: fakeId('team'), readerIds: everyone },
        heads: [],
      },
    ],
    kudos: [
      {
        id: fakeId('kudos 1'),
        toId: fakeId('Ana Moreira'),
        byId: fakeId('Wanjiru Kamau'),
        at: fakeNow - 6 * day,
        value: 'Ask early',
        text: 'You asked about the outage before anyone had to escalate.',
        evidenceId: null,
        evidenceTitle: null,
        heads: [],
      },
    ],
    audiences: [
      { visibility: 'recipient', readerIds: [fakeId('Samira Qureshi'), fakeId('Ana Moreira')], impossible: null },
      {
        visibility: 'recipient-and-manager',
        readerIds: [],
        impossible: 'Ana has no manager in Meridian, so there is nobody to add.',
      },
      { visibility: 'manager', readerIds: [], impossible: 'Ana has no manager in Meridian.' },
      { visibility: 'everyone', readerIds: everyone, impossible: null },
    ],
    goals: [...fakePins],
  }),
};

/** An empty profile: the first run. */
export const emptyProfile: FakeAnswers = {
  session: () => ({
    state: 'empty',
    joining: null,
    sample: false,
    team: null,
    me: null,
    version: '0.1.0',
    profileName: 'default',
    now: fakeNow,
  }),
};

/** A client without an engine: answers are functions, commands succeed with an id and are told to `onRun`, which may answer `{ fails }`. */
export const createFakeClient = (
  answers: FakeAnswers,
  onRun: (name: string, params: unknown) => unknown = () => undefined,
): EngineClient => {
  const answer = (name: QueryName, params: unknown): unknown => {
    const give = answers[name] as ((params: unknown) => unknown) | undefined;
    return give?.(params);
  };
  return {
    run: (name, params) => {
      const made = onRun(name, params) ?? { id: fakeId(`made by ${name}`) };
      if (typeof made === 'object' && made !== null && 'fails' in made)
        return Promise.resolve(err(made.fails as ProtocolError));
      return Promise.resolve(ok(made as never));
    },
    read: (name, params) => Promise.resolve(ok(answer(name, params) as never)),
    watch: (name, params, listener) => {
      const value = answer(name, params);
      let wanted = value !== undefined;
      void Promise.resolve().then(() => {
        if (wanted) listener(ok(value as never));
      });
      return () => {
        wanted = false;
      };
    },
    ready: Promise.resolve(ok(null)),
    onClose: () => undefined,
    close: () => undefined,
  };
};
