// Fills the team of a profile that is not open, as a process of its own beside a test: `fill-people.ts DIRECTORY COUNT`.
import { systemRandom } from '#engine/crypto/index.ts';
import { systemClock } from '#engine/hosts/system-ports.ts';
import { migrations } from '#engine/profile/index.ts';
import { admit } from '#engine/sample/team.ts';
import { openStore } from '#engine/store/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { openAtRest } from './bulk.ts';

/** Lets people with these names join the team of somebody who may invite; nobody keeps their machines. */
const fillPeople = (directory: string, names: readonly string[]): void => {
  const { ledger, close } = openAtRest(directory);
  const founder = { key: 'founder', ledger, secrets: () => ledger.secrets() };
  for (const name of names) {
    const db = expectOk(openStore(':memory:', migrations));
    const member = admit(founder, name, db, name, () => undefined, { clock: systemClock, random: systemRandom });
    member.ledger.close();
    db.close();
  }
  close();
};

const [directory = '', count = '0'] = process.argv.slice(2);
fillPeople(
  directory,
  Array.from({ length: Number(count) }, (_, nth) => `Person ${nth}`),
);
