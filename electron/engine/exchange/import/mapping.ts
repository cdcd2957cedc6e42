import type { ImportRole } from '#shared/protocol/index.ts';
import { plainText } from './cell.ts';
import type { Mapping, Table } from './types.ts';

/** Names of columns as tables of goals use them; the first that fits wins, so that narrower names stand first. */
const names: readonly (readonly [ImportRole, RegExp])[] = [
  ['priority', /\bprio(rity)?\b/i],
  ['projection', /\bproject(ion|ed)\b|\bforecast\b/i],
  ['actual', /\bactual\b|\bcurrent\b|\bprogress\b|^value$/i],
  ['score', /\bscore\b|\bgrade\b|\bfinal\b|\bend-?q(uarter)?\b/i],
  ['start', /^start( value)?$|\bbaseline\b/i],
  ['target', /\btarget\b/i],
  ['unit', /^units?$/i],
  ['type', /^type$/i],
  ['direction', /^direction$/i],
  ['weight', /^weight$/i],
  ['confidence', /^confidence$|^status$/i],
  ['owner', /\bowners?\b|\bdri\b|\bassignees?\b|\bresponsible\b/i],
  ['link', /\blinks?\b|\burl\b|\bissue\b/i],
  ['title', /\bkey results?\b|^kr$|^titles?$|^names?$|^goals?$/i],
  ['objective', /\bobjectives?\b/i],
];

/** Which role each column seems to have, from its name; the first column without one is taken for the titles. */
export const guessMapping = (table: Table): Mapping => {
  const taken = new Set<ImportRole>();
  const roles = table.columns.map((column): ImportRole => {
    const name = plainText(column);
    const found = names.find(([role, pattern]) => !taken.has(role) && pattern.test(name))?.[0];
    if (found === undefined) return 'ignore';
    taken.add(found);
    return found;
  });
  if (taken.has('title')) return roles;
  const free = roles.indexOf('ignore');
  if (free >= 0) return roles.with(free, 'title');
  const objective = roles.indexOf('objective');
  return objective >= 0 ? roles.with(objective, 'title') : roles;
};
