// automerge-repo on nodefs, to be killed in the same way: documents with five edits each, flushed, then told. With `read`
// it says instead what it finds of them.
import fs, { writeSync } from 'node:fs';
import type { AutomergeUrl } from '@automerge/automerge-repo';

export interface RivalTask {
  readonly directory: string;
  readonly killAt?: number;
  readonly read?: readonly string[];
}

interface Goal {
  title: string;
  count: number;
}

const task = JSON.parse(process.argv[2] ?? '') as RivalTask;
const say = (message: object): void => void writeSync(1, `${JSON.stringify(message)}\n`);
let steps = 0;
const { writeFile } = fs.promises;
fs.promises.writeFile = (async (path: string, data: Uint8Array, ...rest: []) => {
  steps += 1;
  if (steps === task.killAt) {
    await writeFile(path, data.subarray(0, data.length >> 1), ...rest);
    process.kill(process.pid, 'SIGKILL');
  }
  return writeFile(path, data, ...rest);
}) as typeof fs.promises.writeFile;
const { Repo } = await import('@automerge/automerge-repo');
const { NodeFSStorageAdapter } = await import('@automerge/automerge-repo-storage-nodefs');
const repo = new Repo({ network: [], storage: new NodeFSStorageAdapter(task.directory) });

if (task.read === undefined) {
  for (let nth = 0; nth < 8; nth += 1) {
    const handle = repo.create<Goal>({ title: `Goal ${nth}`, count: 0 });
    for (let count = 1; count <= 5; count += 1) {
      handle.change((goal) => {
        goal.count = count;
      });
      await repo.flush([handle.documentId]);
    }
    say({ url: handle.url });
  }
} else {
  for (const url of task.read) {
    try {
      const handle = await repo.find<Goal>(url as AutomergeUrl);
      const { title, count } = handle.doc();
      say({
        url,
        found: /^Goal \d$/.test(title) && count === 5 ? 'whole' : `other content (${String(count)} of 5 edits)`,
      });
    } catch (cause) {
      say({ url, found: `refused: ${cause instanceof Error ? cause.message.split(':')[0] : 'unknown'}` });
    }
  }
}
say({ steps });
process.exit(0);
