import type { CommandParams, CommandResult, ProtocolError } from '#shared/protocol/index.ts';
import { parseCommand } from '#shared/protocol/index.ts';
import { ok, type Random, type Result } from '#shared/std/index.ts';
import type { RecordCommand } from '#shared/domain/index.ts';
import { resultOf, runRecordCommand } from '#engine/api/index.ts';
import type { Device } from './device.ts';
import type { Dice } from './dice.ts';
import type { SimNetwork } from './network.ts';
import { outOf, type Promises } from './promises.ts';
import type { SimRelay } from './relay.ts';

/** A link that waits for somebody to join with it. */
export interface OpenLink {
  readonly link: string;
  readonly id: string;
  /** Who made it. */
  readonly by: string;
}

/** What was in a record that somebody erased, and who that was. */
export interface Erased {
  /** The record that says so. */
  readonly erasureId: string;
  readonly marks: readonly string[];
}

/** Everything that one seed moves. */
export interface World {
  readonly seed: number;
  readonly dice: Dice;
  readonly random: Random;
  readonly devices: readonly Device[];
  readonly relay: SimRelay;
  readonly network: SimNetwork;
  readonly promises: Promises;
  /** Links that were sent to machines which have not joined, by the machine's name. */
  readonly links: Map<string, OpenLink>;
  /** People who broke the rules, or whom somebody took authority from: their entries may be refused. */
  readonly outlaws: Set<string>;
  /** By whose invitation people came in: with the authority of the one the place of the other falls. */
  readonly invitedBy: Map<string, string>;
  /** The newest backup of each machine, by its name. */
  readonly backups: Map<string, Uint8Array>;
  /** Machines that are gone, by name, and have not been replaced. */
  readonly lost: Set<string>;
  /** Records that were erased, by id, with the texts that were in them. */
  readonly erased: Map<string, Erased>;
  /** Machines that were copied by somebody: only their logs may fork. */
  readonly copied: Set<string>;
  /** True time in milliseconds; every machine has its own idea of it. */
  now: number;
  /** Numbers texts, so that each can be looked for. */
  texts: number;
  /** The last of those that anybody has said. */
  spoken: number;
}

/** In every text that anybody writes. Whoever may read nothing must not hold it anywhere. */
export const plainMark = 'plainly';

/** How the n-th text of a story is found again. */
export const markOf = ({ seed }: World, n: number): string => `${plainMark}${seed}x${n}x`;

export const textOf = (world: World, what: string): string => `${what} ${markOf(world, (world.texts += 1))}`;

/** All marks of texts in something. */
export const marksIn = ({ seed }: World, text: string): string[] => [
  ...new Set([...text.matchAll(new RegExp(`${plainMark}${seed}x\\d+x`, 'g'))].map(([mark]) => mark)),
];

/** Numbers of the texts that a command brings into the world; those it repeats are older. */
const textsIn = (world: World, params: object): number[] =>
  [...JSON.stringify(params).matchAll(new RegExp(`${plainMark}${world.seed}x(\\d+)x`, 'g'))]
    .map(([, n]) => Number(n))
    .filter((n) => n > world.spoken);

/** Runs a command on records as the engine does: rules, entries, documents, read models in one transaction. */
export const say = <N extends RecordCommand>(
  world: World,
  device: Device,
  name: N,
  params: CommandParams<N>,
): Result<CommandResult<N>, ProtocolError> => {
  const { promises } = world;
  const request = parseCommand(name, params);
  if (!request.ok) return request;
  const ledger = device.ledger();
  const outcome = ledger.transact('local', () =>
    runRecordCommand(ledger, name, request.value, device.clock, device.random),
  );
  promises.count(`${name}: ${outcome.ok ? 'ok' : outcome.error.code}`);
  if (!outcome.ok) return outcome;
  promises.acknowledge(device);
  const from = outOf(device);
  if (from.size > 0) promises.hidden.push({ texts: textsIn(world, params), from });
  world.spoken = world.texts;
  return ok(resultOf(name, outcome.value) as CommandResult<N>);
};
