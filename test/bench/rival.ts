import { Repo, type AnyDocumentId, type DocHandle } from '@automerge/automerge-repo';
import { WebSocketClientAdapter } from '@automerge/automerge-repo-network-websocket';
import { NodeFSStorageAdapter } from '@automerge/automerge-repo-storage-nodefs';
import { untilStill } from './folders.ts';

/** A goal as an application on automerge-repo would keep it: the same content as ours. */
export interface RivalGoal {
  title: string;
  description: string;
  updates: Record<string, { value: number; confidence: string; note: string; at: number }>;
}

export const openRival = (directory: string | null, url: string | null): Repo =>
  new Repo({
    network: url === null ? [] : [new WebSocketClientAdapter(url)],
    ...(directory === null ? {} : { storage: new NodeFSStorageAdapter(directory) }),
  });

/** A client that is not connected yet says that documents do not exist. */
export const connected = async (repo: Repo): Promise<void> => {
  while (repo.peers.length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
};

/**
 * Gives way, and now and then rests for `restMs`: the rival's server gives a document up for good whose content does not
 * follow within a minute, and nothing is sent while this runs. Without a server there is no need to.
 */
export const createRivalGoals = async (
  repo: Repo,
  count: number,
  edits: number,
  restMs = 200,
): Promise<DocHandle<RivalGoal>[]> => {
  const handles: DocHandle<RivalGoal>[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const handle = repo.create<RivalGoal>({
      title: `Objective ${nth}`,
      description: 'Written by the bench.',
      updates: {},
    });
    for (let edit = 1; edit < edits; edit++) {
      handle.change((goal) => {
        goal.updates[`u${edit}`] = {
          value: edit,
          confidence: 'on-track',
          note: `Week ${edit} of objective ${nth}`,
          at: edit,
        };
      });
    }
    handles.push(handle);
    await new Promise((resolve) => setTimeout(resolve, nth % 10 === 9 ? restMs : 0));
  }
  return handles;
};

/** Waits until a fresh client has every document with all its edits. Rejects when its server does not have one yet. */
export const findAll = async (repo: Repo, urls: readonly AnyDocumentId[], edits: number): Promise<void> => {
  const handles = await Promise.all(urls.map((url) => repo.find<RivalGoal>(url)));
  for (const handle of handles) {
    while (Object.keys(handle.doc().updates).length < edits - 1) await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

/** How long the rival's server may say that it has not got what its folder holds, before it is given up. */
const patienceMs = 90_000;

/**
 * Waits until the server, which stores in `folder`, has everything; resolves to when it had, as `performance.now()`. It
 * tells nobody that it stored something, and says "unavailable" for good to a client that asks too early: so a client
 * asks only once its folder has come to rest, and only one that finds everything is a sign. Rejects when none does for
 * a minute and a half: on a machine that is busy with other work it never comes about.
 */
export const untilServed = async (
  url: string,
  folder: string,
  urls: readonly AnyDocumentId[],
  edits: number,
): Promise<number> => {
  const given = new Promise<never>((_, reject) => {
    const giveUp = (): void => reject(new Error("The rival's server does not serve what it stored."));
    setTimeout(giveUp, patienceMs).unref();
  });
  given.catch(() => undefined);
  for (;;) {
    const at = await Promise.race([untilStill(folder), given]);
    const probe = openRival(null, url);
    await connected(probe);
    try {
      await Promise.race([findAll(probe, urls, edits), given]);
      return at;
    } catch (cause) {
      if (!(cause instanceof Error) || !cause.message.includes('unavailable')) throw cause;
    } finally {
      void probe.shutdown();
    }
  }
};
