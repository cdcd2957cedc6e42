import type { Sentences } from '../../sentences/sayer.ts';

/** What the import of people says, and of files that are not what they are said to be. */
export const peopleImport: Sentences = {
  'This row names nobody.': 'Diese Zeile nennt niemanden.',
  'The name is over {{0}} characters.': 'Der Name hat mehr als {{0}} Zeichen.',
  'Line {{0}} is about the same person.': 'In Zeile {{0}} geht es um dieselbe Person.',
  'Several people of the team are called so.': 'Mehrere im Team heißen so.',
  'This person was in the team before. Invite them by hand if they should come back.':
    'Diese Person war früher im Team. Lade sie von Hand ein, wenn sie zurückkommen soll.',
  '“{{0}}” is not a role. Roles are admin, member and guest.':
    '„{{0}}“ ist keine Rolle. Rollen sind admin, member und guest.',
  'An import makes nobody owner. The owner hands the team over under Members.':
    'Ein Import macht niemanden zum Owner. Der Owner übergibt das Team unter „Mitglieder“.',
  'An import does not take the owner’s role. Hand the team over under Members.':
    'Ein Import nimmt dem Owner die Rolle nicht. Übergib das Team unter „Mitglieder“.',
  'An import does not change your own role.': 'Ein Import ändert deine eigene Rolle nicht.',
  'Nobody in the team or in the file is called “{{0}}”.': 'Niemand im Team oder in der Datei heißt „{{0}}“.',
  'Their page has not arrived on this device yet.':
    'Die Seite dieser Person ist auf diesem Gerät noch nicht angekommen.',
  'Title and place take at most {{0}} characters.': 'Funktion und Ort fassen höchstens {{0}} Zeichen.',
  '“{{0}}” is not a time zone such as Asia/Karachi.': '„{{0}}“ ist keine Zeitzone wie Asia/Karachi.',
  '“{{0}}” are no working hours such as 09:00-17:00.': '„{{0}}“ sind keine Arbeitszeiten wie 09:00-17:00.',
  'An import makes at most {{0}} invitations. Import the file again for the others.':
    'Ein Import erstellt höchstens {{0}} Einladungen. Importiere die Datei für die übrigen noch einmal.',
  'Say which column holds the names of the people.': 'Sag, welche Spalte die Namen der Personen enthält.',
  'A list of people is a table: export it as CSV or Markdown.':
    'Eine Liste von Personen ist eine Tabelle: Exportiere sie als CSV oder Markdown.',
  'This is not a list of tasks that {{0}} exported as CSV or JSON.':
    'Das ist keine Liste von Aufgaben, die {{0}} als CSV oder JSON exportiert hat.',
  'This is not an export of Meridian: its file is called meridian.json.':
    'Das ist kein Export von Meridian: Dessen Datei heißt meridian.json.',
  'This is an export of Meridian, not a table of goals.': 'Das ist ein Export von Meridian, keine Tabelle mit Zielen.',
};
