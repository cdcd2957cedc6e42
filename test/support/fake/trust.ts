import type { HistoryEntry, QueryResult } from '#shared/protocol/index.ts';
import { fakeId, fakeNow, fakePeople } from './people.ts';

const hour = 3_600_000;
const day = 24 * hour;
const named = (...names: readonly string[]) =>
  ({ kind: 'named', spaceId: fakeId(names.join(' ')), readerIds: names.map(fakeId) }) as const;
const team = { kind: 'team', spaceId: fakeId('team'), readerIds: fakePeople.map((person) => person.id) } as const;

/** Data and trust of the design, with one entry set aside and one log of two histories. */
export const fakeTrust: QueryResult<'trust'> = {
  devices: [
    {
      id: fakeId('laptop'),
      name: 'Laptop in Karachi',
      fingerprint: '7f3a 91c2 e04d 5b60',
      thisDevice: true,
      addedAt: fakeNow - 90 * day,
      keysIn: 'the system keychain',
    },
    {
      id: fakeId('phone'),
      name: 'Phone',
      fingerprint: 'c11e 0a58 77b9 0c44',
      thisDevice: false,
      addedAt: fakeNow - 40 * day,
      keysIn: '',
    },
  ],
  spaces: [
    {
      audience: { kind: 'self', spaceId: fakeId('self'), readerIds: [fakeId('Samira Qureshi')] },
      holds: 'Pulse',
      records: 38,
    },
    { audience: named('Samira Qureshi', 'Ana Moreira'), holds: 'Feedback, comments', records: 64 },
    { audience: named('Samira Qureshi', 'Rafael Nogueira', 'Ana Moreira'), holds: 'Feedback', records: 3 },
    { audience: team, holds: 'Goals, check-ins, comments', records: 2914 },
  ],
  setAside: [
    {
      entryId: fakeId('aside'),
      state: 'quarantined',
      reason: 'Signed by a device after it was removed. Nobody applies it.',
      byId: fakeId('Bilal Ahmed'),
      at: fakeNow - 3 * day,
      mayAdmit: true,
      kept: null,
    },
  ],
  forks: [
    {
      logId: fakeId('fork'),
      personId: fakeId('Yui Nakamura'),
      sentence: 'A device of Yui continued from an old copy. Both parts are kept; the later one waits.',
    },
  ],
  entries: 3019,
  profilePath: '~/.local/share/meridian/default',
  diskBytes: 43_000_000,
};

const entry = (name: string, by: string, daysAgo: number, more: Partial<HistoryEntry>): HistoryEntry => ({
  entryId: fakeId(name),
  byId: fakeId(by),
  deviceName: '',
  deviceId: fakeId(`device of ${by}`),
  claimedAt: fakeNow - daysAgo * day,
  seenAt: fakeNow - daysAgo * day + 600_000,
  seenVia: 'relay relay.example.org',
  witness: null,
  notBefore: null,
  warnings: [],
  verified: true,
  undo: null,
  state: 'applied',
  reason: null,
  changes: [],
  ...more,
});

/** The history the design shows: updates of one key result, one of them by a clock that differs. */
export const fakeHistory: QueryResult<'history'> = {
  title: 'Publish latency, p95',
  kind: 'objective',
  audience: team,
  erased: null,
  entries: [
    entry('9b046e1f', 'Haruto Ishikawa', 0.02, {
      seenVia: 'direct connection with Bilal Ahmed',
      changes: [
        { path: 'updates.a.value', label: 'value', from: '369', to: '372 ms' },
        { path: 'updates.a.confidence', label: 'confidence', from: 'on track', to: 'at risk' },
      ],
    }),
    entry('41d7c890', 'Haruto Ishikawa', 7, {
      warnings: ['after-witness'],
      witness: { at: fakeNow - 7 * day - 8 * hour, byId: fakeId('Claire Tremblay') },
      seenAt: fakeNow - 7 * day + 8 * hour,
      changes: [{ path: 'updates.b.value', label: 'value', from: '396', to: '369 ms' }],
    }),
    entry('c2000000', 'Claire Tremblay', 9, {
      state: 'waiting',
      reason: 'Something that this was written after has not arrived yet.',
    }),
    entry('77aa01cd', 'Ana Moreira', 20, {
      witness: { at: fakeNow - 19.5 * day, byId: fakeId('Bilal Ahmed') },
      notBefore: { at: fakeNow - 18 * day, byId: fakeId('Haruto Ishikawa') },
      warnings: ['before-seen'],
      changes: [
        {
          path: 'description',
          label: 'Description',
          from: 'Readers wait for a page longer than they should. We measure what they feel, at the 95th percentile, on the slowest of the three regions.',
          to: 'Readers wait for a page longer than they should. We measure what they really feel, at the 95th percentile, on each of the three regions.',
        },
      ],
    }),
    entry('0c0ffee0', 'Bilal Ahmed', 30, { state: 'erased', reason: 'Its content was erased for good.' }),
    entry('e5c208ab', 'Ana Moreira', 40, {
      changes: [{ path: 'keyResults.a.target', label: 'target', from: '250', to: '200 ms' }],
    }),
    entry('9b046e00', 'Haruto Ishikawa', 41, {
      changes: [{ path: 'keyResults.a.start', label: 'start', from: null, to: '480 ms' }],
    }),
  ],
};

/** A machine whose key lies under a passphrase, encrypted, checked this morning. */
export const fakeSecurity: QueryResult<'security'> = {
  keys: 'passphrase',
  keychain: false,
  locked: false,
  waitUntil: null,
  autoLockMinutes: 15,
  encrypted: true,
  openMs: 68,
  damage: null,
  quickCheck: { at: fakeNow - 2 * hour, ms: 84, complete: true, logs: 61, signatures: 500, problems: [] },
  verifying: null,
};

/** Somebody who has written for a while, in a team that keeps comments for a year. */
export const fakeErasure: QueryResult<'erasure'> = {
  mine: [
    { kind: 'comment', count: 41 },
    { kind: 'check-in', count: 26 },
    { kind: 'pulse', count: 22 },
    { kind: 'feedback', count: 7 },
    { kind: 'kudos', count: 5 },
  ],
  kept: { goals: 4, tasks: 9, cycles: 0, updates: 31 },
  erased: 2,
  retention: { checkIns: 0, feedback: 0, comments: 12 },
  due: [{ group: 'comments', count: 3, firstAt: fakeNow + 19 * day }],
  maySetRetention: true,
};
