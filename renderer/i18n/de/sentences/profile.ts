import type { Sentences } from '../../sentences/sayer.ts';

/** What a profile says of itself: team, keys, backups, disk. */
export const profile: Sentences = {
  'The key file {{0}} is missing. Put it back; without it this profile cannot be opened.':
    'Die Schlüsseldatei {{0}} fehlt. Lege sie zurück; ohne sie lässt sich dieses Profil nicht öffnen.',
  'Too many wrong passphrases. Wait {{0}} {{1}} and try again.':
    'Zu viele falsche Passwörter. Warte {{0}} s und versuche es noch einmal.',
  'The key file {{0}} is not under a passphrase any more. Open Meridian again.':
    'Die Schlüsseldatei {{0}} ist nicht mehr durch ein Passwort geschützt. Öffne Meridian noch einmal.',
  'Enter the current passphrase too.': 'Gib auch das jetzige Passwort ein.',
  'This system has no keychain that Meridian can use. The key stays where it is.':
    'Dieses System hat keinen Schlüsselbund, den Meridian nutzen kann. Der Schlüssel bleibt, wo er ist.',
  'The keychain of this system could not be used. Unlock it, see whether the disk is full, and try again. The key stays where it was.':
    'Der Schlüsselbund dieses Systems war nicht zu gebrauchen. Entsperre ihn, sieh nach, ob der Datenträger voll ist, und versuche es noch einmal. Der Schlüssel bleibt, wo er war.',
  'The file {{0}} holds another key, or one that the keychain does not open. The key of this profile stays where it is. Move that file away, but keep it, and try again.':
    'Die Datei {{0}} enthält einen anderen Schlüssel oder einen, den der Schlüsselbund nicht öffnet. Der Schlüssel dieses Profils bleibt, wo er ist. Verschiebe jene Datei, aber behalte sie, und versuche es noch einmal.',
  'This profile is locked. Unlock it with its passphrase.':
    'Dieses Profil ist gesperrt. Entsperre es mit seinem Passwort.',
  'The folder {{0}} cannot be made. Check the permissions of the folder above it.':
    'Der Ordner {{0}} lässt sich nicht anlegen. Prüfe die Rechte des Ordners darüber.',
  'Set a passphrase first: without one nothing could open the profile again.':
    'Lege zuerst ein Passwort fest: Ohne eines könnte nichts das Profil wieder öffnen.',
  'Meridian is closing.': 'Meridian wird geschlossen.',
  'Set a passphrase first: only a passphrase can open what was locked.':
    'Lege zuerst ein Passwort fest: Nur ein Passwort kann öffnen, was gesperrt wurde.',
  'The profile {{0}} is already open in another Meridian{{1}}. Use that one, or close it first.':
    'Das Profil {{0}} ist schon in einem anderen Meridian geöffnet{{1}}. Nutze jenes, oder schließe es zuerst.',
  'The disk is full: Meridian cannot write to {{0}}. Free some space and retry.':
    'Der Datenträger ist voll: Meridian kann nicht in {{0}} schreiben. Schaffe Platz und versuche es noch einmal.',
  'Meridian may not write to {{0}}. Make the folder writable, or choose another with --profile.':
    'Meridian darf nicht in {{0}} schreiben. Mach den Ordner beschreibbar, oder wähle mit --profile einen anderen.',
  '{{0}} is not a folder. Choose another with --profile.': '{{0}} ist kein Ordner. Wähle mit --profile einen anderen.',
  'This backup does not hold what its end says. Use another copy or an older one.':
    'Diese Sicherung enthält nicht, was ihr Ende sagt. Nimm eine andere Kopie oder eine ältere.',
  'Reading the backup: {{0}} entries so far.': 'Die Sicherung wird gelesen: bisher {{0}} Einträge.',
  'The disk of the backups is full. Free some space there or choose another folder.':
    'Der Datenträger der Sicherungen ist voll. Schaffe dort Platz, oder wähle einen anderen Ordner.',
  'Backups may not be written to {{0}}. Choose another folder.':
    'Sicherungen dürfen nicht in {{0}} geschrieben werden. Wähle einen anderen Ordner.',
  'The folder {{0}} is not there and cannot be made. If it is on another disk, connect it; else choose another folder.':
    'Den Ordner {{0}} gibt es nicht, und er lässt sich nicht anlegen. Liegt er auf einem anderen Datenträger, schließe ihn an; sonst wähle einen anderen Ordner.',
  'Nothing could open the backup yet. Set up a recovery phrase, or choose a passphrase for backups.':
    'Noch könnte nichts die Sicherung öffnen. Richte eine Wiederherstellungsphrase ein, oder wähle ein Passwort für Sicherungen.',
  'Choose the folder for backups.': 'Wähle den Ordner für Sicherungen.',
  'Give the whole path of the folder, from the root of the disk.':
    'Gib den ganzen Pfad des Ordners an, vom Anfang des Datenträgers.',
  'Nothing could open the backups yet. Set up a recovery phrase, or choose a passphrase.':
    'Noch könnte nichts die Sicherungen öffnen. Richte eine Wiederherstellungsphrase ein, oder wähle ein Passwort.',
  'The backup failed for a reason Meridian does not know. It is tried again.':
    'Die Sicherung ist aus einem Grund fehlgeschlagen, den Meridian nicht kennt. Es versucht es noch einmal.',
  'The check was interrupted. Nothing was changed.': 'Die Prüfung wurde unterbrochen. Nichts wurde geändert.',
  'A check is running already.': 'Eine Prüfung läuft schon.',
  'The check was stopped. Nothing was changed.': 'Die Prüfung wurde angehalten. Nichts wurde geändert.',
  'A relay address given with the new team was not usable.':
    'Eine Relay-Adresse, die mit dem neuen Team angegeben wurde, war nicht brauchbar.',
  'Say whose late work is to be admitted.': 'Sag, wessen verspätete Arbeit zugelassen werden soll.',
  'Only an owner or an admin admits what was set aside.':
    'Zulassen, was zurückgestellt wurde, kann nur ein Owner oder Admin.',
  'Choose the cycle to import into, or name a new one.': 'Wähle den Zyklus für den Import, oder nenne einen neuen.',
  'Fetching the team’s records: {{0}} entries so far.': 'Die Daten des Teams werden geholt: bisher {{0}} Einträge.',
  'This profile has no team yet. Create one, or join with a link.':
    'Dieses Profil hat noch kein Team. Gründe eines, oder tritt mit einem Link bei.',
  'You are not in this team any more, so nothing can be changed from here. What you had stays readable and can be exported.':
    'Du bist nicht mehr in diesem Team, also lässt sich von hier nichts ändern. Was du hattest, bleibt lesbar und lässt sich exportieren.',
  'This profile has a team already. Use another profile for another team.':
    'Dieses Profil hat schon ein Team. Nimm für ein anderes Team ein anderes Profil.',
  'This profile is being set up already. Wait until that is done.':
    'Dieses Profil wird schon eingerichtet. Warte, bis das fertig ist.',
  'There is no such invitation.': 'Eine solche Einladung gibt es nicht.',
  'Somebody has joined with it already. Remove the person instead.':
    'Damit ist schon jemand beigetreten. Entferne stattdessen die Person.',
  'This invitation names no relay. Enter the address of a teammate’s machine to join over your own network.':
    'Diese Einladung nennt kein Relay. Gib die Adresse eines Rechners aus dem Team ein, um über euer eigenes Netz beizutreten.',
  'Looking for {{0}}.': '{{0}} wird gesucht.',
  'Opening the team’s records: {{0}} of {{1}} entries so far.':
    'Die Daten des Teams werden geöffnet: bisher {{0}} von {{1}} Einträgen.',
  'Opening the team’s records.': 'Die Daten des Teams werden geöffnet.',
  'The connection broke before the team’s records were here. Try again with the same link.':
    'Die Verbindung brach ab, bevor die Daten des Teams hier waren. Versuche es mit demselben Link noch einmal.',
  'The team does not know this invitation. Ask for a new link.':
    'Das Team kennt diese Einladung nicht. Bitte um einen neuen Link.',
  'Somebody has joined with this link already. Ask for a new one.':
    'Mit diesem Link ist schon jemand beigetreten. Bitte um einen neuen.',
  'This invitation was withdrawn. Ask for a new link.':
    'Diese Einladung wurde zurückgezogen. Bitte um einen neuen Link.',
  'This invitation was used or withdrawn. Ask for a new link.':
    'Diese Einladung wurde benutzt oder zurückgezogen. Bitte um einen neuen Link.',
  'The invitation has not reached this relay yet. Ask its sender to open Meridian once while online, then try again.':
    'Die Einladung hat dieses Relay noch nicht erreicht. Bitte die Person, die sie gesendet hat, Meridian einmal online zu öffnen, und versuche es dann noch einmal.',
  'Nobody of the team could be reached: {{0}} Check your connection and try again with the same link.':
    'Niemand aus dem Team war zu erreichen: {{0|said}} Prüfe deine Verbindung und versuche es mit demselben Link noch einmal.',
  'This is not the id of anybody.': 'Das ist niemandes Kennung.',
  'Nobody is their own manager.': 'Niemand ist die eigene Führungskraft.',
  'There is no such person in the team.': 'Diese Person gibt es im Team nicht.',
  'To go yourself, choose "Leave the team".': 'Um selbst zu gehen, wähle „Team verlassen“.',
  'The sample team is left under Data & trust.': 'Das Beispielteam verlässt man unter Daten und Vertrauen.',
  'Only the owner hands the team over.': 'Nur der Owner übergibt das Team.',
  'Choose a member who has been accepted.': 'Wähle ein aufgenommenes Mitglied.',
  'This person is in the team already.': 'Diese Person ist schon im Team.',
  'Nobody of this name is waiting to be accepted.': 'Niemand mit diesem Namen wartet auf Aufnahme.',
  'You are in this team. Leave it first, if you mean to go.':
    'Du bist in diesem Team. Verlasse es zuerst, wenn du gehen willst.',
  'They have to be accepted first.': 'Zuerst muss die Person aufgenommen werden.',
  'They are not in the team any more.': 'Diese Person ist nicht mehr im Team.',
  'Only the owner hands the team over, to somebody else.': 'Nur der Owner übergibt das Team, und an jemand anderen.',
  'Only admins replace an owner who is lost.': 'Einen verlorenen Owner ersetzen nur Admins.',
  'The team has no owner to replace.': 'Das Team hat keinen Owner, der zu ersetzen wäre.',
  'This is not a command on what the profile holds.': 'Das ist kein Befehl zu dem, was das Profil enthält.',
  'The keys of this profile do not open with its profile key. Put back the key file that belongs to it; nothing was changed.':
    'Die Schlüssel dieses Profils öffnen sich nicht mit seinem Profilschlüssel. Lege die Schlüsseldatei zurück, die dazu gehört; nichts wurde geändert.',
  'A device went on with its history in two different ways, as copies of one machine do. Everybody keeps both, and what either says counts. Acts of this device on the team do not count from there on; it has to be set up anew.':
    'Ein Gerät hat seine Geschichte auf zwei Arten weitergeschrieben, wie es Kopien eines Rechners tun. Alle behalten beide, und was jede sagt, gilt. Was dieses Gerät ab da am Team ändert, gilt nicht; es muss neu eingerichtet werden.',
  'The sample team is not yours to restore. Make or join a team first.':
    'Das Beispielteam gehört dir nicht, also lässt es sich nicht wiederherstellen. Gründe zuerst ein Team, oder tritt einem bei.',
  'An admin’s machine has to accept you first. That happens by itself when one is online.':
    'Zuerst muss der Rechner eines Admins dich aufnehmen. Das geschieht von selbst, sobald einer online ist.',
  'There is no phrase to confirm any more. Make a new one; the words shown before are void.':
    'Es gibt keine Phrase mehr zu bestätigen. Erstelle eine neue; die vorher gezeigten Wörter gelten nicht.',
  'Word {{0}} is not the one you were shown. Look at what you wrote down.':
    'Wort {{0}} ist nicht das gezeigte. Sieh nach, was du aufgeschrieben hast.',
  'An entry that this device wrote is damaged here. It comes back if a teammate or a relay has it; otherwise what it said is lost.':
    'Ein Eintrag, den dieses Gerät geschrieben hat, ist hier beschädigt. Er kommt zurück, wenn jemand im Team oder ein Relay ihn hat; sonst ist verloren, was er sagte.',
  'This entry is damaged here and comes back with the next sync with somebody who has it.':
    'Dieser Eintrag ist hier beschädigt und kommt mit dem nächsten Abgleich zurück, bei dem ihn jemand hat.',
  'Type the 24 words of your recovery phrase.': 'Gib die 24 Wörter deiner Wiederherstellungsphrase ein.',
  'Enter the address of your team’s relay, or of a teammate’s machine, or choose a backup file.':
    'Gib die Adresse des Relays deines Teams oder eines Rechners aus dem Team ein, oder wähle eine Sicherungsdatei.',
  'The network is switched off for this run of Meridian.': 'Das Netz ist für diesen Lauf von Meridian ausgeschaltet.',
  'This relay has nothing for these words. Compare them with your sheet; perhaps they were replaced by a newer phrase, or your team uses another relay.':
    'Dieses Relay hat nichts zu diesen Wörtern. Vergleiche sie mit deinem Blatt; vielleicht hat eine neuere Phrase sie ersetzt, oder dein Team nutzt ein anderes Relay.',
  'No relay answered.': 'Kein Relay hat geantwortet.',
  'Over the local network the words alone do not find your team. Paste the whole recovery sheet, with the code at its end.':
    'Im lokalen Netz finden die Wörter allein dein Team nicht. Füge das ganze Wiederherstellungsblatt ein, mit dem Code am Ende.',
  'This teammate’s machine has nothing for these words. Try another teammate, a relay or a backup file.':
    'Dieser Rechner aus dem Team hat nichts zu diesen Wörtern. Versuche einen anderen, ein Relay oder eine Sicherungsdatei.',
  'Looking for what was kept for you.': 'Gesucht wird, was für dich aufbewahrt wurde.',
  'Making this machine a new device of yours.': 'Dieser Rechner wird ein neues Gerät von dir.',
  'A relay address found while restoring is not usable.':
    'Eine beim Wiederherstellen gefundene Relay-Adresse ist nicht brauchbar.',
  'Reading the backup.': 'Die Sicherung wird gelesen.',
  'Fetching the team’s records.': 'Die Daten des Teams werden geholt.',
  'The team’s records could not be fetched: {{0}} Try again with the same words.':
    'Die Daten des Teams ließen sich nicht holen: {{0|said}} Versuche es mit denselben Wörtern noch einmal.',
  'The team does not know this phrase or backup. It may have been made for another team, or never reached the relay.':
    'Das Team kennt diese Phrase oder Sicherung nicht. Vielleicht wurde sie für ein anderes Team erstellt oder hat das Relay nie erreicht.',
  'You are not in this team any more, so this machine cannot become yours in it.':
    'Du bist nicht mehr in diesem Team, also kann dieser Rechner darin nicht deiner werden.',
  'This recovery phrase was replaced or revoked. Use the newer one, or another of your machines.':
    'Diese Wiederherstellungsphrase wurde ersetzt oder widerrufen. Nimm die neuere, oder einen anderen deiner Rechner.',
  'The machine that wrote this backup was revoked. Restore with your recovery phrase and the same file.':
    'Der Rechner, der diese Sicherung schrieb, wurde ausgesperrt. Stelle mit deiner Wiederherstellungsphrase und derselben Datei wieder her.',
  'The machine that wrote this backup is frozen, because its history was copied. Restore with your recovery phrase.':
    'Der Rechner, der diese Sicherung schrieb, ist eingefroren, weil seine Geschichte kopiert wurde. Stelle mit deiner Wiederherstellungsphrase wieder her.',
  'Making the sample team.': 'Das Beispielteam wird angelegt.',
  'This is a real team. Only the sample team can be left this way.':
    'Das ist ein echtes Team. So verlassen lässt sich nur das Beispielteam.',
  'Choose the owner who is to be replaced.': 'Wähle den Owner, der ersetzt werden soll.',
  'Choose a member of the team as the new owner.': 'Wähle ein Mitglied des Teams als neuen Owner.',
  'The encrypted part of this profile is damaged or belongs to another key. Nothing was changed. Repair it, or put back a backup.':
    'Der verschlüsselte Teil dieses Profils ist beschädigt oder gehört zu einem anderen Schlüssel. Nichts wurde geändert. Repariere ihn, oder spiele eine Sicherung ein.',
  "The profile file cannot be opened for writing ({{0}}). Check the folder's permissions.":
    'Die Profildatei lässt sich nicht zum Schreiben öffnen ({{0}}). Prüfe die Rechte des Ordners.',
  'This profile was written by a newer version of Meridian. Update Meridian on this machine; nothing was changed.':
    'Dieses Profil hat eine neuere Version von Meridian geschrieben. Aktualisiere Meridian auf diesem Rechner; nichts wurde geändert.',
  'The disk is full. Free some space and try again; what was saved before is intact.':
    'Der Datenträger ist voll. Schaffe Platz und versuche es noch einmal; was vorher gespeichert war, ist unversehrt.',
  'The profile cannot be written to. Check the permissions of its folder.':
    'In das Profil lässt sich nicht schreiben. Prüfe die Rechte seines Ordners.',
  'The profile file is damaged. Run "meridian verify" to see what is wrong; nothing was changed.':
    'Die Profildatei ist beschädigt. Mit „meridian verify“ siehst du, was nicht stimmt; nichts wurde geändert.',
  'The disk refused to write. Nothing of this change was saved; free some space or check the disk.':
    'Der Datenträger hat das Schreiben verweigert. Nichts von dieser Änderung wurde gespeichert; schaffe Platz, oder prüfe den Datenträger.',
  'The key file {{0}} is damaged. Put back a copy; without it the private records cannot be opened.':
    'Die Schlüsseldatei {{0}} ist beschädigt. Lege eine Kopie zurück; ohne sie lassen sich die privaten Datensätze nicht öffnen.',
  'The key file {{0}} cannot be read. Check its permissions.':
    'Die Schlüsseldatei {{0}} lässt sich nicht lesen. Prüfe ihre Rechte.',
  "The key file {{0}} cannot be written. Check the folder's permissions and space.":
    'Die Schlüsseldatei {{0}} lässt sich nicht schreiben. Prüfe Rechte und Platz des Ordners.',
  'This is not the passphrase of this profile. Nothing was changed.':
    'Das ist nicht das Passwort dieses Profils. Nichts wurde geändert.',
  'The key could not be read back from its new place. It stays where it was.':
    'Der Schlüssel ließ sich an seinem neuen Ort nicht zurücklesen. Er bleibt, wo er war.',
};
