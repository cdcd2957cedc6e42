import { openProfile } from '#engine/index.ts';
import type { CommandName, CommandParams, CommandResult, EngineApi } from '#shared/protocol/index.ts';
import { systemClock, systemRandom, systemTimers } from '#engine/hosts/system-ports.ts';

const quiet = { info: () => undefined, warn: (message: string) => void process.stderr.write(`${message}\n`) };

export const open = async (directory: string, network = true) => {
  const opened = await openProfile({
    directory,
    clock: systemClock,
    random: systemRandom,
    timers: systemTimers,
    log: quiet,
    lan: false,
    network,
  });
  if (!opened.ok) throw new Error(opened.error.sentence);
  return opened.value;
};

export const must = async <N extends CommandName>(
  engine: EngineApi,
  name: N,
  params: CommandParams<N>,
): Promise<CommandResult<N>> => {
  const done = await engine.run(name, params);
  if (!done.ok) throw new Error(`${name}: ${done.error.sentence}`);
  return done.value;
};

const hours = ['09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', null, null];
export const person = (name: string) => ({ name, timeZone: 'UTC', workingHours: hours });

export const currentCycle = async (engine: EngineApi): Promise<string> => {
  const cycles = await engine.read('cycles', {});
  const id = cycles.ok ? cycles.value.currentId : null;
  if (id === null) throw new Error('There is no cycle.');
  return id;
};

export const found = async (directory: string, relayUrls: readonly string[]) => {
  const profile = await open(directory);
  const { personId } = await must(profile.engine, 'team.create', {
    teamName: 'Bench',
    person: person('Founder'),
    relayUrls: [...relayUrls],
  });
  return { ...profile, personId };
};

/** `count` objectives with one key result; `edits` entries each, the first of which creates it. */
export const createGoals = async (
  engine: EngineApi,
  count: number,
  edits: number,
): Promise<{ readonly id: string; readonly keyResultId: string }[]> => {
  const cycleId = await currentCycle(engine);
  const made: { id: string; keyResultId: string }[] = [];
  for (let nth = 0; nth < count; nth++) {
    const { id, keyResultIds } = await must(engine, 'objective.create', {
      title: `Objective ${nth}`,
      description: 'Written by the bench.',
      cycleId,
      ownerId: null,
      keyResults: [{ title: `Key result ${nth}`, type: 'number', start: 0, target: 100 }],
    });
    made.push({ id, keyResultId: keyResultIds[0] ?? '' });
  }
  for (const { id, keyResultId } of made) {
    let base = await headsOf(engine, id);
    for (let edit = 1; edit < edits; edit++) {
      await must(engine, 'keyResult.progress', {
        objectiveId: id,
        keyResultId,
        base,
        value: edit,
        confidence: 'on-track',
        projection: null,
        note: `Week ${edit}`,
      });
      if (edit + 1 < edits) base = await headsOf(engine, id);
    }
  }
  return made;
};

/** Milliseconds of each of `rounds` progress updates with a note, one goal after the other: what a person's command takes. */
export const progressTimes = async (
  engine: EngineApi,
  goals: readonly { readonly id: string; readonly keyResultId: string }[],
  rounds: number,
): Promise<number[]> => {
  const times: number[] = [];
  for (let nth = 0; nth < rounds; nth++) {
    const goal = goals[nth % goals.length];
    if (goal === undefined) throw new Error('There is no goal to report on.');
    const base = await headsOf(engine, goal.id);
    const started = performance.now();
    await must(engine, 'keyResult.progress', {
      objectiveId: goal.id,
      keyResultId: goal.keyResultId,
      base,
      value: nth,
      confidence: 'at-risk',
      projection: 90,
      note: `Note ${nth}`,
    });
    times.push(performance.now() - started);
  }
  return times;
};

export const headsOf = async (engine: EngineApi, id: string): Promise<string[]> => {
  const value = await engine.read('objective', { id });
  return value.ok && value.value.objective !== null ? value.value.objective.heads : [];
};

/** Waits for a condition that a query's value meets. */
export const until = async (check: () => Promise<boolean>, everyMs = 2): Promise<void> => {
  while (!(await check())) await new Promise((resolve) => setTimeout(resolve, everyMs));
};
