import type { QueryResult } from '#shared/protocol/index.ts';
import { fakeId, fakeNow, fakePeople } from './people.ts';

type Hit = QueryResult<'search'>['hits'][number];

const hour = 3_600_000;
const team = { kind: 'team', spaceId: fakeId('team'), readerIds: fakePeople.map((person) => person.id) } as const;

const hit = (kind: string, title: string, snippet: string, by: string, more: Partial<Hit> = {}): Hit => ({
  recordId: fakeId(`${kind} ${title}`),
  kind,
  title,
  snippet,
  byId: fakeId(by),
  at: fakeNow - 20 * hour,
  audience: team,
  open: { kind, id: fakeId(title) },
  ...more,
});

const found: readonly Hit[] = [
  hit(
    'objective',
    'New teams publish unaided',
    'A team that \u0002pub\u0003lishes in its first week stays.',
    'Ana Moreira',
  ),
  hit('comment', '', 'Can we count \u0002pub\u0003lishing from the phone?', 'Claire Tremblay', {
    open: { kind: 'check-in', id: fakeId('check-in Haruto Ishikawa') },
  }),
  hit('feedback', '', 'You \u0002pub\u0003lished the notes the same day.', 'Ana Moreira', {
    audience: { kind: 'named', spaceId: fakeId('pair'), readerIds: [fakeId('Samira Qureshi'), fakeId('Ana Moreira')] },
    open: { kind: 'person', id: fakeId('Ana Moreira') },
  }),
];

/** What a search finds in the design's team: anything that begins like "pub". */
export const fakeSearch = (text: string, kinds: readonly string[] | undefined): readonly Hit[] =>
  'publish'.startsWith(text.toLowerCase())
    ? found.filter((one) => kinds === undefined || kinds.includes(one.kind))
    : [];
