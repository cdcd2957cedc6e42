import { expectOk, toText, type Random } from '#shared/std/index.ts';
import { questionOfWeek, weekOf } from '#shared/domain/index.ts';
import type { SyncObject } from '#shared/sync/index.ts';
import { betweenActs } from './between-acts.ts';
import { sampleHaves } from './haves.ts';
import { foundTeam } from '../founding/index.ts';
import type { ProfileSecrets } from '../keys/index.ts';
import type { Db } from '../store/index.ts';
import { people, question, questions, teamName, teamValues, type SamplePerson } from './people.ts';
import { tellStory, type Stage } from './story.ts';
import { actAs, admit, createExchange, headsOf, idOf, openMember, say, type Member, type TeamDeps } from './team.ts';

export interface SampleDeps {
  /** The reader's own, empty store. */
  readonly db: Db;
  readonly emptyStore: () => Db;
  /** The present moment: everything happened before it. */
  readonly now: number;
  readonly random: Random;
  /** Lets other work run in between. */
  readonly breathe: () => Promise<void>;
}

/** The reader's profile, and what the other machines left beside the log. */
export interface SampleTeam {
  readonly secrets: ProfileSecrets;
  readonly haves: readonly SyncObject[];
}

const profileOf = (person: SamplePerson) => ({
  name: person.name,
  title: person.title,
  place: person.place,
  timeZone: person.timeZone,
  workingHours: [0, 1, 2, 3, 4, 5, 6].map((day) => (day < 5 ? person.hours : null)),
});

/**
 * Makes the sample team: twelve people, each with keys, a device and a log of their own, who join, set goals, report and
 * write through the same commands as everybody, up to the present. The reader gets the profile of one of them. Returns
 * the secrets of that profile, and what the others' machines say they hold.
 */
export const makeSampleTeam = async (deps: SampleDeps): Promise<SampleTeam> => {
  // Nothing of it has to survive a power cut before all of it is there; the caller's commit makes it durable at once.
  const files = (deps.db.pragma('database_list') as { readonly name: string }[])
    .filter(({ name }) => name !== 'temp')
    .map(({ name }) => ({ name, before: Number(deps.db.pragma(`${name}.synchronous`, { simple: true })) }));
  for (const { name } of files) deps.db.pragma(`${name}.synchronous = NORMAL`);
  try {
    return await playStory(deps);
  } finally {
    for (const { name, before } of files) deps.db.pragma(`${name}.synchronous = ${before}`);
  }
};

const dayMs = 86_400_000;

/** The team's questions, so turned that the present week asks what its check-ins answer. */
const inTurn = (now: number): string[] => {
  const week = weekOf(now, 'Asia/Karachi');
  const turned = questions.map((_, shift) => [...questions.slice(shift), ...questions.slice(0, shift)]);
  return turned.find((each) => questionOfWeek(each, week) === question) ?? [...questions];
};

const playStory = async (deps: SampleDeps): Promise<SampleTeam> => {
  const { begins, happenings } = tellStory(deps.now);
  let now = begins;
  const team: TeamDeps = { clock: { now: () => now }, random: deps.random };
  const [first, ...others] = people;
  if (first === undefined) throw new Error('The sample team has nobody in it.');

  const founding = foundTeam({ teamName, person: profileOf(first), relayUrls: [] }, team.clock, team.random);
  const founder = openMember(first.key, deps.emptyStore(), founding.secrets, team);
  expectOk(founder.ledger.transact('local', () => founding.begin(founder.ledger)));
  const members = new Map<string, Member>([[first.key, founder]]);
  const of = (key: string): Member => {
    const member = members.get(key);
    if (member === undefined) throw new Error(`Nobody in the sample team is called ${key}.`);
    return member;
  };
  const personId = (key: string): string => of(key).ledger.me.personId;

  for (const person of others) {
    now += 60_000;
    const db = person.key === 'me' ? deps.db : deps.emptyStore();
    const write = (member: Member): void =>
      void say(member, 'team.join', { link: '', person: profileOf(person) }, team);
    members.set(person.key, admit(founder, person.key, db, person.name, write, team));
    await deps.breathe();
  }
  const everybody = [...members.values()];
  const exchange = createExchange(() => everybody);

  for (const person of people) {
    now += 1000;
    if (person.managerKey !== null)
      actAs(founder, { kind: 'set-manager', personId: idOf(of(person.key)), managerId: idOf(of(person.managerKey)) });
    if (person.role === 'admin')
      actAs(founder, { kind: 'set-role', personId: idOf(of(person.key)), role: 'admin', cut: [] });
    const row = of(person.key)
      .ledger.db.prepare<unknown[], { heads: string }>(
        'SELECT v.heads FROM record_view v JOIN people p ON p.record_id = v.record_id WHERE p.person_id = ?',
      )
      .get(personId(person.key));
    const base = JSON.parse(row?.heads ?? '[]') as string[];
    say(
      of(person.key),
      'person.update',
      { base, howToWorkWithMe: person.howToWorkWithMe, holidays: person.holidays },
      team,
    );
  }
  exchange.catchUp(founder);
  const settings = founder.ledger.db
    .prepare<unknown[], { heads: string }>("SELECT heads FROM record_view WHERE kind = 'team-settings'")
    .get();
  say(
    founder,
    'team.update',
    { base: JSON.parse(settings?.heads ?? '[]') as string[], questions: inTurn(deps.now), values: [...teamValues] },
    team,
  );

  const hears = (key: string): Member => {
    const member = of(key);
    exchange.catchUp(member);
    return member;
  };
  /** Machines meet when they have to: hearing everything before every act would be most of the work. */
  const knowing = (key: string, ...needs: readonly string[]): Member =>
    needs.every((id) => of(key).ledger.records.get(id) !== undefined) ? of(key) : hears(key);
  const stage = stageActs({ founder, of: knowing, hears, personId, team });
  let day = '';
  let heard = now;
  for (const { at, happens } of happenings) {
    now = Math.max(now, at);
    const today = new Date(now).toISOString().slice(0, 10);
    if (today !== day) {
      await deps.breathe();
      // What is new to the reader, and what others lack, goes by when it came: every day lately, every week before.
      const lately = now > deps.now - 21 * dayMs;
      if (lately || now - heard > 7 * dayMs) {
        hears('me');
        heard = now;
      }
      day = today;
    }
    happens(stage);
  }
  exchange.catchUp(of('me'));
  const me = of('me');
  const secrets = me.secrets();
  const haves = sampleHaves(
    me,
    everybody.filter((one) => one !== me),
    deps.now,
    deps.random,
  );
  for (const member of everybody) {
    member.ledger.close();
    if (member.key !== 'me') member.ledger.db.close();
  }
  return { secrets, haves };
};

interface StageDeps {
  readonly founder: Member;
  /** Whoever acts. They have heard of the records that they need. */
  readonly of: (key: string, ...needs: readonly string[]) => Member;
  /** Somebody who has just heard of everything that the others did. */
  readonly hears: (key: string) => Member;
  readonly personId: (key: string) => string;
  readonly team: TeamDeps;
}

const stageActs = ({ founder, of, hears, personId, team }: StageDeps): Stage => ({
  cycle: (title, start, end) => {
    // Founding a team opens the cycle of that moment.
    const open = founder.ledger.db
      .prepare<unknown[], { record_id: string }>('SELECT record_id FROM cycles WHERE start = ?')
      .get(start);
    return open?.record_id ?? say(founder, 'cycle.create', { title, start, end }, team).id;
  },
  closeCycle: (id) => {
    say(founder, 'cycle.update', { id, base: headsOf(hears(founder.key), id), state: 'closed' }, team);
  },
  objective: (by, goal) =>
    say(
      of(by, goal.cycleId, ...(goal.parentId === null ? [] : [goal.parentId])),
      'objective.create',
      {
        title: goal.title,
        description: goal.description,
        cycleId: goal.cycleId,
        ownerId: personId(goal.owner),
        parentId: goal.parentId,
        rollUp: goal.rollUp,
        contributorIds: [...new Set(goal.keyResults.map((kr) => personId(kr.owner)))].filter(
          (id) => id !== personId(goal.owner),
        ),
        keyResults: goal.keyResults.map((kr) => ({
          title: kr.title,
          type: kr.type,
          unit: kr.unit ?? '',
          start: kr.start,
          target: kr.target,
          direction: kr.direction ?? 'at-least',
          ownerId: personId(kr.owner),
        })),
      },
      team,
    ),
  progress: (by, report) => {
    const author = of(by, report.objectiveId);
    say(author, 'keyResult.progress', { ...report, base: headsOf(author, report.objectiveId) }, team);
  },
  close: (by, id, score, reflection) =>
    void say(of(by), 'objective.close', { id, base: headsOf(hears(by), id), score, reflection }, team),
  checkIn: (by, told) => {
    const id = (): string => toId(team.random);
    const item = (text: string, outcome: 'done' | 'carried') => ({
      id: id(),
      text,
      outcome,
      carried: 0,
      keyResultId: null,
    });
    return say(
      of(by),
      'checkIn.submit',
      {
        week: told.week,
        lastPlans: [
          ...told.done.map((text) => item(text, 'done')),
          ...told.carried.map((text) => item(text, 'carried')),
        ],
        plans: told.plans.map((plan) => ({ ...plan, id: id() })),
        updates: [],
        blockers:
          told.blocker === null
            ? []
            : [{ text: told.blocker.text, waitsForId: personId(told.blocker.waitsFor), urgent: told.blocker.urgent }],
        question,
        answer: told.answer,
      },
      team,
    ).id;
  },
  acknowledge: (by, checkInId) => void say(of(by, checkInId), 'checkIn.acknowledge', { checkInId }, team),
  comment: (by, targetId, text) => void say(of(by, targetId), 'comment.add', { targetId, text }, team),
  feedback: ({ by, about, visibility, text }) =>
    void say(of(by), 'feedback.give', { aboutId: personId(about), visibility, text }, team),
  task: (by, task, due, week) => {
    const author = of(by);
    const keyResultId = task.keyResult === undefined ? null : keyResultOf(author, task.keyResult.title, hears);
    return say(
      author,
      'task.create',
      {
        title: task.title,
        ownerId: personId(by),
        milestone: task.milestone ?? false,
        keyResultId,
        due,
        week,
        deliverable: task.deliverable ?? '',
        doneMeans: task.doneMeans ?? '',
        acceptedById: task.acceptedBy === undefined ? null : personId(task.acceptedBy),
      },
      team,
    ).id;
  },
  taskMoved: (by, id, week) => void say(of(by), 'task.update', { id, base: headsOf(of(by), id), week }, team),
  taskEnded: (by, id, state) => void say(of(by), 'task.update', { id, base: headsOf(of(by), id), state }, team),
  taskAccepted: (by, id) => void say(of(by), 'task.accept', { id, base: headsOf(hears(by), id) }, team),
  ask: ({ by, to, question: asked, text = '', urgent = false, team: shown = false }) =>
    say(
      of(by),
      'request.ask',
      { toId: personId(to), question: asked, text, urgent, targetId: null, readers: shown ? 'team' : 'pair' },
      team,
    ).id,
  answered: (by, id, text) => void say(of(by), 'request.answer', { id, base: headsOf(hears(by), id), text }, team),
  handedOn: (by, id, to) =>
    void say(of(by), 'request.handOn', { id, base: headsOf(hears(by), id), toId: personId(to) }, team),
  leave: (by, start, end, note) => void say(of(by), 'leave.add', { start, end, note }, team),
  kudos: ({ by, to, value, text }) => void say(hears(by), 'kudos.give', { toId: personId(to), value, text }, team),
  ...betweenActs({ of, hears, personId, team }),
});

/** Id of the key result of this title, after hearing of it if need be. */
const keyResultOf = (author: Member, title: string, hears: (key: string) => Member): string | null => {
  const find = (): string | undefined =>
    author.ledger.db
      .prepare<unknown[], { id: string }>('SELECT id FROM key_results WHERE title = ? ORDER BY id LIMIT 1')
      .get(title)?.id;
  const known = find();
  if (known !== undefined) return known;
  hears(author.key);
  return find() ?? null;
};

const toId = (random: Random): string => toText(random.bytes(16));
