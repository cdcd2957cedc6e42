import { administers, permitted, standingSentences, type Decision } from '#shared/domain/index.ts';
import {
  failure,
  type CommandName,
  type CommandRequest,
  type CommandResult,
  type ProtocolError,
} from '#shared/protocol/index.ts';
import { err, fromText, ok, type Result } from '#shared/std/index.ts';
import type { SyncObject } from '#shared/sync/index.ts';
import { domainContext, writeDecision } from '../api/index.ts';
import { preparePeople, recognise } from '../exchange/index.ts';
import type { KnownPerson, PeoplePlan, PeoplePlanContext } from '../exchange/index.ts';
import { cutOf, type Ledger } from '../ledger/index.ts';
import { hoursFrom } from '../queries/index.ts';
import type { PersonRow } from '../readmodels/index.ts';
import { grantsFor } from './grant-chain.ts';
import { needMembership } from './guards.ts';
import { writeInvitation } from './invitation-commands.ts';
import type { Live } from './live.ts';
import { writeAct } from './member-commands.ts';
import type { ProfileState } from './state.ts';

type PeopleImport = 'import.recognise' | 'import.previewPeople' | 'import.applyPeople';
type Table = {
  readonly [N in Extract<CommandName, PeopleImport>]: (
    request: CommandRequest<N>,
  ) => Result<CommandResult<N>, ProtocolError>;
};
type Links = CommandResult<'import.applyPeople'>['links'];

type Page = Pick<PersonRow, 'record_id' | 'person_id' | 'name' | 'title' | 'place' | 'time_zone' | 'hours'>;

const nine = '09:00-17:00';
/** As people without a page are shown. */
const noPage = { title: '', place: '', timeZone: 'UTC', workingHours: [nine, nine, nine, nine, nine, null, null] };

const peopleIn = (ledger: Ledger): readonly KnownPerson[] => {
  const rows = ledger.db
    .prepare<unknown[], Page>(
      'SELECT record_id, person_id, name, title, place, time_zone, hours FROM people ORDER BY record_id DESC',
    )
    .all();
  const pages = new Map(rows.map((row) => [row.person_id, row]));
  return [...ledger.graph.now().people.values()].map(({ personId: id, name, role, state, managerId }) => {
    const page = pages.get(id);
    const known = { id, name: page?.name ?? name, role, state, managerId, pageId: page?.record_id ?? null };
    if (page === undefined) return { ...known, ...noPage };
    const { title, place, time_zone: timeZone } = page;
    return { ...known, title, place, timeZone, workingHours: hoursFrom(page.hours) };
  });
};

const contextOf = ({ ledger }: Live, now: number): PeoplePlanContext => ({
  meId: ledger.me.personId,
  people: peopleIn(ledger),
  invitations: ledger.graph.now().invitations.map(({ note, state, expiresAt, usedById }) => ({
    name: note,
    state: state === 'open' && expiresAt <= now ? 'expired' : state,
    usedById,
  })),
});

/** Everything that an import of people changes belongs to admins. */
const needAdmin = (profile: ProfileState): Result<Live, ProtocolError> => {
  const live = needMembership(profile);
  if (!live.ok) return live;
  const me = live.value.ledger.graph.now().person(live.value.ledger.me.personId);
  return me !== undefined && administers(me) ? live : err(failure('not-allowed', standingSentences.administer));
};

const idOf = (id: string): Uint8Array => {
  const bytes = fromText(id);
  if (bytes === undefined) throw new Error(`The team has a person without an id: ${id}.`);
  return bytes;
};

/** Inside a transaction: changes of those who are in the team. */
const writeChanges = (profile: ProfileState, live: Live, plan: PeoplePlan): Result<void, ProtocolError> => {
  const { ledger } = live;
  const decision: Decision = {
    writes: plan.pages.map(({ recordId, edits }) => ({ act: 'revise', kind: 'person', recordId, base: null, edits })),
    itemIds: [],
    existingId: null,
  };
  const allowed = permitted(ok(decision), domainContext(ledger, profile.clock, profile.random));
  if (!allowed.ok) return allowed;
  const written = writeDecision(ledger, decision, profile.random);
  if (!written.ok) return written;
  for (const { personId, role } of plan.roles) {
    const set = writeAct(ledger, {
      kind: 'set-role',
      personId: idOf(personId),
      role,
      cut: cutOf(ledger, { personId }),
    });
    if (!set.ok) return set;
    if (role !== 'admin') continue;
    const granted = writeAct(ledger, { kind: 'grant', grants: grantsFor(ledger, live.grants(), personId) });
    if (!granted.ok) return granted;
  }
  for (const { personId, managerId } of plan.managers) {
    const manager = managerId === null ? null : idOf(managerId);
    const set = writeAct(ledger, { kind: 'set-manager', personId: idOf(personId), managerId: manager });
    if (!set.ok) return set;
  }
  return ok(undefined);
};

/** Inside a transaction: an invitation for each newcomer, named after them. */
const writeInvitations = (
  profile: ProfileState,
  live: Live,
  { invitations }: PeoplePlan,
  days: number,
): Result<{ readonly links: Links; readonly objects: readonly SyncObject[] }, ProtocolError> => {
  const links: Links = [];
  const objects: SyncObject[] = [];
  for (const { name, contact, role } of invitations) {
    const made = writeInvitation(profile, live, { name, role, days, approval: false });
    if (!made.ok) return made;
    const { link, expiresAt } = made.value.answer;
    links.push({ name, contact, role, link, expiresAt });
    objects.push(made.value.object);
  }
  return ok({ links, objects });
};

/** Commands on files as a whole, and on lists of people. */
export const peopleImportCommands = (profile: ProfileState): Table => ({
  'import.recognise': ({ fileName, text }) => ok({ preset: recognise(fileName, text) }),
  'import.previewPeople': (request) => {
    const live = needAdmin(profile);
    if (!live.ok) return live;
    const prepared = preparePeople(request, contextOf(live.value, profile.clock.now()));
    return prepared.ok ? ok(prepared.value.preview) : prepared;
  },
  'import.applyPeople': (request) => {
    const live = needAdmin(profile);
    if (!live.ok) return live;
    const { ledger, network } = live.value;
    const done = ledger.transact('local', () => {
      const prepared = preparePeople(request, contextOf(live.value, profile.clock.now()));
      if (!prepared.ok) return prepared;
      const { plan, preview } = prepared.value;
      const changed = writeChanges(profile, live.value, plan);
      if (!changed.ok) return changed;
      const made = writeInvitations(profile, live.value, plan, request.days);
      return made.ok ? ok({ ...made.value, preview }) : made;
    });
    if (!done.ok) return done;
    const { links, objects, preview } = done.value;
    for (const object of objects) network.putObject(object);
    const { fresh, invited, changed, same, errors } = preview;
    return ok({ links, fresh, invited, changed, same, errors });
  },
});
