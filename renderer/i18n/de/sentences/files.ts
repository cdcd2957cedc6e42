import type { Sentences } from '../../sentences/sayer.ts';

/** What import and export say. */
export const files: Sentences = {
  'The disk is full. Free some space, or choose another folder, and export again.':
    'Der Datenträger ist voll. Schaffe Platz oder wähle einen anderen Ordner und exportiere noch einmal.',
  'This folder may not be written to: {{0}}. Choose another one.':
    'In diesen Ordner darf nicht geschrieben werden: {{0}}. Wähle einen anderen.',
  'There is a file where the folder should be: {{0}}. Choose another one.':
    'Wo der Ordner sein sollte, liegt eine Datei: {{0}}. Wähle einen anderen.',
  'This folder cannot be made: {{0}}. Choose another one.':
    'Dieser Ordner lässt sich nicht anlegen: {{0}}. Wähle einen anderen.',
  'Line {{0}}: {{1}}. Correct the file and import it again.':
    'Zeile {{0}}: {{1|said}}. Korrigiere die Datei und importiere sie noch einmal.',
  'The file is empty.': 'Die Datei ist leer.',
  'This row has {{0}} cells, but there are {{1}} columns.': 'Diese Zeile hat {{0}} Zellen, aber es gibt {{1}} Spalten.',
  '{{0}}: “{{1}}” is not a number.': '{{0|said}}: „{{1}}“ ist keine Zahl.',
  'Score {{0}} is not between 0 and 1.': 'Die Bewertung {{0}} liegt nicht zwischen 0 und 1.',
  'Actual {{0}} needs a target to be measured by. Say which column holds it.':
    'Der Wert {{0}} braucht einen Zielwert, an dem er sich messen lässt. Sag, welche Spalte ihn enthält.',
  'Start and target are the same, so there is no progress to measure.':
    'Start- und Zielwert sind gleich, also gibt es keinen Fortschritt zu messen.',
  'Weight {{0}} is not between 0 and 1000.': 'Das Gewicht {{0}} liegt nicht zwischen 0 und 1000.',
  'This row has no title.': 'Diese Zeile hat keinen Titel.',
  'The title is over {{0}} characters.': 'Der Titel hat mehr als {{0}} Zeichen.',
  'The notes are over {{0}} characters.': 'Die Notizen haben mehr als {{0}} Zeichen.',
  'The unit is over 24 characters.': 'Die Einheit hat mehr als 24 Zeichen.',
  'This row names no objective, and none stands above it.': 'Diese Zeile nennt kein Ziel, und keines steht darüber.',
  'This row has no objective above it.': 'Über dieser Zeile steht kein Ziel.',
  'The file is not JSON: {{0}}.': 'Die Datei ist kein JSON: {{0}}.',
  'The file is not an export of Meridian that this version can read{{0}}.':
    'Die Datei ist kein Export von Meridian, den diese Version lesen kann{{0}}.',
  'The export holds no goals.': 'Der Export enthält keine Ziele.',
  'This row has more cells than its table has columns.': 'Diese Zeile hat mehr Zellen als ihre Tabelle Spalten.',
  'An objective holds at most {{0}} key results.': 'Ein Ziel hat höchstens {{0}} Schlüsselergebnisse.',
  'The objective above it cannot be imported.': 'Das Ziel darüber lässt sich nicht importieren.',
  'The objective is closed here. Open it again to import changes.':
    'Das Ziel ist hier abgeschlossen. Öffne es wieder, um Änderungen zu importieren.',
  'The table has {{0}} columns, but {{1}} are explained.': 'Die Tabelle hat {{0}} Spalten, aber {{1}} sind erklärt.',
  'Say which column holds the titles of the goals.': 'Sag, welche Spalte die Titel der Ziele enthält.',
  'Two columns are said to be the {{0}}.': 'Zwei Spalten sollen dasselbe sein: {{0|said}}.',
  'The file has {{0}} tables; there is no table {{1}}.':
    'Die Datei hat {{0}} Tabellen; eine Tabelle {{1}} gibt es nicht.',
  'The table has over {{0}} rows. Split the file and import the parts.':
    'Die Tabelle hat mehr als {{0}} Zeilen. Teile die Datei und importiere die Teile.',
  'This is not a text file. Export it as CSV or Markdown first.':
    'Das ist keine Textdatei. Exportiere sie zuerst als CSV oder Markdown.',
  'The file has more than {{0}} lines or {{1}} cells.': 'Die Datei hat mehr als {{0}} Zeilen oder {{1}} Zellen.',
  '{{0}} Split it and import the parts.': '{{0|said}} Teile sie und importiere die Teile.',
  'The file has no table. A table needs a line of dashes under its first row.':
    'Die Datei hat keine Tabelle. Eine Tabelle braucht eine Zeile aus Strichen unter ihrer ersten Zeile.',
};
