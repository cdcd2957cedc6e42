import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openProfile, type OpenedProfile } from '#engine/index.ts';
import { systemClock, systemRandom, systemTimers } from '#engine/hosts/system-ports.ts';
import type { CommandResult, EngineApi, QueryName, QueryParams, QueryResult } from '#shared/protocol/index.ts';
import { expectOk } from '#shared/std/index.ts';

const noHours = [null, null, null, null, null, null, null];
export const person = (name: string) => ({ name, timeZone: 'UTC', workingHours: noHours });

/** Profiles in one process, each with its own folder and a clock that can be moved. */
export const createProfiles = () => {
  const folder = mkdtempSync(join(tmpdir(), 'meridian-devices-'));
  const opened = new Map<string, OpenedProfile>();
  const shifts = new Map<string, number>();
  const said: string[] = [];
  const log = {
    info: () => undefined,
    warn: (message: string, detail?: Readonly<Record<string, unknown>>) =>
      void said.push(`${message} ${JSON.stringify(detail ?? {})}`),
  };

  const close = async (name: string): Promise<void> => {
    await opened.get(name)?.close();
    opened.delete(name);
  };

  return {
    folder,
    said,
    open: async (name: string, network = true): Promise<EngineApi> => {
      const clock = { now: () => systemClock.now() + (shifts.get(name) ?? 0) };
      const ports = { clock, random: systemRandom, timers: systemTimers, log, network };
      const profile = expectOk(await openProfile({ directory: join(folder, name), ...ports, lan: false }));
      opened.set(name, profile);
      return profile.engine;
    },
    /** Moves the clock of a profile, before it is opened or after. */
    shift: (name: string, ms: number): void => void shifts.set(name, ms),
    close,
    end: async (): Promise<void> => {
      for (const name of [...opened.keys()]) await close(name);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export type Profiles = ReturnType<typeof createProfiles>;

/** Waits until a query's value is the awaited one. */
export const eventually = async <N extends QueryName>(
  engine: EngineApi,
  name: N,
  params: QueryParams<N>,
  holds: (value: QueryResult<N>) => boolean,
): Promise<QueryResult<N>> => {
  await expect
    .poll(
      async () => {
        const value = expectOk(await engine.read(name, params));
        return holds(value) ? 'as awaited' : JSON.stringify(value).slice(0, 1_500);
      },
      { timeout: 30_000, interval: 50 },
    )
    .toBe('as awaited');
  return expectOk(await engine.read(name, params));
};

export const answered = (engine: EngineApi) =>
  eventually(engine, 'pairing', {}, ({ offer }) => offer?.state === 'answered');

/** What two people in front of two machines do: code over, numbers compared, confirmed. */
export const pair = async (
  old: EngineApi,
  fresh: EngineApi,
  name: string,
  address?: string,
): Promise<CommandResult<'device.join'>> => {
  const { code } = expectOk(await old.run('device.pair.begin', {}));
  const joining = expectOk(
    await fresh.run('device.join', { code, name, ...(address === undefined ? {} : { address }) }),
  );
  const { offer } = await answered(old);
  expect(offer?.answer).toEqual({ deviceId: joining.deviceId, fingerprint: joining.fingerprint, name });
  expectOk(await old.run('device.pair.confirm', { deviceId: joining.deviceId }));
  await eventually(fresh, 'session', {}, ({ state }) => state === 'ready');
  return joining;
};
