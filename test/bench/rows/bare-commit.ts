import { join } from 'node:path';
import { openStore } from '#engine/store/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { percentiles, row } from '../stats.ts';
import type { BenchRow } from './context.ts';

/** A progress update writes about so many pages. */
const pages = 22;
const rowsHeld = 2_000;

/** What the disk takes of a command: a transaction of as many pages in a file like a profile's, with nothing to decide. */
export const bareCommit: BenchRow = ({ quick, folder }) => {
  const db = expectOk(
    openStore(join(folder('bare'), 'bare.db'), [
      (fresh) => void fresh.exec('CREATE TABLE bare (id INTEGER PRIMARY KEY, content BLOB NOT NULL)'),
    ]),
  );
  const insert = db.prepare('INSERT INTO bare (content) VALUES (?)');
  // One row a page.
  for (let nth = 0; nth < rowsHeld; nth++) insert.run(Buffer.alloc(3_900, 1));
  const update = db.prepare('UPDATE bare SET content = ? WHERE id = ?');
  const times: number[] = [];
  for (let round = 0; round < (quick ? 100 : 600); round++) {
    const content = Buffer.alloc(3_900, round % 256);
    const started = performance.now();
    db.exec('BEGIN IMMEDIATE');
    for (let nth = 0; nth < pages; nth++) update.run(content, ((round * pages + nth) % rowsHeld) + 1);
    db.exec('COMMIT');
    times.push(performance.now() - started);
  }
  db.close();
  const { p50, p95 } = percentiles(times);
  return Promise.resolve([
    row({
      name: `bare commit of ${pages} pages, durable`,
      unit: 'ms',
      ours: p50,
      oursP95: p95,
      note: 'the least that a command can take on this disk: SQLite alone, with the settings of a profile',
    }),
  ]);
};
