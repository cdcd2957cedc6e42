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
  clockDiffers: false,
  verified: true,
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
  entries: [
    entry('9b046e1f', 'Haruto Ishikawa', 0.02, {
      seenVia: 'direct connection with Bilal Ahmed',
      changes: [
        { path: 'updates.a.value', label: 'value', from: '369', to: '372 ms' },
        { path: 'updates.a.confidence', label: 'confidence', from: 'on track', to: 'at risk' },
      ],
    }),
    entry('41d7c890', 'Haruto Ishikawa', 7, {
      clockDiffers: true,
      seenAt: fakeNow - 7 * day + 8 * hour,
      changes: [{ path: 'updates.b.value', label: 'value', from: '396', to: '369 ms' }],
    }),
    entry('c2000000', 'Claire Tremblay', 9, {
      state: 'waiting',
      reason: 'Something that this was written after has not arrived yet.',
    }),
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
