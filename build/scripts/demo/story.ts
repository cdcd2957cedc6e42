import { isDeepStrictEqual } from 'node:util';
import type { QueryResult } from '../../../shared/protocol/index.ts';
import { quarterOf } from './calendar.ts';
import type { Narrator } from './narrator.ts';
import type { Participant } from './participant.ts';

export interface Stage {
  readonly amelia: Participant;
  readonly bilal: Participant;
  readonly relay: { readonly url: string; readonly start: () => Promise<void>; readonly stop: () => Promise<void> };
  readonly narrator: Narrator;
  readonly now: () => number;
}

/** What the story came to. */
export interface Outcome {
  readonly converged: boolean;
  /** What was found wrong, one sentence each. */
  readonly problems: readonly string[];
  /** From the relay's return until both showed the same, in milliseconds. */
  readonly convergedInMs: number;
}

interface Cast {
  readonly ameliaId: string;
  readonly bilalId: string;
  readonly objectiveId: string;
  readonly keyResultIds: readonly string[];
}

const workdays = (hours: string): (string | null)[] => [hours, hours, hours, hours, hours, null, null];

const plainDescription = 'New customers get value in their first week.';
const fromToronto = 'New customers get value in their first week, measured from the day they sign.';
const fromKarachi = `${plainDescription} Support answers their questions in their own language.`;

const headsOf = async (person: Participant, id: string): Promise<string[]> => {
  const { objective } = await person.read('objective', { id });
  if (objective === null) throw new Error(`${person.name} does not have the objective`);
  return objective.heads;
};

/** A new team begins with the cycle it is in; make one where it does not. */
const currentCycle = async (person: Participant, now: () => number): Promise<string> => {
  const { currentId } = await person.read('cycles', {});
  return currentId ?? (await person.run('cycle.create', quarterOf(now()))).id;
};

/** A team is made, and somebody joins it while its maker is away. */
const meet = async ({ amelia, bilal, relay, narrator, now }: Stage): Promise<Cast> => {
  narrator.heading('A team begins');
  await relay.start();
  narrator.note(`A relay runs at ${relay.url}. It will only ever see ciphertext.`);
  await amelia.open();
  const { personId: ameliaId } = await amelia.run('team.create', {
    teamName: 'Northern Lights',
    person: {
      name: 'Amelia Tremblay',
      timeZone: amelia.timeZone,
      place: amelia.city,
      title: 'Product lead',
      workingHours: workdays('09:00-17:00'),
    },
    relayUrls: [relay.url],
  });
  narrator.tell(amelia, 'creates the team "Northern Lights".');
  const cycleId = await currentCycle(amelia, now);
  const { keyResultIds, id: objectiveId } = await amelia.run('objective.create', {
    title: 'Onboarding that people finish',
    description: plainDescription,
    cycleId,
    ownerId: ameliaId,
    keyResults: [
      { title: 'New customers active after a week', type: 'percent', unit: '%', start: 40, target: 70 },
      { title: 'Days from signing to first report', type: 'number', unit: 'days', start: 12, target: 4 },
      { title: 'Guides translated', type: 'number', start: 0, target: 6 },
    ],
  });
  narrator.tell(amelia, 'sets the objective "Onboarding that people finish" with three key results.');
  const { link } = await amelia.run('invitation.create', {});
  narrator.tell(amelia, 'makes an invitation link and sends it to Bilal.');
  await amelia.until('sync', {}, ({ pending }) => pending === 0);
  await amelia.close();
  narrator.tell(amelia, 'closes Meridian and goes to sleep.');

  await bilal.open();
  const { personId: bilalId } = await bilal.run('team.join', {
    link,
    person: {
      name: 'Bilal Qureshi',
      timeZone: bilal.timeZone,
      place: bilal.city,
      title: 'Customer success',
      workingHours: workdays('10:00-18:00'),
    },
  });
  await bilal.until('session', {}, ({ state }) => state === 'ready');
  narrator.tell(bilal, 'opens the link and joins, while Amelia is asleep.');
  await bilal.until('objective', { id: objectiveId }, ({ objective }) => objective !== null);
  narrator.tell(bilal, 'reads the objective Amelia set.');
  await bilal.until('sync', {}, ({ pending }) => pending === 0);
  await bilal.close();

  await amelia.open();
  await amelia.until('people', {}, ({ people }) =>
    people.some(({ id, state }) => id === bilalId && state === 'member'),
  );
  narrator.tell(amelia, 'wakes up: Bilal is on the team, and her machine has confirmed his invitation by itself.');
  await amelia.run('member.setManager', { personId: bilalId, managerId: ameliaId });
  await amelia.run('objective.update', {
    id: objectiveId,
    base: await headsOf(amelia, objectiveId),
    contributorIds: [bilalId],
  });
  narrator.tell(amelia, 'makes Bilal a contributor to the objective.');
  await bilal.open();
  await bilal.until(
    'objective',
    { id: objectiveId },
    ({ objective }) => objective?.contributorIds.includes(bilalId) === true,
  );
  await bilal.until('people', {}, ({ people }) =>
    people.some(({ id, state, managerId }) => id === bilalId && state === 'member' && managerId === ameliaId),
  );
  return { ameliaId, bilalId, objectiveId, keyResultIds };
};

/** Both work on the same objective, neither knowing of the other. */
const workApart = async ({ amelia, bilal, relay, narrator }: Stage, cast: Cast): Promise<string> => {
  const { ameliaId, objectiveId: id, keyResultIds } = cast;
  const [activeId = '', daysId = ''] = keyResultIds;
  narrator.heading('Both offline');
  await relay.stop();
  narrator.note('The relay is gone. Nothing passes between Toronto and Karachi.');
  const ameliaBase = await headsOf(amelia, id);
  const bilalBase = await headsOf(bilal, id);

  await amelia.run('objective.update', { id, base: ameliaBase, description: fromToronto });
  narrator.tell(amelia, 'rewords the description: "... measured from the day they sign."');
  await amelia.run('keyResult.progress', {
    objectiveId: id,
    keyResultId: activeId,
    base: await headsOf(amelia, id),
    value: 52,
    confidence: 'on-track',
    projection: 68,
    note: 'The new first screen helps.',
  });
  narrator.tell(amelia, 'updates "New customers active after a week" to 52 %.');
  await amelia.run('comment.add', { targetId: id, text: 'Who can read the support tickets for me?' });

  await bilal.run('objective.update', { id, base: bilalBase, description: fromKarachi });
  narrator.tell(bilal, 'adds to the same description: "Support answers ... in their own language."');
  await bilal.run('keyResult.progress', {
    objectiveId: id,
    keyResultId: daysId,
    base: await headsOf(bilal, id),
    value: 9,
    confidence: 'at-risk',
    projection: 6,
    note: 'Two customers wait for their data.',
  });
  narrator.tell(bilal, 'updates "Days from signing to first report" to 9 and says it is at risk.');
  await bilal.run('feedback.give', {
    aboutId: ameliaId,
    visibility: 'recipient',
    text: 'Your note on Tuesday saved me a day. Please write more of them.',
  });
  narrator.tell(bilal, 'writes feedback that only Amelia will be able to read.');
  const { week, question } = await bilal.read('checkInDraft', {});
  const { id: checkInId } = await bilal.run('checkIn.submit', {
    week,
    lastPlans: [],
    plans: [{ text: 'Call the two customers who wait' }, { text: 'Translate the first guide into Urdu' }],
    updates: [],
    blockers: [{ text: 'I need the list of signing dates', waitsForId: ameliaId, urgent: false }],
    question,
    answer: 'A customer finished onboarding in three days.',
  });
  narrator.tell(bilal, `checks in for ${week}, with a blocker that waits for Amelia.`);
  return checkInId;
};

/** What people wrote of an objective, without what each machine works out for its reader's own day. */
const written = ({ objective }: QueryResult<'objective'>) =>
  objective && {
    ...{ heads: objective.heads, title: objective.title, description: objective.description },
    ...{ ownerId: objective.ownerId, contributorIds: objective.contributorIds, progress: objective.progress },
    ...{ comments: objective.comments, conflicts: objective.conflicts },
    keyResults: objective.keyResults.map(({ id, title, value, confidence, projection, updates }) => ({
      ...{ id, title, value, confidence, projection, updates },
    })),
  };

const bothShow = (description: string): boolean =>
  description.includes('measured from the day they sign') && description.includes('in their own language');

/** They meet again, and everything has to be there. */
const comeTogether = async (stage: Stage, cast: Cast, checkInId: string): Promise<Outcome> => {
  const { amelia, bilal, relay, narrator, now } = stage;
  const { objectiveId: id, bilalId, ameliaId } = cast;
  narrator.heading('Together again');
  await relay.start();
  const began = now();
  narrator.note('The relay is back.');
  for (const person of [amelia, bilal]) {
    await person.run('relay.retry', {});
    await person.until(
      'objective',
      { id },
      ({ objective }) => objective !== null && bothShow(objective.description) && objective.comments.length === 1,
    );
  }
  await amelia.until('checkIn', { id: checkInId }, ({ checkIn }) => checkIn !== null);
  await amelia.until('thread', { personId: ameliaId }, ({ feedback }) => feedback.length === 1);
  const convergedInMs = now() - began;
  narrator.tell(amelia, 'sees both wordings in the description, both updates, the check-in and the private feedback.');
  narrator.tell(bilal, 'sees the same.');

  await amelia.run('checkIn.acknowledge', { checkInId });
  narrator.tell(amelia, "acknowledges Bilal's check-in.");
  await bilal.until('checkIn', { id: checkInId }, ({ checkIn }) => checkIn?.acknowledgements.length === 1);
  narrator.tell(bilal, 'sees that it was read.');

  narrator.heading('Proof');
  const problems: string[] = [];
  const [hers, his] = [await amelia.read('objective', { id }), await bilal.read('objective', { id })];
  if (!isDeepStrictEqual(written(hers), written(his))) problems.push('The two machines show different objectives.');
  narrator.note(`The description on both machines: "${hers.objective?.description ?? ''}"`);
  const history = await bilal.read('history', { recordId: id });
  const authors = new Set(history.entries.map(({ byId }) => byId));
  if (!history.entries.every(({ verified }) => verified)) problems.push('A signature in the history does not verify.');
  if (!authors.has(ameliaId) || !authors.has(bilalId)) problems.push('The history does not name both authors.');
  narrator.note(`Its history holds ${history.entries.length} signed entries by both, and every signature verifies.`);
  for (const person of [amelia, bilal]) {
    const { problems: found, entries, records } = await person.run('verify.run', {});
    for (const problem of found) problems.push(`${person.name}: ${problem.part} ${problem.where}: ${problem.sentence}`);
    narrator.tell(person, `verifies ${entries} entries and ${records} records: ${found.length} problems.`);
  }
  return { converged: problems.length === 0, problems, convergedInMs };
};

/**
 * The main job, end to end: two people who are never online together run their week.
 *
 * @throws Error with a sentence when a step cannot be done at all
 */
export const playStory = async (stage: Stage): Promise<Outcome> => {
  const cast = await meet(stage);
  const checkInId = await workApart(stage, cast);
  return comeTogether(stage, cast, checkInId);
};
