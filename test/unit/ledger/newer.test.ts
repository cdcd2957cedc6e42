import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Schema from '#shared/schema/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { runRecordCommand } from '#engine/api/index.ts';
import { createLedger } from '#engine/ledger/index.ts';
import { deliver, say, threeMembers, verdictOf, ownEntries, type Team } from './team.ts';

/** Kinds whose present form this machine's version does not know yet. */
const unknown = vi.hoisted(() => new Set<string>());

vi.mock('#shared/schema/index.ts', async (original) => {
  const schema = await original<typeof Schema>();
  return {
    ...schema,
    kindOf: (kind: string) => {
      const def = schema.kindOf(kind);
      return def !== undefined && unknown.has(kind) ? { ...def, version: def.version - 1 } : def;
    },
  };
});

let team: Team;
beforeEach(() => {
  team = threeMembers();
});
afterEach(() => {
  unknown.clear();
  team.close();
});

describe('a machine that has not been updated', () => {
  it('keeps what newer versions write, says so on the record, refuses to edit it, and applies it after the update', () => {
    const { ana, ben, cem, deps } = team;
    const { id } = team.objective(ana);
    deliver(ana.ledger, ben.ledger);
    const heads = (): string[] => JSON.parse(ana.ledger.records.get(id)?.heads ?? '[]') as string[];
    say(ana, 'objective.update', { id, base: heads(), title: 'In the new form' }, deps);
    const [newer] = ownEntries(ana.ledger, ana.ledger.space.team).slice(-1);
    if (newer === undefined) throw new Error('nothing was written');

    unknown.add('objective');
    deliver(ana.ledger, ben.ledger);
    expect(verdictOf(ben.ledger, newer)).toMatchObject({ state: 'deferred', reason: expect.stringMatching(/newer/) });
    const line = (): unknown =>
      ben.ledger.db.prepare('SELECT title, read_only_reason FROM record_view WHERE record_id = ?').get(id);
    expect(line()).toEqual({ title: 'Ship it', read_only_reason: expect.stringMatching(/Update Meridian/) });
    const edit = ben.ledger.transact('local', () =>
      runRecordCommand(
        ben.ledger,
        'objective.update',
        { id, base: JSON.parse(ben.ledger.records.get(id)?.heads ?? '[]') as string[], description: 'Mine' },
        deps.clock,
        deps.random,
      ),
    );
    expect(edit).toMatchObject({ ok: false, error: { sentence: expect.stringMatching(/newer version/) } });
    // What it cannot read it carries all the same.
    deliver(ben.ledger, cem.ledger);
    expect(cem.ledger.entries.at(newer.header.logId, newer.header.seq)).toBeDefined();

    unknown.clear();
    const updated = createLedger({
      db: ben.ledger.db,
      secrets: ben.ledger.secrets(),
      saveSecrets: () => undefined,
      ...deps,
    });
    expectOk(updated.retryDeferred());
    expect(verdictOf(updated, newer).state).toBe('applied');
    expect(line()).toEqual({ title: 'In the new form', read_only_reason: null });
    expect(updated.records.get(id)?.heads).toBe(ana.ledger.records.get(id)?.heads);
    updated.close();
  });

  it('applies what builds on such an entry after the update too', () => {
    const { ana, ben, deps } = team;
    unknown.add('cycle');
    deliver(ana.ledger, ben.ledger);
    unknown.clear();
    const { id } = say(ana, 'cycle.create', { title: 'Autumn', start: '2026-09-01', end: '2026-11-30' }, deps);
    unknown.add('cycle');
    deliver(ana.ledger, ben.ledger);
    const base = JSON.parse(ana.ledger.records.get(id)?.heads ?? '[]') as string[];
    unknown.clear();
    say(ana, 'cycle.update', { id, base, title: 'Fall' }, deps);
    deliver(ana.ledger, ben.ledger);
    expect(ben.ledger.records.get(id)).toBeUndefined();
    expectOk(ben.ledger.retryDeferred());
    expect(ben.ledger.records.get(id)?.heads).toBe(ana.ledger.records.get(id)?.heads);
    expect(ben.ledger.entries.inState('waiting')).toEqual([]);
  });
});
