import type { Sentences } from '../../sentences/sayer.ts';

/** What rules and formulas say. */
export const rules: Sentences = {
  'Feedback is about somebody else. Choose another person.': 'Feedback gilt jemand anderem. Wähle eine andere Person.',
  'This person has no manager yet. An admin can name one under People.':
    'Diese Person hat noch keine Führungskraft. Ein Admin kann unter Personen eine festlegen.',
  'You are this person’s manager: nobody else would read it.':
    'Du bist die Führungskraft dieser Person: Sonst würde es niemand lesen.',
  'You are this person’s manager already. Choose recipient only.':
    'Du bist schon die Führungskraft dieser Person. Wähle nur die Person selbst.',
  'A {{0}} has no field "{{1}}".': '{{0|said}}: Ein Feld „{{1}}“ gibt es nicht.',
  'A field is written in the wrong way.': 'Ein Feld ist auf die falsche Weise geschrieben.',
  'A field is written without a value.': 'Ein Feld ist ohne Wert geschrieben.',
  'This {{0}} is full: it holds at most {{1}} {{2}}.':
    '{{0|said}}: voll, mehr als {{1}} passen nicht hinein ({{2|said}}).',
  'This field is not written by anybody.': 'Dieses Feld schreibt niemand.',
  'This is written once and stands.': 'Das wird einmal geschrieben und bleibt so.',
  'Version {{0}} of {{1}} is not known here.': 'Fassung {{0}} ist hier nicht bekannt: {{1|said}}.',
  'A {{0}} does not belong into this space.': '{{0|said}}: gehört nicht in diesen Bereich.',
  'The author was no longer a member of the team.': 'Wer das schrieb, war nicht mehr im Team.',
  'A record is begun by the person whom its key names.':
    'Ein Datensatz wird von der Person begonnen, die sein Schlüssel nennt.',
  'A new {{0}} states its "{{1}}".': '{{0|said}}: Es fehlt „{{1|said}}“.',
  'Meridian knows no kind "{{0}}".': 'Die Art „{{0}}“ kennt Meridian nicht.',
  'The changes of one entry do not build on each other.': 'Die Änderungen eines Eintrags bauen nicht aufeinander auf.',
  'A badge is given in one’s own name.': 'Eine Auszeichnung gibt man im eigenen Namen.',
  'The badge says something else than its key.': 'Die Auszeichnung sagt etwas anderes als ihr Schlüssel.',
  'A badge is given once.': 'Eine Auszeichnung wird einmal gegeben.',
  'A check-in is written by the person whose week it is.':
    'Einen Check-in schreibt die Person, um deren Woche es geht.',
  'The check-in names another person than its key.': 'Der Check-in nennt eine andere Person als sein Schlüssel.',
  'The check-in names another week than its key.': 'Der Check-in nennt eine andere Woche als sein Schlüssel.',
  'Only who wrote this can erase it; what the whole team reads, an admin can erase too.':
    'Löschen kann das nur, wer es schrieb; was das ganze Team liest, kann auch ein Admin löschen.',
  'What was erased is gone for good.': 'Was gelöscht wurde, ist endgültig fort.',
  'Only the person who was asked answers or declines.': 'Nur wer gefragt wurde, antwortet oder lehnt ab.',
  'A request lies where the person who is asked can read it.':
    'Eine Frage liegt dort, wo die gefragte Person sie lesen kann.',
  'Feedback is about somebody else than the person who gives it.':
    'Feedback handelt von jemand anderem als der Person, die es gibt.',
  'Feedback is asked for about oneself, or by a manager about somebody who reports to them.':
    'Um Feedback bittet man für sich selbst, oder als Führungskraft für jemanden, der an einen berichtet.',
  'Feedback names the person it is about.': 'Feedback nennt die Person, von der es handelt.',
  'The feedback lies where others than its visibility says could read it.':
    'Das Feedback liegt dort, wo es mehr Personen lesen könnten, als seine Sichtbarkeit sagt.',
  'Feedback is written once. Write another to add to it.':
    'Feedback wird einmal geschrieben. Schreib ein weiteres, um etwas hinzuzufügen.',
  'Everybody states their own days off.': 'Freie Tage gibt jede Person selbst an.',
  'The leave ends before it starts.': 'Die Abwesenheit endet, bevor sie beginnt.',
  'A key result needs a title.': 'Ein Schlüsselergebnis braucht einen Titel.',
  'A progress update is written once.': 'Ein Update wird einmal geschrieben.',
  'A progress update names no key result of its objective.': 'Ein Update nennt kein Schlüsselergebnis seines Ziels.',
  'Manual progress needs the name of the person who set it.':
    'Fortschritt von Hand braucht den Namen der Person, die ihn setzt.',
  'Only the person who is named to accept it can do this.': 'Das kann nur die Person, die zum Abnehmen genannt ist.',
  'Manual progress is set in one’s own name.': 'Fortschritt von Hand setzt man im eigenen Namen.',
  'Only the two people of a 1:1 write in it.': 'In ein 1:1 schreiben nur die beiden, deren es ist.',
  'One of you two owns the action.': 'Das To-do gehört einer von euch beiden Personen.',
  'An action names who does it.': 'Ein To-do nennt, wer es tut.',
  'An action says until when.': 'Ein To-do sagt, bis wann.',
  'A decision is written down.': 'Eine Entscheidung wird aufgeschrieben.',
  'The notes name another day than their key.': 'Die Notizen nennen einen anderen Tag als ihr Schlüssel.',
  'Only the person themselves or an admin can change this page.':
    'Diese Seite ändern nur die Person selbst oder ein Admin.',
  'Only who asked and who is asked can change where this stands.':
    'Wie es darum steht, ändern nur, wer gefragt hat und wer gefragt ist.',
  'Only who asked can change this.': 'Das ändert nur, wer gefragt hat.',
  'A request names the person it waits for.': 'Eine Frage nennt die Person, auf die sie wartet.',
  'A request that is closed says since when.': 'Eine geklärte Frage sagt, seit wann.',
  'Everybody asks in their own name.': 'Man fragt im eigenen Namen.',
  'A request is handed on in one’s own name.': 'Weiter gibt man eine Frage im eigenen Namen.',
  'This person could not read the request.': 'Diese Person könnte die Frage nicht lesen.',
  'Only the person who made the cycle or an admin can change it.':
    'Den Zyklus ändern nur, wer ihn angelegt hat, oder ein Admin.',
  'The cycle ends before it starts.': 'Der Zyklus endet, bevor er beginnt.',
  'A pulse is private to its author.': 'Das Befinden ist nur für die Person selbst.',
  'The pulse names another week than its key.': 'Das Befinden nennt eine andere Woche als sein Schlüssel.',
  'A task that is done says since when.': 'Eine erledigte Aufgabe sagt, seit wann.',
  'Only a task that is done has a time of being done.':
    'Nur eine erledigte Aufgabe hat eine Zeit, zu der sie erledigt wurde.',
  'Everybody acknowledges for themselves.': 'Bestätigen kann jede Person nur für sich.',
  'An acknowledgement is given once.': 'Bestätigt wird einmal.',
  'The acknowledgement is of another record.': 'Die Bestätigung gilt einem anderen Datensatz.',
  'The acknowledgement is in another name.': 'Die Bestätigung steht unter einem anderen Namen.',
  'Kudos are written once. Give more to add to them.':
    'Kudos werden einmal geschrieben. Gib weitere, um etwas hinzuzufügen.',
  'Only a reader of a space states its readers.': 'Wer einen Bereich liest, gibt nur an, wer ihn selbst liest.',
  'The readers of a space never change. Start another space for other readers.':
    'Wer einen Bereich liest, ändert sich nie. Beginne für andere einen anderen.',
  'Guests read everything and write nothing. Ask an admin for another role.':
    'Gäste lesen alles und schreiben nichts. Bitte einen Admin um eine andere Rolle.',
  'Only an owner or admin of the team can change this.': 'Das ändert nur ein Owner oder Admin des Teams.',
  "Only the objective's owner, its creator or an admin can do this.":
    'Das kann nur, wer für das Ziel verantwortlich ist oder es angelegt hat, oder ein Admin.',
  "Only the objective's owner, contributors, creator or an admin can change this.":
    'Das ändern nur, wer für das Ziel verantwortlich ist, daran mitwirkt oder es angelegt hat, oder ein Admin.',
  "Only the key result's owner, or those who can change the objective, can change this.":
    'Das ändern nur, wer für das Schlüsselergebnis verantwortlich ist oder das Ziel ändern darf.',
  'Only the person who does this, who made it, or an admin can change it.':
    'Das ändern nur, wer es tut oder angelegt hat, oder ein Admin.',
  'An acceptance keeps what was accepted.': 'Eine Abnahme hält fest, was abgenommen wurde.',
  'Only the person whom the task names accepts it.': 'Abnehmen kann nur, wen die Aufgabe dafür nennt.',
  "Only the key result's owner, or the objective's owner, contributors or creator, report its progress.":
    'Fortschritt melden nur, wer für das Schlüsselergebnis oder das Ziel verantwortlich ist, daran mitwirkt oder es angelegt hat.',
  'Only the person who wrote this can change it.': 'Das ändert nur, wer es geschrieben hat.',
  'Nothing has been reported yet.': 'Noch wurde nichts gemeldet.',
  'Start and target are the same, so there is no progress to measure. Change one of them.':
    'Start- und Zielwert sind gleich, also gibt es keinen Fortschritt zu messen. Ändere einen davon.',
  'There are no key results yet.': 'Es gibt noch keine Schlüsselergebnisse.',
  'There are no objectives below this one yet.': 'Darunter gibt es noch keine Ziele.',
  'There are no key results and no objectives below this one yet.':
    'Es gibt noch keine Schlüsselergebnisse und darunter keine Ziele.',
  'None of its parts can be computed yet.': 'Noch lässt sich keiner der Teile berechnen.',
  'All weights are 0. Give at least one part a weight.': 'Alle Gewichte sind 0. Gib mindestens einem Teil ein Gewicht.',
  'Nobody has set the progress by hand yet.': 'Noch hat niemand den Fortschritt von Hand gesetzt.',
  '{{0}} has a value of the wrong type.': '{{0|said}}: Der Wert ist von der falschen Art.',
  '{{0}} is no number.': '{{0|said}}: Das ist keine Zahl.',
  '{{0}} is longer than {{1}} characters.': '{{0|said}}: länger als {{1}} Zeichen.',
  '{{0}} is below {{1}}.': '{{0|said}}: kleiner als {{1}}.',
  '{{0}} is above {{1}}.': '{{0|said}}: größer als {{1}}.',
  '{{0}} is empty.': '{{0|said}}: Hier fehlt etwas.',
  '{{0}} is not a whole number.': '{{0|said}}: Das ist keine ganze Zahl.',
  '{{0}} is not a time.': '{{0|said}}: Das ist keine Zeit.',
  '{{0}} is not a day such as 2026-05-31.': '{{0|said}}: Das ist kein Tag wie 2026-05-31.',
  '{{0}} is not a week such as 2026-W20.': '{{0|said}}: Das ist keine Woche wie 2026-W20.',
  '{{0}} is not a time zone such as Asia/Karachi.': '{{0|said}}: Das ist keine Zeitzone wie Asia/Karachi.',
  '{{0}} is not a span of hours such as 09:00-17:00.': '{{0|said}}: Das ist keine Zeitspanne wie 09:00-17:00.',
  '{{0}} is not an id.': '{{0|said}}: Das ist keine Kennung.',
  '{{0}} is none of: {{1}}.': '{{0|said}}: keines von {{1}}.',
  'A record key needs 16 random bytes.': 'Der Schlüssel eines Datensatzes braucht 16 zufällige Bytes.',
  'A record key needs the id of its creator.':
    'Der Schlüssel eines Datensatzes braucht die Kennung der Person, die ihn anlegt.',
  'The key of this {{0}} is malformed.': '{{0|said}}: Der Schlüssel ist fehlerhaft.',
  '{{0}} has an item that is not one.': '{{0|said}}: Etwas darin ist kein Eintrag dieser Art.',
  'A {{0}} is not a record.': '{{0|said}}: Das ist kein Datensatz.',
};
