import type { Messages } from '../messages.ts';

export const journal: Messages = {
  mine: 'Mein Journal',
  title: 'Journal von {{name}}',
  count_one: '{{count}} Woche',
  count_other: '{{count}} Wochen',
  months: 'Monate',
  monthNote: '{{weeks}}, {{done}} von {{count}} Plänen erledigt',
  noMonths: 'Keine vorhanden.',
  who: 'Wessen Journal',
  period: 'Welche Wochen',
  always: 'Alle Wochen',
  find: 'Im Journal suchen',
  print: 'Drucken',
  read: 'Alle Wochen lesen',
  pulse: 'Befinden {{value}} von 5, nur du siehst sie hier',
  pulseShared: 'Befinden {{value}} von 5, für diese Woche geteilt',
  empty: 'Noch keine Check-ins',
  emptySentence: 'Jede Woche, die gesendet wurde, steht hier zum Nachlesen.',
  nothing: 'Keine Woche enthält das',
  nothingSentence: 'Suche mit weniger Wörtern oder in allen Wochen.',
};
