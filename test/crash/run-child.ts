import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the killed process has to do, and in front of which step towards the disk it dies. */
export interface Task {
  readonly what: 'editing' | 'joining' | 'receiving' | 'migrating';
  readonly directory: string;
  readonly killAt?: number;
  readonly link?: string;
  /** Title that says that everything has arrived. */
  readonly until?: string;
}

export interface Ack {
  readonly ack: string;
  readonly title?: string;
  readonly text?: string;
  readonly id?: string;
  readonly steps?: number;
}

export interface Ended {
  readonly killed: boolean;
  /** What was acknowledged before it ended, in order. */
  readonly acks: readonly Ack[];
  readonly complaint: string;
}

/** Runs the child to its end, or to its death. Whole lines only count: a line cut off was not an acknowledgement. */
export const runChild = (task: Task): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'child', 'program.ts'), JSON.stringify(task)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      // Hundreds of processes load the same program: compiled once, they start in half the time.
      env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'meridian-crash-cache') },
    });
    let said = '';
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString('utf8')));
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      const lines = said.split('\n').slice(0, -1);
      resolve({ killed: signal === 'SIGKILL', acks: lines.map((line) => JSON.parse(line) as Ack), complaint });
    });
  });
