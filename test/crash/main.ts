// `npm run crash-matrix -- --every K`: kills real processes in front of every K-th of their steps towards the disk, does
// the like to automerge-repo on nodefs, and writes docs/crash-matrix.md.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { rivalRows } from './rival.ts';
import { scenarios } from './scenarios.ts';

const usage = 'Usage: npm run crash-matrix -- [--every K]   (default 1: every step; an hour or two)';
const { values } = parseArgs({
  options: { every: { type: 'string', default: '1' }, help: { type: 'boolean', short: 'h' } },
});
const every = Number(values.every);
if (values.help === true || !Number.isSafeInteger(every) || every < 1) {
  console.log(usage);
  process.exit(values.help === true ? 0 : 2);
}

/** Kills one scenario at each of its places; its row of the table, and what went wrong. */
const tryAll = async (make: (typeof scenarios)[number]) => {
  const scenario = await make();
  const steps = await scenario.steps();
  let kills = 0;
  const faults: string[] = [];
  for (let at = 1; at <= steps; at += every) {
    const one = await scenario.kill(at);
    if (one.killed) kills += 1;
    for (const fault of one.faults) {
      faults.push(fault);
      console.error(`${scenario.name}, step ${at}: ${fault}`);
    }
  }
  await scenario.close();
  const row = `| ${scenario.name} | ${steps} | ${kills} | ${faults.length} |`;
  console.log(row);
  return { row, faults: faults.length };
};

// At once: they mostly wait for processes that start.
const tried = await Promise.all(scenarios.map(tryAll));
const rows = tried.map(({ row }) => row);
const broken = tried.reduce((sum, { faults }) => sum + faults, 0);
const rival = (await rivalRows(Math.min(20, Math.ceil(60 / every)))).map(([name, outcomes]) => {
  const all = [...outcomes].map(([what, count]) => `${count} ${what}`).join(', ');
  return `| ${name} | ${all === '' ? 'nothing had been flushed' : all} |`;
});
for (const row of rival) console.log(row);

const page = `# Crash matrix

Made by \`npm run crash-matrix -- --every ${every}\`. A real process with a real file is ended by SIGKILL in front of a step towards the disk: a statement that
writes, a BEGIN or COMMIT, a write, fsync or rename. Then the profile is opened again: what was acknowledged has to be there, a complete check has to
find nothing, and work has to go on (a join with another link, fetching what was cut off, the migration). \`npm test\` tries four steps of each.

| killed while | steps of a whole run | kills | faults |
| --- | --- | --- | --- |
${rows.join('\n')}

Torn and zeroed files, rotten pages and changed values are \`test/crash/damage.test.ts\`: a torn write-ahead log leaves a whole earlier state; a torn or zeroed main file, a rotten page, and a bit changed
in any table of the schema are refused on open, named by the complete check, or show nothing else than before. Torn and zeroed backups are \`test/unit/backup/backup.test.ts\`.

## The same done to automerge-repo on nodefs

Eight documents of five edits, flushed after each edit. It keeps each change in a file of its own, written in place and without fsync; nothing is signed, so what it
accepts it cannot prove. What it then says of documents whose flush had been acknowledged:

| what happened | the documents |
| --- | --- |
${rival.join('\n')}
`;
writeFileSync(
  join(import.meta.dirname, '..', '..', 'docs', 'crash-matrix.md'),
  await format(page, { parser: 'markdown', printWidth: 160 }),
);
console.log(broken === 0 ? 'docs/crash-matrix.md is written.' : `${broken} faults.`);
process.exitCode = broken === 0 ? 0 : 1;
