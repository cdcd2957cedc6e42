import type { Sentences } from '../../sentences/sayer.ts';

/** What checking all records finds. */
export const checks: Sentences = {
  '{{0}} Run "rebuild" to make it anew from the log.':
    '{{0|said}} Listen neu aufzubauen erstellt es neu aus dem Protokoll.',
  'A {{0}} is missing from the lists.': '{{0|said}}: fehlt in den Listen.',
  'The line of a {{0}} is not what the record says.':
    '{{0|said}}: Die Zeile in den Listen ist nicht, was der Datensatz sagt.',
  'Search would not find a {{0}} by what it says.': '{{0|said}}: Die Suche fände es nicht unter dem, was darin steht.',
  'The table {{0}} does not hold what the record says.': 'Die Tabelle {{0}} enthält nicht, was der Datensatz sagt.',
  'The table {{0}} has rows of a record that is not here. Run "rebuild" to make it anew from the log.':
    'Die Tabelle {{0}} hat Zeilen eines Datensatzes, der nicht hier ist. Baue die Listen neu auf.',
  'The search index holds {{0}} texts of records that are not here. Run "rebuild".':
    'Der Suchindex enthält {{0}} Texte von Datensätzen, die nicht hier sind. Baue die Listen neu auf.',
  'The search index is damaged ({{0}}). Run "rebuild".':
    'Der Suchindex ist beschädigt ({{0}}). Baue die Listen neu auf.',
  'The entry is stored under a name that is not its hash.':
    'Der Eintrag ist unter einem Namen gespeichert, der nicht seine Prüfsumme ist.',
  'The content of the entry is missing, and nothing says that it was erased.':
    'Der Inhalt des Eintrags fehlt, und nichts sagt, dass er gelöscht wurde.',
  'The content of the entry is still here, although its log says that it was erased.':
    'Der Inhalt des Eintrags ist noch hier, obwohl sein Protokoll sagt, dass er gelöscht wurde.',
  'The end of this log is missing or was changed.': 'Das Ende dieses Protokolls fehlt oder wurde verändert.',
  'The entry lies at a place that is not its own.': 'Der Eintrag liegt an einer Stelle, die nicht seine ist.',
  'The signature of the entry does not hold.': 'Die Signatur des Eintrags hält nicht.',
  'The entry is kept as {{0}}, and by the rules it is {{1}}. Run "rebuild".':
    'Der Eintrag gilt hier als „{{0|said}}“, nach den Regeln ist er „{{1|said}}“. Baue die Listen neu auf.',
  'A {{0}} is missing although its entries are here. Run "rebuild".':
    '{{0|said}}: fehlt, obwohl die Einträge hier sind. Baue die Listen neu auf.',
  'A {{0}} is not what its entries add up to. Run "rebuild".':
    '{{0|said}}: ist nicht, was die Einträge ergeben. Baue die Listen neu auf.',
  'The stored document of a {{0}} cannot be read. Run "rebuild".':
    '{{0|said}}: Das gespeicherte Dokument lässt sich nicht lesen. Baue die Listen neu auf.',
  'A {{0}} is here although no entry makes it. Run "rebuild".':
    '{{0|said}}: ist hier, obwohl kein Eintrag es ergibt. Baue die Listen neu auf.',
};
