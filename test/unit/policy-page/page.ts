import { policyOf } from '#shared/domain/policy/table.ts';
import { isRecordKind, kinds, type KindDef, type RecordKind } from '#shared/schema/index.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');

const section = (kind: RecordKind): string => {
  const def: KindDef = kinds[kind];
  const policy = policyOf(kind, def.version);
  if (policy === undefined) throw new Error(`There is no policy for version ${def.version} of ${kind}.`);
  const rows = policy.rules.map(({ path, who, once, value }) => {
    const rest = path === '*' && policy.rules.length > 1 ? '* (all the rest)' : path;
    const more = [once === true ? 'once, then it stands' : '', value === undefined ? '' : 'the value is checked too'];
    return `| \`${rest}\` | ${cell(who.sentence)} | ${more.filter((one) => one !== '').join('; ')} |`;
  });
  return [
    `## ${kind}`,
    '',
    `Lives in: ${def.spaces.join(', ')}. Begun: ${cell(policy.create.sentence)}`,
    ...(policy.frozen === undefined ? [] : ['', `Never changed: ${cell(policy.frozen)}`]),
    ...(policy.whole === undefined ? [] : ['', 'The entry as a whole is checked too.']),
    '',
    '| field | who writes it | |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n');
};

/** The page `docs/policies.md`, from the very table by which every replica judges entries. */
export const policiesPage = (): string =>
  [
    '# Who may write what',
    '',
    'Every replica judges every entry by these rules, at the members its author knew and at the record its author saw; what',
    'they refuse is kept as evidence and applied by nobody. The first row that fits a field counts. Made from',
    '`shared/domain/policy` by `test/unit/policy-page`; do not edit.',
    '',
    ...Object.keys(kinds)
      .filter(isRecordKind)
      .flatMap((kind) => [section(kind), '']),
  ].join('\n');
