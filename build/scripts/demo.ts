// `npm run demo`: a relay and two profiles, Toronto and Karachi, from nothing. Leaves both apps open at two URLs;
// `--exit` ends after convergence instead, with 0 when both show the same and 1 otherwise.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildRenderer } from './bundles.ts';
import { createNarrator } from './demo/narrator.ts';
import { createParticipant } from './demo/participant.ts';
import { createDemoRelay } from './demo/relay.ts';
import { playStory } from './demo/story.ts';

const help = `Usage: npm run demo -- [options]

  --exit   end after convergence: 0 when both machines show the same, 1 otherwise
  --json   print one event a line as JSON
  --help   show this`;

const readArguments = () => {
  try {
    const options = { exit: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean' } } as const;
    return parseArgs({ args: process.argv.slice(2), options }).values;
  } catch (thrown) {
    console.error(`${thrown instanceof Error ? thrown.message : String(thrown)}\n\n${help}`);
    process.exit(2);
  }
};

const whenStopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });

const main = async (): Promise<number> => {
  const { exit = false, json = false, help: wantsHelp = false } = readArguments();
  if (wantsHelp) {
    console.log(help);
    return 0;
  }
  if (!exit) await buildRenderer();
  const folder = mkdtempSync(join(tmpdir(), 'meridian-demo-'));
  const now = (): number => Date.now();
  const narrator = createNarrator({ print: (line) => console.log(line), now, json });
  const relay = createDemoRelay(join(folder, 'relay.db'));
  const amelia = createParticipant(
    { name: 'Amelia', city: 'Toronto', timeZone: 'America/Toronto' },
    join(folder, 'amelia'),
  );
  const bilal = createParticipant({ name: 'Bilal', city: 'Karachi', timeZone: 'Asia/Karachi' }, join(folder, 'bilal'));
  try {
    const outcome = await playStory({ amelia, bilal, relay, narrator, now });
    const seconds = (outcome.convergedInMs / 1000).toFixed(1);
    if (outcome.converged) narrator.note(`Nothing was lost. Both caught up ${seconds} s after the relay came back.`);
    for (const problem of outcome.problems) narrator.note(`WRONG: ${problem}`);
    if (json) console.log(JSON.stringify({ ...outcome, amelia: amelia.address(), bilal: bilal.address() }));
    if (!exit) {
      narrator.heading('Look for yourself');
      for (const person of [amelia, bilal]) {
        narrator.tell(person, `${person.address().url}  (open ${person.address().open})`);
      }
      narrator.note('Both stay open until Ctrl-C.');
      await whenStopped();
    }
    await Promise.all([amelia.close(), bilal.close()]);
    await relay.stop();
    return outcome.converged ? 0 : 1;
  } catch (thrown) {
    console.error(thrown instanceof Error ? thrown.message : String(thrown));
    return 1;
  } finally {
    // Processes that a failure left behind end with this one; their files would otherwise stay.
    process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  }
};

process.exit(await main());
