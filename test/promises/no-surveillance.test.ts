import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrations } from '#engine/profile/migrations.ts';
import { openStore } from '#engine/store/index.ts';
import { isRecordKind, kinds, type KindDef } from '#shared/schema/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { protocolObjects } from './shapes.ts';

// Promise 7, output, not surveillance: no screenshots, key counts, online dots, time tracking, ranking of people or
// scores of persons. What is not kept anywhere cannot be shown, so the places where data lives are searched.

/** Words that nothing which is kept, sent or asked may be called. Goals have a score; a person never has. */
const watching =
  /keystroke|key_?count|key_?press|screenshot|screen_?shot|webcam|mouse|online|offline_since|presence|last_?seen_?at|last_?active|idle|activity|time_?spent|time_?track|tracked|hours_?worked|clock_?in|clock_?out|stopwatch|timer|productiv|rank(?!s?$)|ranking|leaderboard|person_?score|rating|engagement|sentiment|points|badge|streak/i;

/** What people state about themselves in numbers: how many working hours others may have to wait for an answer. */
const statedByThemselves = new Set(['standardHours', 'urgentHours']);

/**
 * A badge of this team is recognition: somebody gives it to somebody, in words, for a milestone (PRODUCT, recognition).
 * Nothing counts or computes one, which the test of numbers holds; any other name with the word stays refused.
 */
const given = /^(badge\.|badges\.|badge$|badges$)/;
const watches = (name: string): boolean => watching.test(name.replace(given, ''));

const columns = (): readonly string[] => {
  const db = expectOk(openStore(':memory:', migrations));
  const tables = db.prepare<unknown[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  const names = tables
    .filter(({ name }) => !/^(sqlite_|search_)/.test(name))
    .flatMap(({ name }) => [
      name,
      ...db
        .prepare<unknown[], { name: string }>(`SELECT name FROM pragma_table_info('${name}')`)
        .all()
        .map((column) => `${name}.${column.name}`),
    ]);
  db.close();
  return names;
};

const recordFields = (): readonly string[] =>
  Object.keys(kinds)
    .filter(isRecordKind)
    .flatMap((kind) => {
      const def: KindDef = kinds[kind];
      const items = Object.entries(def.items).flatMap(([name, fields]) => fields.map((field) => `${name}.${field}`));
      return [kind, ...[...def.scalars, ...def.texts, ...items].map((field) => `${kind}.${field}`)];
    });

describe('nothing that watches people is kept or told', () => {
  it('in any field of any record', () => {
    expect(recordFields().length).toBeGreaterThan(60);
    expect(recordFields().filter(watches)).toEqual([]);
  });

  it('in any table or column on the disk', () => {
    expect(columns().length).toBeGreaterThan(60);
    expect(columns().filter(watches)).toEqual([]);
  });

  it('in anything that windows may ask or are told', () => {
    const objects = protocolObjects();
    expect(objects.length).toBeGreaterThan(100);
    const names = objects.flatMap(({ where, fields }) => [...fields.keys()].map((field) => `${where}.${field}`));
    expect(names.filter((name) => watching.test(name.slice(name.lastIndexOf('.') + 1)))).toEqual([]);
  });

  it('as a number that belongs to a person: what describes somebody counts nothing about them', () => {
    const people = protocolObjects().filter(({ fields }) => fields.has('workingHours') || fields.has('timeZone'));
    expect(people.map(({ where }) => where)).toEqual(expect.arrayContaining(['people.people[]', 'thread.person']));
    const numbers = people.flatMap(({ where, fields }) =>
      [...fields]
        .filter(([name, what]) => what === 'number' && !statedByThemselves.has(name))
        .map(([name]) => `${where}.${name}`),
    );
    expect(numbers).toEqual([]);
    const person: KindDef = kinds.person;
    const kept = person.scalars.filter((field) => typeof person.fallback(field) === 'number');
    expect(kept.filter((field) => !statedByThemselves.has(field))).toEqual([]);
    const badge: KindDef = kinds.badge;
    expect(badge.scalars.filter((field) => typeof badge.fallback(field) === 'number')).toEqual([]);
    expect(Object.keys(badge.items)).toEqual([]);
  });

  it('and no program of ours listens to keys, screens or idle time outside its own windows', () => {
    const root = join(import.meta.dirname, '..', '..');
    const files = ['electron/**/*.ts', 'renderer/**/*.{ts,tsx}'].flatMap((pattern) => globSync(pattern, { cwd: root }));
    expect(files.length).toBeGreaterThan(300);
    const watchers =
      /\b(desktopCapturer|getDisplayMedia|globalShortcut|uiohook|iohook|getSystemIdleTime|IdleDetector)\b/;
    expect(files.filter((file) => watchers.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });
});
