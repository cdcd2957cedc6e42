import type { Sentences } from '../../sentences/sayer.ts';

/** Links, codes, phrases and backups that do not open. */
export const machines: Sentences = {
  'This backup was written by a newer version of Meridian. Update Meridian and try again.':
    'Diese Sicherung hat eine neuere Version von Meridian geschrieben. Aktualisiere Meridian und versuche es noch einmal.',
  'The beginning of this backup is damaged. Use another copy or an older backup.':
    'Der Anfang dieser Sicherung ist beschädigt. Nimm eine andere Kopie oder eine ältere Sicherung.',
  'This passphrase does not open the backup. Check capital letters and the keyboard.':
    'Dieses Passwort öffnet die Sicherung nicht. Prüfe Großschreibung und Tastatur.',
  'This backup opens with the recovery phrase only. Type its 24 words.':
    'Diese Sicherung öffnet sich nur mit der Wiederherstellungsphrase. Gib ihre 24 Wörter ein.',
  'These words do not open the backup. It was written for another phrase: an older one, or somebody else’s.':
    'Diese Wörter öffnen die Sicherung nicht. Sie wurde für eine andere Phrase geschrieben: eine ältere oder die von jemand anderem.',
  'This backup was written without a recovery phrase. It opens with its passphrase.':
    'Diese Sicherung wurde ohne Wiederherstellungsphrase geschrieben. Sie öffnet sich mit ihrem Passwort.',
  'Type the words or the passphrase that open this backup.':
    'Gib die Wörter oder das Passwort ein, die diese Sicherung öffnen.',
  'This backup is not complete: its end is missing. The copy was cut off; use another one or an older backup.':
    'Diese Sicherung ist nicht vollständig: Ihr Ende fehlt. Die Kopie wurde abgeschnitten; nimm eine andere oder eine ältere Sicherung.',
  'The backup {{0}} cannot be opened. Check the path and its permissions.':
    'Die Sicherung {{0}} lässt sich nicht öffnen. Prüfe den Pfad und die Rechte.',
  'This backup is damaged at {{0}} % of its length (part {{1}}). Nothing of it was used; take another copy or an older backup.':
    'Diese Sicherung ist bei {{0}} % ihrer Länge beschädigt (Teil {{1}}). Nichts davon wurde verwendet; nimm eine andere Kopie oder eine ältere Sicherung.',
  'This backup was not written by this profile, or its first part is damaged.':
    'Diese Sicherung hat nicht dieses Profil geschrieben, oder ihr erster Teil ist beschädigt.',
  'The protected key file is damaged.': 'Die geschützte Schlüsseldatei ist beschädigt.',
  'This passphrase does not open the protected keys.': 'Dieses Passwort öffnet die geschützten Schlüssel nicht.',
  'This is too long for an invitation link. Copy only the link.':
    'Das ist zu lang für einen Einladungslink. Kopiere nur den Link.',
  'Paste the invitation link you were sent.': 'Füge den Einladungslink ein, den du bekommen hast.',
  'A part of this link is missing. Ask for it again and copy all of it.':
    'Ein Teil dieses Links fehlt. Bitte noch einmal darum und kopiere ihn ganz.',
  'This link was made by a newer version of Meridian. Update Meridian and try again.':
    'Diesen Link hat eine neuere Version von Meridian erstellt. Aktualisiere Meridian und versuche es noch einmal.',
  'This link was shortened or changed on its way. Ask for it again and copy all of it.':
    'Dieser Link wurde unterwegs gekürzt oder verändert. Bitte noch einmal darum und kopiere ihn ganz.',
  'What was found for this link does not open with it. Ask for a new link.':
    'Was zu diesem Link gefunden wurde, öffnet sich nicht damit. Bitte um einen neuen Link.',
  'What was found for this link is damaged. Ask for a new link.':
    'Was zu diesem Link gefunden wurde, ist beschädigt. Bitte um einen neuen Link.',
  'This invitation has run out. Ask for a new link.': 'Diese Einladung ist abgelaufen. Bitte um einen neuen Link.',
  'The key file of this profile is damaged.': 'Die Schlüsseldatei dieses Profils ist beschädigt.',
  'What answered this pairing code cannot be read. Make a new code.':
    'Was auf diesen Kopplungscode geantwortet hat, lässt sich nicht lesen. Erstelle einen neuen Code.',
  'What your other machine sent cannot be read. Make a new pairing code.':
    'Was dein anderer Rechner gesendet hat, lässt sich nicht lesen. Erstelle einen neuen Kopplungscode.',
  'This is too long for a pairing code. Copy only the code.':
    'Das ist zu lang für einen Kopplungscode. Kopiere nur den Code.',
  'Paste the pairing code that your other machine shows.':
    'Füge den Kopplungscode ein, den dein anderer Rechner zeigt.',
  'This is an invitation to a team, not a pairing code. To become a new member with it, choose “Join a team”.':
    'Das ist eine Einladung in ein Team, kein Kopplungscode. Um damit neues Mitglied zu werden, wähle „Mit Link beitreten“.',
  'A part of this code is missing or changed. Copy all of it again.':
    'Ein Teil dieses Codes fehlt oder ist verändert. Kopiere ihn noch einmal ganz.',
  'This code was made by a newer version of Meridian. Update Meridian on this machine.':
    'Diesen Code hat eine neuere Version von Meridian erstellt. Aktualisiere Meridian auf diesem Rechner.',
  'This pairing code has run out, or the clock of this machine is wrong. Make a new code on your other machine.':
    'Dieser Kopplungscode ist abgelaufen, oder die Uhr dieses Rechners geht falsch. Erstelle auf deinem anderen Rechner einen neuen Code.',
  'This code names no way to your other machine. Enter its address.':
    'Dieser Code nennt keinen Weg zu deinem anderen Rechner. Gib dessen Adresse ein.',
  'Waiting for your other machine.': 'Warten auf deinen anderen Rechner.',
  'Looking for your other machine.': 'Dein anderer Rechner wird gesucht.',
  'Something went wrong on this machine. Nothing was kept; try again with a new code.':
    'Auf diesem Rechner ist etwas fehlgeschlagen. Nichts wurde behalten; versuche es mit einem neuen Code noch einmal.',
  'Waiting for you to confirm on your other machine.': 'Warten, dass du auf deinem anderen Rechner bestätigst.',
  'Another machine answered the same code. If that was not you, somebody has seen it. Make a new code and give it to nobody.':
    'Ein anderer Rechner hat auf denselben Code geantwortet. Wenn das nicht deiner war, hat ihn jemand gesehen. Erstelle einen neuen Code und gib ihn niemandem.',
  'Another machine has used this code already. Make a new one, and give it to nobody.':
    'Ein anderer Rechner hat diesen Code schon benutzt. Erstelle einen neuen und gib ihn niemandem.',
  'The other machine ended the pairing. Make a new code there and try again.':
    'Der andere Rechner hat die Kopplung beendet. Erstelle dort einen neuen Code und versuche es noch einmal.',
  'Nobody confirmed on your other machine before the code ran out. Make a new code and try again.':
    'Niemand hat auf deinem anderen Rechner bestätigt, bevor der Code ablief. Erstelle einen neuen und versuche es noch einmal.',
  'Fetching your records.': 'Deine Daten werden geholt.',
  'The confirmation of your other machine did not arrive. Make a new code and try again.':
    'Die Bestätigung deines anderen Rechners kam nicht an. Erstelle einen neuen Code und versuche es noch einmal.',
  'You are not accepted into the team yet. Add a machine as soon as you are.':
    'Du bist noch nicht ins Team aufgenommen. Füge einen Rechner hinzu, sobald du es bist.',
  'Another machine could not reach this one. Add a relay, or switch on the local network, and try again.':
    'Ein anderer Rechner könnte diesen nicht erreichen. Füge ein Relay hinzu oder schalte das lokale Netz ein und versuche es noch einmal.',
  'No machine has answered with this code, or another one than you looked at.':
    'Kein Rechner hat auf diesen Code geantwortet, oder ein anderer als der, den du angesehen hast.',
  'No pairing is under way. Make a new code.': 'Es läuft keine Kopplung. Erstelle einen neuen Code.',
  'This is not one of your machines.': 'Das ist keiner deiner Rechner.',
  'More machines cannot have names. Shut out some that you do not use.':
    'Mehr Rechner können keine Namen haben. Sperre einige aus, die du nicht benutzt.',
  'It is shut out already.': 'Er ist schon ausgesperrt.',
  'This machine is not in the team any more.': 'Dieser Rechner ist nicht mehr im Team.',
  'You are not accepted into the team yet.': 'Du bist noch nicht ins Team aufgenommen.',
  'It is your only machine. Add another one first, or leave the team.':
    'Es ist dein einziger Rechner. Füge zuerst einen anderen hinzu, oder verlasse das Team.',
  'Only its person, an owner or an admin may shut it out.':
    'Aussperren dürfen ihn nur die Person, der er gehört, ein Owner oder ein Admin.',
  'Only an owner may shut out a machine of an owner.': 'Den Rechner eines Owners darf nur ein Owner aussperren.',
  'There is no such machine in the team.': 'Einen solchen Rechner gibt es im Team nicht.',
  'A machine cannot shut itself out. Do it from another of your machines.':
    'Ein Rechner kann sich nicht selbst aussperren. Tu es von einem anderen deiner Rechner aus.',
  'This machine was shut out of the team {{0}}. What it had stays readable here; nothing new arrives, and nothing can be added.':
    'Dieser Rechner wurde aus dem Team ausgesperrt, {{0|said}}. Was er hatte, bleibt hier lesbar; nichts Neues kommt an, und nichts lässt sich hinzufügen.',
  'What was found for this phrase does not open with it.':
    'Was zu dieser Phrase gefunden wurde, öffnet sich nicht damit.',
  'What was found for this phrase was made by a newer version of Meridian. Update Meridian and try again.':
    'Was zu dieser Phrase gefunden wurde, hat eine neuere Version von Meridian erstellt. Aktualisiere Meridian und versuche es noch einmal.',
  'What was found for this phrase is damaged.': 'Was zu dieser Phrase gefunden wurde, ist beschädigt.',
  'This is much more than 24 words. Type only the words of the phrase.':
    'Das sind weit mehr als 24 Wörter. Gib nur die Wörter der Phrase ein.',
  'Type the 24 words of your recovery phrase, in their order.':
    'Gib die 24 Wörter deiner Wiederherstellungsphrase ein, der Reihe nach.',
  'These are {{0}} words; a recovery phrase has 24. Take out what does not belong to it.':
    'Das sind {{0}} Wörter; eine Wiederherstellungsphrase hat 24. Nimm heraus, was nicht dazugehört.',
  '{{0}} not in the list of words. Compare with what you wrote down.':
    '{{0|said}} nicht in der Liste. Vergleiche mit dem, was du aufgeschrieben hast.',
  'These are {{0}} of 24 words. Add the rest, in their order.':
    'Das sind {{0}} von 24 Wörtern. Ergänze die übrigen, der Reihe nach.',
  'All 24 words are known, but together they make no recovery phrase. One of them is another word, or two have changed places.':
    'Alle 24 Wörter sind bekannt, ergeben zusammen aber keine Wiederherstellungsphrase. Eines davon ist ein anderes Wort, oder zwei haben die Plätze getauscht.',
  'The code of this recovery sheet was shortened or changed. Use another copy, or the words with a relay.':
    'Der Code dieses Wiederherstellungsblatts wurde gekürzt oder verändert. Nimm eine andere Kopie, oder die Wörter mit einem Relay.',
};
