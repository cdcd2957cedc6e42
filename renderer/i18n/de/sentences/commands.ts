import type { Sentences } from '../../sentences/sayer.ts';

/** What commands and requests answer. */
export const commands: Sentences = {
  'A newer version of Meridian has written to this record. Update Meridian on this machine to edit it.':
    'Eine neuere Version von Meridian hat in diesen Datensatz geschrieben. Aktualisiere Meridian auf diesem Rechner, um ihn zu bearbeiten.',
  'What you want to erase is not on this machine.': 'Was du löschen willst, ist nicht auf diesem Rechner.',
  'This can be changed, not erased.': 'Das lässt sich ändern, aber nicht löschen.',
  'The record is not on this machine.': 'Der Datensatz ist nicht auf diesem Rechner.',
  'One of the people who should read this is not in the team yet.':
    'Eine der Personen, die das lesen sollen, ist noch nicht im Team.',
  'A 1:1 is with somebody else.': 'Ein 1:1 ist mit jemand anderem.',
  'What this is about is not on this machine.': 'Worum es hier geht, ist nicht auf diesem Rechner.',
  'Say until when.': 'Sag, bis wann.',
  'Write down what you decided.': 'Schreib auf, was ihr entschieden habt.',
  'There is no week {{0}}.': 'Die Woche {{0}} gibt es nicht.',
  'Your check-in for {{0}} is out already. Add a comment to it instead.':
    'Dein Check-in für {{0}} ist schon gesendet. Schreib stattdessen einen Kommentar dazu.',
  'This key result is not on this machine.': 'Dieses Schlüsselergebnis ist nicht auf diesem Rechner.',
  'You say that nothing changed, and report changes. Send the check-in without "nothing changed".':
    'Du sagst, dass sich nichts geändert hat, und meldest Änderungen. Sende den Check-in ohne „Nichts geändert“.',
  'The check-in is empty. Add a plan, or say that nothing changed.':
    'Der Check-in ist leer. Füge einen Plan hinzu, oder sag, dass sich nichts geändert hat.',
  'A plan is in the list twice.': 'Ein Plan steht zweimal in der Liste.',
  'There is no such field.': 'Ein solches Feld gibt es nicht.',
  'Settle the manual progress: the name follows it.': 'Entscheide über den Fortschritt von Hand: Der Name folgt ihm.',
  'The goal is in this cycle already.': 'Das Ziel ist schon in diesem Zyklus.',
  'This cycle is closed.': 'Dieser Zyklus ist abgeschlossen.',
  'The cycle ends before it starts. Choose a later last day.':
    'Der Zyklus endet, bevor er beginnt. Wähle einen späteren letzten Tag.',
  'The cycle is closed already.': 'Der Zyklus ist schon abgeschlossen.',
  'Ask somebody else for feedback.': 'Bitte jemand anderen um Feedback.',
  'Say what to look at.': 'Sag, worauf zu achten ist.',
  'This request asks something else.': 'Diese Bitte fragt nach etwas anderem.',
  'Write something first.': 'Schreib zuerst etwas.',
  'Say what for.': 'Sag, wofür.',
  'Kudos are for somebody else.': 'Kudos gehen an jemand anderen.',
  'The evidence is not on this machine.': 'Der Beleg ist nicht auf diesem Rechner.',
  'Not everybody can read this evidence. Point to something the team can read.':
    'Nicht alle können diesen Beleg lesen. Verweise auf etwas, das das Team lesen kann.',
  '{{0}} not on this machine.': '{{0|said}} nicht auf diesem Rechner.',
  'This edit was made on a version that is not on this machine. Reload and try again.':
    'Diese Änderung beruht auf einer Fassung, die nicht auf diesem Rechner ist. Lade neu und versuche es noch einmal.',
  '{{0}} still on the way to this machine.': '{{0|said}} noch auf dem Weg zu diesem Rechner.',
  'This person has left the team.': 'Diese Person hat das Team verlassen.',
  'The objective is closed. Open it again to change it.':
    'Das Ziel ist abgeschlossen. Öffne es wieder, um es zu ändern.',
  'The key result is not part of this objective.': 'Das Schlüsselergebnis gehört nicht zu diesem Ziel.',
  'The leave ends before it starts. Choose a later last day.':
    'Die Abwesenheit endet, bevor sie beginnt. Wähle einen späteren letzten Tag.',
  'A leave lasts at most {{0}} days. Enter the rest as another.':
    'Eine Abwesenheit dauert höchstens {{0}} Tage. Trag den Rest als weitere ein.',
  'The key result is not on this machine.': 'Das Schlüsselergebnis ist nicht auf diesem Rechner.',
  'Finishing this milestone moves "{{0}}", which only its owner and the objective\'s people report on. Ask one of them to finish it.':
    'Dieser Meilenstein bewegt „{{0}}“, und darüber berichten nur die dafür Verantwortlichen. Bitte jemanden von ihnen, ihn abzuschließen.',
  'Say what the progress is when it is set by hand.':
    'Sag, wie weit es ist, wenn der Fortschritt von Hand gesetzt wird.',
  'The objective is closed already.': 'Das Ziel ist schon abgeschlossen.',
  'Write a sentence about what you learned.': 'Schreib einen Satz darüber, was du gelernt hast.',
  'An objective cannot lie below itself. Choose another parent.':
    'Ein Ziel kann nicht unter sich selbst liegen. Wähle ein anderes übergeordnetes.',
  'The goals above this one form a circle. Change their parents first.':
    'Die Ziele darüber bilden einen Kreis. Ändere zuerst, wozu sie gehören.',
  'Create the objective first, then set its progress by hand.':
    'Leg zuerst das Ziel an und setze dann den Fortschritt von Hand.',
  'This was written on a version that is not on this machine. Reload and try again.':
    'Das beruht auf einer Fassung, die nicht auf diesem Rechner ist. Lade neu und versuche es noch einmal.',
  '"{{0}}" is not a time zone that this machine knows. Choose one from the list.':
    '„{{0}}“ ist keine Zeitzone, die dieser Rechner kennt. Wähle eine aus der Liste.',
  '"{{0}}" is closed and takes no more updates.': '„{{0}}“ ist abgeschlossen und nimmt keine Updates mehr an.',
  '"{{0}}" is archived and takes no more updates.': '„{{0}}“ ist archiviert und nimmt keine Updates mehr an.',
  'Badges are given for milestones.': 'Auszeichnungen gibt es für Meilensteine.',
  'A badge is given once the milestone is done.': 'Eine Auszeichnung gibt es, sobald der Meilenstein erreicht ist.',
  'A badge is for somebody else.': 'Eine Auszeichnung geht an jemand anderen.',
  'Notes are about somebody else.': 'Notizen handeln von jemand anderem.',
  'What you comment on is not on this machine.': 'Was du kommentierst, ist nicht auf diesem Rechner.',
  'This cannot be commented on.': 'Das lässt sich nicht kommentieren.',
  'Somebody else acknowledges your check-in.': 'Deinen Check-in bestätigt jemand anderes.',
  'Acknowledging is the act of this person’s manager. You can comment.':
    'Bestätigen ist Sache der Führungskraft dieser Person. Du kannst kommentieren.',
  'Ask somebody else.': 'Frag jemand anderen.',
  'Guests read and do not answer. Ask somebody else.': 'Gäste lesen und antworten nicht. Frag jemand anderen.',
  'What you ask about is not on this machine.': 'Wonach du fragst, ist nicht auf diesem Rechner.',
  'This has been settled meanwhile.': 'Das wurde inzwischen geklärt.',
  'It waits for this person already.': 'Es wartet schon auf diese Person.',
  'Only who asked and who is asked can hand this on.':
    'Weitergeben können das nur, wer gefragt hat und wer gefragt ist.',
  'Only what is done can be accepted.': 'Abnehmen lässt sich nur, was erledigt ist.',
  "The connection to Meridian's engine ended before it answered. What was saved stays saved.":
    'Die Verbindung zum Dienst von Meridian brach ab, bevor er antwortete. Was gespeichert war, bleibt gespeichert.',
  'This is more than Meridian takes in one piece. Split it and send the parts.':
    'Das ist mehr, als Meridian auf einmal nimmt. Teile es und sende die Teile.',
  'This window and its engine are different versions of Meridian. Close Meridian and open it again.':
    'Dieses Fenster und der Dienst sind verschiedene Versionen von Meridian. Schließe Meridian und öffne es wieder.',
  'Name the machine.': 'Gib dem Rechner einen Namen.',
  'Keep the name under 60 characters.': 'Halte den Namen unter 60 Zeichen.',
  'Keep it under 500 characters.': 'Halte es unter 500 Zeichen.',
  'Keep the decision under 4,000 characters.': 'Halte die Entscheidung unter 4.000 Zeichen.',
  'Choose who took part.': 'Wähle, wer dabei war.',
  'Name the badge.': 'Gib der Auszeichnung einen Namen.',
  'Say your name.': 'Sag deinen Namen.',
  'The file is over 20 MB. Split it and import the parts.':
    'Die Datei ist größer als 20 MB. Teile sie und importiere die Teile.',
  'Name the team.': 'Gib dem Team einen Namen.',
  'Use at least 10 characters: who finds the file can guess without limit.':
    'Nimm mindestens 10 Zeichen: Wer die Datei findet, kann unbegrenzt raten.',
  'Write the question.': 'Schreib die Frage.',
  'Keep the question under 300 characters.': 'Halte die Frage unter 300 Zeichen.',
  'Enter the passphrase.': 'Gib das Passwort ein.',
  'Use at least eight characters.': 'Nimm mindestens acht Zeichen.',
  'This page was not opened by Meridian. Open Meridian from the terminal again.':
    'Diese Seite wurde nicht von Meridian geöffnet. Öffne Meridian noch einmal aus dem Terminal.',
  'What answers at this address is not the Meridian that opened this page. Open Meridian from the terminal again.':
    'Was an dieser Adresse antwortet, ist nicht das Meridian, das diese Seite geöffnet hat. Öffne Meridian noch einmal aus dem Terminal.',
  'Meridian could not do this and did not say why.': 'Meridian konnte das nicht tun und sagte nicht, warum.',
  'This request is not valid.': 'Diese Anfrage ist nicht gültig.',
  'Something went wrong inside Meridian. What was saved before is safe; the details are in the log.':
    'In Meridian ist etwas fehlgeschlagen. Was vorher gespeichert war, ist sicher; Einzelheiten stehen im Protokoll.',
  'This version of Meridian has no command "{{0}}".': 'Diese Version von Meridian hat keinen Befehl „{{0}}“.',
  'This version of Meridian has no query "{{0}}".': 'Diese Version von Meridian hat keine Abfrage „{{0}}“.',
  'This subscription number is already in use.': 'Diese Nummer eines Abonnements ist schon in Gebrauch.',
  'This message is not part of the protocol.': 'Diese Nachricht gehört nicht zum Protokoll der Verbindung.',
  'Give it a title.': 'Gib einen Titel an.',
  'Keep the title under 300 characters.': 'Halte den Titel unter 300 Zeichen.',
  'This text is over 100,000 characters. Attach it as a file or split it.':
    'Dieser Text hat mehr als 100.000 Zeichen. Häng ihn als Datei an oder teile ihn.',
  'A cycle cannot go on in itself.': 'Ein Zyklus kann nicht in sich selbst weitergehen.',
  'The cycle to go on in is closed. Choose another one.':
    'Der Zyklus, in dem es weitergehen soll, ist abgeschlossen. Wähle einen anderen.',
  '“{{0}}” belongs to another cycle.': '„{{0}}“ gehört zu einem anderen Zyklus.',
  'A badge goes to somebody who had a part in the milestone.':
    'Eine Auszeichnung geht an jemanden, der am Meilenstein beteiligt war.',
  'Keep it under 300 characters.': 'Halte es unter 300 Zeichen.',
  'Meridian is not running any more. Open it from the terminal again.':
    'Meridian läuft nicht mehr. Öffne es noch einmal aus dem Terminal.',
  'This window was not opened by Meridian.': 'Dieses Fenster wurde nicht von Meridian geöffnet.',
};
