import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import { ruleFor } from '#shared/domain/policy/check.ts';
import { policyOf } from '#shared/domain/policy/table.ts';
import { isRecordKind, kinds, type KindDef, type RecordKind } from '#shared/schema/index.ts';
import { policiesPage } from './page.ts';

const file = join(import.meta.dirname, '..', '..', '..', 'docs', 'policies.md');
const all = Object.keys(kinds).filter(isRecordKind);

const isDecided = (kind: RecordKind, path: string): boolean => {
  const policy = policyOf(kind, kinds[kind].version);
  return policy !== undefined && ruleFor<never>(policy, path) !== undefined;
};

test.each(all)('every field of a %s has a policy decision: a new field without one fails here', (kind) => {
  const def: KindDef = kinds[kind];
  const items = Object.entries(def.items).flatMap(([name, fields]) => fields.map((field) => `${name}.x.${field}`));
  const undecided = [...def.scalars, ...def.texts, ...items].filter((path) => !isDecided(kind, path));
  expect(undecided).toEqual([]);
});

test('the page of policies says what the table says (MERIDIAN_WRITE_DOCS=1 writes it anew)', async () => {
  const page = await format(policiesPage(), { parser: 'markdown', printWidth: 160 });
  if (process.env['MERIDIAN_WRITE_DOCS'] === '1') writeFileSync(file, page);
  expect(readFileSync(file, 'utf8')).toBe(page);
});
