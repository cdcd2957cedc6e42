import { systemClock, systemRandom, systemTimers } from '#engine/hosts/system-ports.ts';
import { openProfile, type OpenedProfile } from '#engine/index.ts';
import type { ProtocolError } from '#shared/protocol/index.ts';
import { expectOk, type Result } from '#shared/std/index.ts';
import type { Ack } from './run-child.ts';

export const open = (directory: string, network = false): Promise<Result<OpenedProfile, ProtocolError>> =>
  openProfile({
    directory,
    clock: systemClock,
    random: systemRandom,
    timers: systemTimers,
    log: { info: () => undefined, warn: () => undefined },
    lan: false,
    network,
  });

/** What a profile shows of goals and remarks, as text to look for titles in. */
export const contentOf = async ({ engine }: OpenedProfile): Promise<string> => {
  const { cycles } = expectOk(await engine.read('cycles', {}));
  const goals = await Promise.all(cycles.map(({ id }) => engine.read('goals', { cycleId: id })));
  return JSON.stringify([cycles, goals]);
};

/**
 * What is wrong with a profile whose process was killed: it does not open, it is not what its log adds up to, or lacks
 * what had been acknowledged. Empty when the promise held.
 */
export const faultsAfter = async (directory: string, acks: readonly Ack[]): Promise<readonly string[]> => {
  const opened = await open(directory);
  if (!opened.ok) return [`it does not open: ${opened.error.sentence}`];
  const { engine, close } = opened.value;
  const faults: string[] = [];
  try {
    const { state } = expectOk(await engine.read('session', {}));
    const founded = acks.some(({ ack }) => ack === 'team' || ack === 'joined');
    if (founded && state !== 'ready') faults.push(`a team was acknowledged and the profile is ${state}`);
    if (state !== 'ready') return faults;
    const { problems } = expectOk(await engine.run('verify.run', {}));
    faults.push(...problems.map((one) => `verify finds ${JSON.stringify(one)}`));
    const content = await contentOf(opened.value);
    for (const { ack, title, id, text } of acks) {
      if (ack === 'goal' && !content.includes(title ?? '')) faults.push(`the goal "${title ?? ''}" is lost`);
      if (ack !== 'comment' || id === undefined) continue;
      const { objective } = expectOk(await engine.read('objective', { id }));
      if (!objective?.comments.some((one) => one.text === text)) faults.push(`the remark "${text ?? ''}" is lost`);
    }
    const draft = acks.findLast(({ ack }) => ack === 'draft');
    if (draft !== undefined) {
      // The next draft may have been saved without its acknowledgement.
      const { value } = expectOk(await engine.read('draft', { key: 'note' }));
      const later = acks.findLast(({ ack }) => ack === 'comment')?.text;
      if (value !== draft.text && value !== later) faults.push(`the draft is "${value ?? ''}"`);
    }
    return faults;
  } finally {
    await close();
  }
};
