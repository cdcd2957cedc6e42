import { verifyBytes } from '#engine/crypto/index.ts';
import { foundTeam } from '#engine/founding/index.ts';
import { cutOf, extendCut } from '#engine/ledger/index.ts';
import { deviceKeys } from '#engine/keys/index.ts';
import type { ProfileSecrets } from '#engine/keys/index.ts';
import { buildDeviceAdd, type WrittenAct } from '#engine/members/index.ts';
import { eraseRecord, runRecordCommand } from '#engine/api/index.ts';
import { rotateFor } from '#engine/stewardship/index.ts';
import { admit, openMember, say, type Member, type TeamDeps } from '#engine/sample/team.ts';
import type { RecordCommand } from '#shared/domain/index.ts';
import { parseCommand, type CommandParams } from '#shared/protocol/index.ts';
import { err, expectOk, fromText, ok, toText } from '#shared/std/index.ts';
import { decodeRedaction, type ReceivedEntry, type Redaction } from '#shared/sync/index.ts';
import { tell } from '#test/unit/ledger/meeting.ts';
import { emptyStore, received } from '#test/unit/ledger/team.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { createDice, type Dice } from '../team/dice.ts';
import { copyOf } from './copies.ts';

/** What happens in a history besides edits and acts on membership. */
export type Besides = 'nothing' | 'erasures' | 'copies';

/** Everything that was written in one team, and how one of its people begins to read it. */
export interface History {
  readonly entries: readonly ReceivedEntry[];
  /** What logs said of entries that were erased. */
  readonly redactions: readonly Redaction[];
  /** The owner's keys as they were before anything happened, and as they are in the end. */
  readonly first: ProfileSecrets;
  readonly last: ProfileSecrets;
  readonly deps: TeamDeps;
  /** What the owner's own machine, which wrote and heard of it as it happened, made of it. */
  readonly lived: Member;
  /** How often what was tried, for those who want to know what a history is made of. */
  readonly told: ReadonlyMap<string, number>;
  readonly close: () => void;
}

const week = ['09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', null, null];
const personOf = (name: string) => ({ name, timeZone: 'America/Toronto', workingHours: week, title: '', place: '' });
const names = ['Ana', 'Ben', 'Cem', 'Dia', 'Eli', 'Fay'];

const idBytes = (id: string): Uint8Array => fromText(id) ?? new Uint8Array(0);

interface Crew {
  readonly dice: Dice;
  readonly deps: TeamDeps;
  readonly devices: Member[];
  readonly told: Map<string, number>;
  goals: string[];
  /** Everything as it was written, with what is erased later. */
  readonly written: Map<string, ReceivedEntry>;
}

const count = (crew: Crew, what: string, done: boolean): void => {
  const name = `${what}${done ? '' : ' (refused)'}`;
  crew.told.set(name, (crew.told.get(name) ?? 0) + 1);
};

/** A command as its author's machine decides it; a refusal leaves no trace. */
const attempt = <N extends RecordCommand>(crew: Crew, by: Member, name: N, params: CommandParams<N>): void => {
  const request = parseCommand(name, params);
  const done = request.ok
    ? by.ledger.transact('local', () =>
        runRecordCommand(by.ledger, name, request.value, crew.deps.clock, crew.deps.random),
      )
    : request;
  count(crew, name, done.ok);
};

const act = (crew: Crew, by: Member, what: WrittenAct, rotates: boolean): void => {
  const { ledger } = by;
  const done = ledger.transact('local', () => {
    const written = ledger.writeAct(what);
    if (!written.ok) return written;
    const refusal = ledger.graph.now().refusal(written.value);
    if (refusal !== undefined) return err({ code: 'not-allowed' as const, sentence: refusal.sentence });
    return rotates ? rotateFor(ledger, written.value) : ok(undefined);
  });
  count(crew, what.kind, done.ok);
};

const addDevice = (crew: Crew, of: Member): void => {
  const deviceSecret = crew.deps.random.bytes(32);
  const { ledger } = of;
  const device = deviceKeys(deviceSecret);
  act(crew, of, buildDeviceAdd(ledger.teamRoot, ledger.person.id, device, '', []), false);
  const key = `${of.key}'${crew.devices.length}`;
  const second = openMember(key, emptyStore(), { ...ledger.secrets(), deviceSecret, logs: [] }, crew.deps);
  second.ledger.firstSpaces();
  tell(ledger, second.ledger);
  crew.devices.push(second);
};

const edit = (crew: Crew, by: Member): void => {
  const { dice } = crew;
  const id = dice.of(crew.goals) ?? '';
  const base = JSON.parse(by.ledger.records.get(id)?.heads ?? '[]') as string[];
  const people = [...by.ledger.graph.now().people.keys()];
  const other = dice.of(people.filter((one) => one !== by.ledger.me.personId)) ?? '';
  const words = `${by.key} ${dice.below(1000)}`;
  const ways = [
    () => attempt(crew, by, 'objective.update', { id, base, title: words }),
    () => attempt(crew, by, 'objective.update', { id, base, description: `A calm ${words} release` }),
    () => attempt(crew, by, 'comment.add', { targetId: id, text: words }),
    () => attempt(crew, by, 'kudos.give', { toId: other, value: 'care', text: words }),
    () => attempt(crew, by, 'feedback.give', { aboutId: other, visibility: 'recipient', text: words }),
  ];
  (dice.of(ways) ?? ways[0])?.();
};

/** Takes down what the machines hold, before any of them forgets it. */
const takeDown = (crew: Crew): void => {
  for (const { ledger } of crew.devices)
    for (const log of ledger.entries.logs())
      for (const row of ledger.entries.run(log.log, 1, -1))
        if (row.body !== null || !crew.written.has(toText(row.hash)))
          crew.written.set(toText(row.hash), received(ledger.erasures.wire(row)));
};

/** What the logs of the team said of their own entries, wherever it is kept. */
const redactionsOf = (crew: Crew): Redaction[] => {
  const found = new Map<string, Redaction>();
  for (const { ledger } of crew.devices)
    for (const { hash, statement } of ledger.erasures.table.all()) {
      const redaction = statement === null ? undefined : decodeRedaction(statement, verifyBytes);
      if (redaction !== undefined) found.set(toText(hash), redaction);
    }
  return [...found.values()];
};

/** Somebody erases what they wrote themselves, while others may be writing on it or comment it. */
const erase = (crew: Crew, by: Member): void => {
  const { ledger } = by;
  const own = crew.dice.of(
    ledger.db
      .prepare<unknown[], { id: string }>(
        "SELECT record_id AS id FROM record_view WHERE author_id = ? AND kind IN ('comment', 'kudos', 'feedback') ORDER BY record_id",
      )
      .all(ledger.me.personId),
  );
  if (own === undefined) return;
  takeDown(crew);
  const { clock, random } = crew.deps;
  count(crew, 'erase', ledger.transact('local', () => eraseRecord(ledger, own.id, 'asked', clock, random)).ok);
};

const reorganize = (crew: Crew, by: Member): void => {
  const { dice } = crew;
  const { ledger } = by;
  const members = ledger.graph.now();
  const whom = dice.of([...members.people.values()].filter(({ state }) => state !== 'removed'));
  if (whom === undefined) return;
  const personId = idBytes(whom.personId);
  const cut = cutOf(ledger, whom);
  const deviceId = dice.of(whom.devices) ?? '';
  const ways: readonly (() => void)[] = [
    () => act(crew, by, { kind: 'remove', personId, cut }, dice.once(2)),
    () =>
      act(crew, by, { kind: 'set-role', personId, role: dice.of(['guest', 'member', 'admin']) ?? 'guest', cut }, false),
    () => act(crew, by, { kind: 'set-role', personId, role: dice.of(['admin', 'member']) ?? 'admin', cut }, false),
    () =>
      act(
        crew,
        by,
        { kind: 'device-revoke', deviceId: idBytes(deviceId), cut: cutOf(ledger, { deviceIds: [deviceId] }) },
        dice.once(2),
      ),
    () => {
      const out = [...members.people.values()].filter(({ state, role }) => state === 'removed' || role !== 'owner');
      const personToAdmit = dice.of(out)?.personId ?? whom.personId;
      count(crew, 'extend', ledger.transact('local', () => extendCut(ledger, { personId: personToAdmit })).ok);
    },
  ];
  (dice.of(ways) ?? ways[0])?.();
};

/**
 * Somebody writes on a goal, somebody who knows nothing builds on it, and elsewhere the first of them loses something.
 * Now and then the second is cut off as well, or a third had heard in time.
 */
const plot = (crew: Crew, owner: Member): void => {
  const { dice } = crew;
  const [victim, builder, third] = dice.shuffled(crew.devices.filter((one) => one !== owner));
  const id = dice.of(crew.goals) ?? '';
  if (victim === undefined || builder === undefined) return;
  const retitle = (by: Member): void => {
    const base = JSON.parse(by.ledger.records.get(id)?.heads ?? '[]') as string[];
    const words = `${by.key} ${dice.below(1000)}`;
    const fields = dice.once(2) ? { title: words } : { description: `A ${words} release` };
    attempt(crew, by, 'objective.update', { id, base, ...fields });
  };
  const cutOff = (who: Member): void => {
    const { personId, deviceId } = who.ledger.me;
    const cut = cutOf(owner.ledger, { personId });
    const ways: readonly WrittenAct[] = [
      { kind: 'remove', personId: idBytes(personId), cut },
      { kind: 'set-role', personId: idBytes(personId), role: dice.of(['guest', 'member']) ?? 'guest', cut },
      {
        kind: 'device-revoke',
        deviceId: idBytes(deviceId),
        cut: cutOf(owner.ledger, { deviceIds: [deviceId] }),
      },
    ];
    const way = dice.of(ways);
    if (way !== undefined) act(crew, owner, way, dice.once(2));
  };
  if (third !== undefined && dice.once(3)) tell(victim.ledger, third.ledger);
  retitle(victim);
  retitle(victim);
  tell(victim.ledger, builder.ledger);
  cutOff(victim);
  if (dice.once(4)) cutOff(builder);
  retitle(builder);
  if (third !== undefined && dice.once(2)) {
    tell(builder.ledger, third.ledger);
    if (dice.once(2)) tell(owner.ledger, third.ledger);
    retitle(third);
  }
};

/** Somebody's machine is copied, and both copies go on with the same goal; somebody hears of one of them. */
const copyMachine = (crew: Crew, of: Member): void => {
  const { dice } = crew;
  const copy = copyOf(of, crew.deps, dice.once(2));
  crew.devices.push(copy);
  count(crew, 'copy', true);
  const other = dice.of(crew.devices.filter((one) => one !== of && one !== copy));
  for (const one of dice.shuffled([of, copy])) edit(crew, one);
  if (other !== undefined) tell(dice.once(2) ? of.ledger : copy.ledger, other.ledger);
};

/**
 * A team of three to six, some with two machines, who write, meet in pairs, and remove, demote and revoke each other
 * while apart. Every machine is honest; it just does not know yet. With `copies` machines are copied, and both go on:
 * what they write in one log then lies on two branches of it. One seed, one history.
 */
export const liveThrough = (seed: number, steps: number, besides: Besides = 'nothing'): History => {
  const random = seededRandom(seed);
  const deps: TeamDeps = { clock: { now: () => Date.UTC(2026, 4, 11, 9) }, random };
  const dice = createDice(random);
  const founding = foundTeam(
    { teamName: 'Northern Lights', person: personOf('Ana'), relayUrls: [] },
    deps.clock,
    random,
  );
  const ana = openMember('Ana', emptyStore(), founding.secrets, deps);
  expectOk(ana.ledger.transact('local', () => founding.begin(ana.ledger)));
  const crew: Crew = { dice, deps, devices: [ana], told: new Map(), goals: [], written: new Map() };
  for (const name of names.slice(1, 3 + (dice.once(3) ? dice.below(4) : dice.below(2))))
    crew.devices.push(
      admit(
        ana,
        name,
        emptyStore(),
        name,
        (member) => void say(member, 'team.join', { link: '', person: personOf(name) }, deps),
        deps,
      ),
    );
  const cycleId =
    ana.ledger.db.prepare<unknown[], { record_id: string }>('SELECT record_id FROM cycles').get()?.record_id ?? '';
  const everybody = (): void => {
    for (const to of crew.devices) for (const from of crew.devices) if (from !== to) tell(from.ledger, to.ledger);
  };
  everybody();
  for (const by of crew.devices.slice(0, 2)) {
    const ownerId = by.ledger.me.personId;
    crew.goals.push(say(by, 'objective.create', { title: `Goal of ${by.key}`, cycleId, ownerId }, deps).id);
  }
  everybody();
  for (const who of crew.devices.slice(1))
    if (!dice.once(3))
      act(crew, ana, { kind: 'set-role', personId: who.ledger.person.id, role: 'admin', cut: [] }, false);
  everybody();

  for (let step = 0; step < steps; step += 1) {
    if (step === Math.trunc(steps / 3) || step === steps - 2) plot(crew, ana);
    const by = dice.of(crew.devices) ?? ana;
    const other = dice.of(crew.devices) ?? ana;
    if (besides === 'copies' && (step === Math.trunc(steps / 4) || (by !== ana && dice.once(8)))) {
      copyMachine(crew, by === ana ? (crew.devices[1] ?? by) : by);
      continue;
    }
    const chance = dice.below(besides === 'erasures' ? 13 : 10);
    if (chance >= 10) {
      erase(crew, by);
      continue;
    }
    if (chance < 4) edit(crew, by);
    else if (chance < 8) {
      if (by !== other) tell(by.ledger, other.ledger);
    } else if (chance === 8 || crew.devices.length > 7) reorganize(crew, by);
    else addDevice(crew, by);
  }
  everybody();
  everybody();
  if (besides === 'copies') everybody();

  takeDown(crew);
  const redactions = redactionsOf(crew);
  expectOk(ana.ledger.takeRedactions(redactions));
  return {
    entries: [...crew.written.values()],
    redactions,
    first: founding.secrets,
    last: { ...ana.ledger.secrets(), logs: [] },
    deps,
    lived: ana,
    told: crew.told,
    close: () => {
      for (const { ledger } of crew.devices) {
        ledger.close();
        ledger.db.close();
      }
    },
  };
};
