import type { Messages } from '../messages.ts';

export const directory: Messages = {
  find: 'Personen finden',
  example: 'Name, Rolle, Ort',
  turn: 'Liste oder Berichtslinien',
  view: 'Wie Personen gezeigt werden',
  views: { list: 'Liste', lines: 'Berichtslinien' },
  nobody: 'Niemand gefunden',
  nobodyHint: 'Versuch einen Teil des Namens, eine Rolle oder einen Ort.',
  found_one: '{{count}} Person gefunden',
  found_other: '{{count}} Personen gefunden',
  level: 'Ebene {{level}}',
  here: '{{place}}, {{time}}',
};
