import type { PeopleRole } from '#shared/protocol/index.ts';
import { plainText } from '../cell.ts';
import type { Table } from '../types.ts';
import { roleOf } from './roles.ts';
import type { PeopleMapping } from './types.ts';

/** Names of columns as lists of people use them, in English and German; the first that fits wins. */
const names: readonly (readonly [PeopleRole, RegExp])[] = [
  ['id', /^(person )?id$/i],
  ['firstName', /^(first|given|preferred)[ _-]?name$|^vorname$/i],
  ['lastName', /^(last|family|sur)[ _-]?name$|^nachname$/i],
  ['manager', /\bmanager\b|^reports to$|\bsupervisor\b|^lead$|führungskraft|vorgesetzte/i],
  ['contact', /e-?mail|^note$|^contact$|^notiz$|^kontakt$/i],
  ['timeZone', /time[ _-]?zone|^tz$|zeitzone/i],
  ['title', /\btitle\b|^position$|\bjob\b|^titel$|^funktion$/i],
  ['role', /\brole\b|^rolle$/i],
  ['place', /^place$|^city$|^location$|^office$|^ort$|^stadt$|^standort$/i],
  ['hours', /\bhours\b|arbeitszeit/i],
  ['name', /\bname\b|^person$|^employee$|^member$/i],
  ['mon', /^mon(day)?$|^mo(ntag)?$/i],
  ['tue', /^tue(s(day)?)?$|^di(enstag)?$/i],
  ['wed', /^wed(nesday)?$|^mi(ttwoch)?$/i],
  ['thu', /^thu(rs(day)?)?$|^do(nnerstag)?$/i],
  ['fri', /^fri(day)?$|^fr(eitag)?$/i],
  ['sat', /^sat(urday)?$|^sa(mstag)?$/i],
  ['sun', /^sun(day)?$|^so(nntag)?$/i],
];

/** Whether a column that is called "role" holds roles of a team, and not what people work as: half of it at least. */
const holdsRoles = (table: Table, at: number): boolean => {
  const said = table.rows.map(({ cells }) => plainText(cells[at] ?? '')).filter((cell) => cell !== '');
  return said.filter((cell) => roleOf(cell) !== undefined).length * 2 >= said.length;
};

/** Which role each column seems to have, from its name; "Role" may mean what people work as. */
export const guessPeopleMapping = (table: Table): PeopleMapping => {
  const taken = new Set<PeopleRole>();
  const roles = table.columns.map((column): PeopleRole => {
    const name = plainText(column);
    const found = names.find(([role, pattern]) => !taken.has(role) && pattern.test(name))?.[0];
    if (found === undefined) return 'ignore';
    taken.add(found);
    return found;
  });
  const at = roles.indexOf('role');
  if (at < 0 || holdsRoles(table, at)) return roles;
  return roles.with(at, taken.has('title') ? 'ignore' : 'title');
};

const goalColumns = /\bobjectives?\b|\bkey results?\b|^kr$|\btarget\b|\bscore\b|\bprogress\b/i;

/** Whether a table is a list of people: names, and beside them what only people have. */
export const looksLikePeople = (table: Table): boolean => {
  if (table.goals !== undefined || table.columns.some((column) => goalColumns.test(plainText(column)))) return false;
  const mapping = guessPeopleMapping(table);
  const named = mapping.includes('name') || mapping.includes('firstName');
  const strong = table.columns.some((column) => /e-?mail/i.test(column));
  return named && (strong || mapping.includes('manager') || mapping.includes('timeZone') || mapping.includes('hours'));
};
