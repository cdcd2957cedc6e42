import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Schema from '#shared/schema/index.ts';
import { expectOk, ok } from '#shared/std/index.ts';
import { createLedger, type Ledger } from '#engine/ledger/index.ts';
import { rebuildProfile } from '#engine/upkeep/index.ts';
import { deliver, say, threeMembers, type Member, type Team } from '../unit/ledger/team.ts';

/** Kinds that have a second version in this run: the upcast on read changes what every old record says. */
const second = vi.hoisted(() => new Set<string>());

vi.mock('#shared/schema/index.ts', async (original) => {
  const schema = await original<typeof Schema>();
  const { objective } = schema.kinds;
  // As a real one would: a pure function of the stored record, and idempotent on what is new already.
  const next: typeof objective = {
    ...objective,
    version: objective.version + 1,
    parse: (json) => {
      const read = objective.parse(json);
      if (!read.ok || read.value.title.startsWith('v2 ')) return read;
      return ok({ ...read.value, title: `v2 ${read.value.title}` });
    },
  };
  const now = (): typeof objective => (second.has('objective') ? next : objective);
  return {
    ...schema,
    kinds: Object.defineProperty({ ...schema.kinds }, 'objective', { enumerable: true, get: now }),
    kindOf: (kind: string) => (kind === 'objective' ? now() : schema.kindOf(kind)),
  };
});

let team: Team;
let upgraded: Ledger[];
beforeEach(() => {
  team = threeMembers();
  upgraded = [];
});
afterEach(() => {
  second.clear();
  for (const ledger of upgraded) ledger.close();
  team.close();
});

/** The same file opened by the new version. */
const upgrade = (member: Member): Member => {
  const { deps } = team;
  const ledger = createLedger({
    db: member.ledger.db,
    secrets: member.ledger.secrets(),
    saveSecrets: () => undefined,
    ...deps,
  });
  upgraded.push(ledger);
  return { ...member, ledger };
};

const rename = (member: Member, id: string, title: string): void => {
  const base = JSON.parse(member.ledger.records.get(id)?.heads ?? '[]') as string[];
  say(member, 'objective.update', { id, base, title }, team.deps);
};

/** What everybody is shown of the record. */
const shown = ({ ledger }: Member, id: string): unknown => [
  ledger.records.get(id)?.heads,
  ledger.db.prepare('SELECT title, conflicts FROM record_view WHERE record_id = ?').all(id),
  ledger.db.prepare('SELECT title FROM objectives WHERE record_id = ?').all(id),
  ledger.db.prepare('SELECT title, body FROM search ORDER BY title, body').all(),
];

describe('two devices that migrate at once', () => {
  const titles = fc
    .string({ minLength: 1, maxLength: 12, unit: 'grapheme-ascii' })
    .filter((title) => title.trim() !== '');
  const edits = fc.array(fc.tuple(fc.constantFrom('ana' as const, 'ben' as const), titles), {
    minLength: 1,
    maxLength: 5,
  });

  it('show the same, whatever each wrote before, in whichever order they meet afterwards', () => {
    fc.assert(
      fc.property(edits, fc.boolean(), (written, anaFirst) => {
        team.close();
        second.clear();
        team = threeMembers();
        upgraded = [];
        const { id } = team.objective(team.ana);
        deliver(team.ana.ledger, team.ben.ledger);
        for (const [name, text] of written) {
          if (name === 'ana') rename(team.ana, id, text);
          else say(team.ben, 'comment.add', { targetId: id, text }, team.deps);
        }
        second.add('objective');
        const [ana, ben] = [upgrade(team.ana), upgrade(team.ben)];
        const [one, other] = anaFirst ? [ana, ben] : [ben, ana];
        deliver(one.ledger, other.ledger);
        deliver(other.ledger, one.ledger);
        for (const member of [ana, ben]) expectOk(rebuildProfile(member.ledger, team.deps.clock));
        expect(shown(ana, id)).toEqual(shown(ben, id));
        expect(JSON.stringify(shown(ana, id))).toContain('v2 ');
      }),
      { numRuns: 6 },
    );
  });

  it('rewrite nothing that is stored: what the old version holds and what the new one holds is the same', () => {
    const { id } = team.objective(team.ana);
    const stored = (): unknown =>
      team.ana.ledger.db.prepare('SELECT hex(doc) AS doc, heads, schema FROM records').all();
    const before = stored();
    second.add('objective');
    expectOk(rebuildProfile(upgrade(team.ana).ledger, team.deps.clock));
    expect(stored()).toEqual(before);
    second.clear();
    expectOk(rebuildProfile(upgrade(team.ana).ledger, team.deps.clock));
    expect(JSON.stringify(shown(team.ana, id))).not.toContain('v2 ');
  });
});
