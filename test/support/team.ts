import { until } from '#engine/client/index.ts';
import type {
  CommandName,
  CommandParams,
  CommandResult,
  EngineClient,
  QueryName,
  QueryParams,
  QueryResult,
} from '#shared/protocol/index.ts';

/** A command that has to succeed for the test to go on. */
export const run = async <N extends CommandName>(
  client: EngineClient,
  name: N,
  params: CommandParams<N>,
): Promise<CommandResult<N>> => {
  const result = await client.run(name, params);
  if (result.ok) return result.value;
  throw new Error(`${name}: ${result.error.code} ${result.error.field ?? ''} ${result.error.sentence}`);
};

/** A query that has to answer for the test to go on. */
export const read = async <N extends QueryName>(
  client: EngineClient,
  name: N,
  params: QueryParams<N>,
): Promise<QueryResult<N>> => {
  const result = await client.read(name, params);
  if (result.ok) return result.value;
  throw new Error(`${name}: ${result.error.code} ${result.error.sentence}`);
};

/** Waits until a query's value is the awaited one; the test fails where it never becomes so. */
export const eventually = async <N extends QueryName>(
  client: EngineClient,
  name: N,
  params: QueryParams<N>,
  holds: (value: QueryResult<N>) => boolean,
  patienceMs = 20_000,
): Promise<QueryResult<N>> => {
  const result = await until(client, name, params, holds, patienceMs);
  if (result.ok) return result.value;
  const now = await client.read(name, params);
  throw new Error(`${result.error.sentence} It is: ${JSON.stringify(now).slice(0, 2000)}`);
};

export const weekdays = (hours: string): (string | null)[] => [hours, hours, hours, hours, hours, null, null];

/** Makes a team in an empty profile. */
export const createTeam = (
  client: EngineClient,
  name: string,
  relayUrls: readonly string[] = [],
  timeZone = 'America/Toronto',
) =>
  run(client, 'team.create', {
    teamName: 'Northern Lights',
    person: { name, timeZone, workingHours: weekdays('09:00-17:00') },
    relayUrls: [...relayUrls],
  });

/** Joins with a link and waits until the team is there to work in. */
export const joinTeam = async (client: EngineClient, link: string, name: string, timeZone = 'Asia/Karachi') => {
  const joined = await run(client, 'team.join', {
    link,
    person: { name, timeZone, workingHours: weekdays('10:00-18:00') },
  });
  await eventually(client, 'session', {}, ({ state }) => state === 'ready');
  return joined;
};

/** Waits until nothing that was written here is still only here. */
export const delivered = (client: EngineClient) => eventually(client, 'sync', {}, ({ pending }) => pending === 0);

/** A cycle around today and an objective in it. */
export const createObjective = async (
  client: EngineClient,
  ownerId: string,
  title: string,
  rest: Partial<CommandParams<'objective.create'>> = {},
) => {
  const { cycles } = await read(client, 'cycles', {});
  const year = new Date().getUTCFullYear();
  const cycleId =
    cycles[0]?.id ??
    (await run(client, 'cycle.create', { title: String(year), start: `${year}-01-01`, end: `${year}-12-31` })).id;
  const made = await run(client, 'objective.create', { title, cycleId, ownerId, ...rest });
  return { ...made, cycleId };
};
