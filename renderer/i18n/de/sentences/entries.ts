import type { Sentences } from '../../sentences/sayer.ts';

/** Why an entry is not applied. */
export const entries: Sentences = {
  'A change is not one: its operations cannot be read.':
    'Eine Änderung ist keine: Ihre Schritte lassen sich nicht lesen.',
  'A change does more than set fields and edit text.':
    'Eine Änderung tut mehr, als Felder zu setzen und Text zu bearbeiten.',
  'A change writes to something that its record does not have.':
    'Eine Änderung schreibt in etwas, das ihr Datensatz nicht hat.',
  'A change sets a field to something that no field holds.':
    'Eine Änderung setzt ein Feld auf etwas, das kein Feld enthält.',
  'A change is larger than a change may be.': 'Eine Änderung ist größer, als eine Änderung sein darf.',
  'A change is not one: {{0}}.': 'Eine Änderung ist fehlerhaft geschrieben.',
  'A change holds more than {{0}} operations.': 'Eine Änderung enthält mehr als {{0}} Schritte.',
  'A change replaces more values than a change may.': 'Eine Änderung ersetzt mehr Werte, als eine Änderung darf.',
  'A change names more than a change may.': 'Eine Änderung nennt mehr, als eine Änderung darf.',
  'The changes of this record do not make a document that can be loaded.':
    'Die Änderungen dieses Datensatzes ergeben kein Dokument, das sich laden lässt.',
  'A change was applied before what it depends on.':
    'Eine Änderung wurde übernommen, bevor da war, worauf sie aufbaut.',
  'This version of the record is not here.': 'Diese Fassung des Datensatzes ist nicht hier.',
  'This record has no field "{{0}}".': 'Dieser Datensatz hat kein Feld „{{0}}“.',
  'The field "{{0}}" holds text.': 'Das Feld „{{0}}“ enthält Text.',
  'The field "{{0}}" holds no such number.': 'Das Feld „{{0}}“ enthält keine solche Zahl.',
  'The field "{{0}}" is longer than {{1}} characters.': 'Das Feld „{{0}}“ ist länger als {{1}} Zeichen.',
  'This edit was made on a version of the record that is not here. Open it again.':
    'Diese Änderung beruht auf einer Fassung des Datensatzes, die nicht hier ist. Öffne ihn noch einmal.',
  'An entry does not carry the changes that it names.': 'Ein Eintrag enthält nicht die Änderungen, die er nennt.',
  'A change is not the one that its entry was signed for.':
    'Eine Änderung ist nicht die, für die ihr Eintrag signiert wurde.',
  'A change was made under the name of another writer.': 'Eine Änderung wurde unter fremdem Namen gemacht.',
  'A change does not start from its record.': 'Eine Änderung geht nicht von ihrem Datensatz aus.',
  'A writer made two changes with the same number.': 'Zwei Änderungen derselben Herkunft haben dieselbe Nummer.',
  'A change does not follow its writer’s previous one.': 'Eine Änderung folgt nicht auf die vorige derselben Herkunft.',
  'A change numbers its operations wrongly.': 'Eine Änderung zählt ihre Schritte falsch.',
  'An entry carries its changes in the wrong order.': 'Ein Eintrag enthält seine Änderungen in falscher Reihenfolge.',
  'A change refers to something that its author cannot have seen.':
    'Eine Änderung bezieht sich auf etwas, das beim Schreiben nicht bekannt sein konnte.',
  'The content of an entry does not have the expected fields.':
    'Der Inhalt eines Eintrags hat nicht die erwarteten Felder.',
  'An entry names more or fewer changes than it carries.':
    'Ein Eintrag nennt mehr oder weniger Änderungen, als er enthält.',
  'A list of references in an entry is not in its one allowed order.':
    'Eine Liste von Verweisen in einem Eintrag steht nicht in der einzig erlaubten Reihenfolge.',
  'This is too much for one entry. Split it into smaller parts.':
    'Das ist zu viel für einen Eintrag. Teile es in kleinere Teile.',
  'The certificate of a log cannot be read.': 'Das Zertifikat eines Protokolls lässt sich nicht lesen.',
  'The certificate of a log belongs to another log or space.':
    'Das Zertifikat eines Protokolls gehört zu einem anderen Protokoll oder Bereich.',
  'The certificate of a log was not signed by the device it names.':
    'Das Zertifikat eines Protokolls wurde nicht von dem Gerät signiert, das es nennt.',
  'An entry was not signed by the log it claims to continue.':
    'Ein Eintrag wurde nicht von dem Protokoll signiert, das er fortsetzen will.',
  'An entry was encrypted under another key.': 'Ein Eintrag wurde mit einem anderen Schlüssel verschlüsselt.',
  'The content of this entry was erased.': 'Der Inhalt dieses Eintrags wurde gelöscht.',
  'The content of an entry does not open with the key it names.':
    'Der Inhalt eines Eintrags öffnet sich nicht mit dem Schlüssel, den er nennt.',
  'The certificate of a log belongs in its first entry, and only there.':
    'Das Zertifikat eines Protokolls gehört in dessen ersten Eintrag, und nur dorthin.',
  'The compressed content of an entry has something behind its end.':
    'Hinter dem Ende des komprimierten Inhalts eines Eintrags steht noch etwas.',
  'The content of an entry is larger than {{0}} bytes when unpacked.':
    'Der Inhalt eines Eintrags ist entpackt größer als {{0}} Bytes.',
  'The compressed content of an entry is damaged.': 'Der komprimierte Inhalt eines Eintrags ist beschädigt.',
  'The content of an entry is not padded as it must be.':
    'Der Inhalt eines Eintrags ist nicht so aufgefüllt, wie er sein muss.',
  'It is not an act on membership, and nothing else belongs in this space.':
    'Es ändert nichts an der Mitgliedschaft, und nichts anderes gehört in diesen Bereich.',
  'Two copies of this machine went on with its history in two different ways. Both are kept, and this one writes nothing more. Set Meridian up anew here.':
    'Zwei Kopien dieses Rechners haben seine Geschichte auf zwei Arten weitergeschrieben. Beide bleiben, und diese schreibt nichts mehr. Richte Meridian hier neu ein.',
  'Its device belonged to nobody in the team when writing it.': 'Das Gerät gehörte beim Schreiben niemandem im Team.',
  'Its device had been taken out of the team when it was written.':
    'Das Gerät war nicht mehr im Team, als es geschrieben wurde.',
  'It was written with a key that its author knew was replaced after a removal.':
    'Es wurde mit einem Schlüssel geschrieben, von dem bekannt war, dass er nach einer Entfernung ersetzt wurde.',
  'An entry comes without its content, and nothing says that it was erased.':
    'Ein Eintrag kommt ohne seinen Inhalt, und nichts sagt, dass er gelöscht wurde.',
  'The signature of an entry does not hold.': 'Die Signatur eines Eintrags hält nicht.',
  'An entry does not fit between those around its place.': 'Ein Eintrag passt nicht zwischen die um seine Stelle.',
  'An entry before this one is missing.': 'Ein Eintrag vor diesem fehlt.',
  'Two different entries claim the same place in one log; the device behind it is not believed any more.':
    'Zwei verschiedene Einträge beanspruchen dieselbe Stelle eines Protokolls; dem Gerät dahinter wird nicht mehr geglaubt.',
  'An entry continues another history of its log than the one known here.':
    'Ein Eintrag setzt eine andere Geschichte seines Protokolls fort als die hier bekannte.',
  'Its author was removed from the team or left, and this was not among the work that had arrived by then. An admin can still admit it.':
    'Die Person wurde aus dem Team entfernt oder ging, und das war nicht unter dem, was bis dahin angekommen war. Ein Admin kann es noch zulassen.',
  'The device it was written on was taken out of the team, and this was not among the work that had arrived by then. An admin can still admit it.':
    'Das Gerät wurde aus dem Team genommen, und das war nicht unter dem, was bis dahin angekommen war. Ein Admin kann es noch zulassen.',
  'Its author lost the role that this needs, and this was not among the work that had arrived by then. An admin can still admit it.':
    'Die Person verlor die dafür nötige Rolle, und das war nicht unter dem, was bis dahin angekommen war. Ein Admin kann es noch zulassen.',
  'Its author or their device was never confirmed in the team.':
    'Die Person oder ihr Gerät wurde im Team nie bestätigt.',
  'You are not in this team any more, so nothing can be added to it from here. What you had stays readable.':
    'Du bist nicht mehr in diesem Team, also lässt sich von hier nichts hinzufügen. Was du hattest, bleibt lesbar.',
  'Nobody else who could read this is in the team any more, so nothing new is written here. What was written stays readable.':
    'Niemand sonst, der das lesen könnte, ist noch im Team, also wird hier nichts Neues geschrieben. Was geschrieben wurde, bleibt lesbar.',
  'This device has no key for the people who should read this.':
    'Dieses Gerät hat keinen Schlüssel für die Personen, die das lesen sollen.',
  'Its content was erased for good.': 'Der Inhalt wurde endgültig gelöscht.',
  'Nothing of theirs was set aside because of a removal or a lost role, so there is nothing to admit.':
    'Von dieser Person wurde wegen einer Entfernung oder einer verlorenen Rolle nichts zurückgestellt, also gibt es nichts zuzulassen.',
  'Changes in the team that its author knew have not arrived yet.':
    'Änderungen im Team, die beim Schreiben bekannt waren, sind noch nicht angekommen.',
  'It forgets changes in the team that its author knew before.':
    'Es vergisst Änderungen im Team, die davor schon bekannt waren.',
  'It follows an entry that is not valid.': 'Es folgt auf einen ungültigen Eintrag.',
  'The act before it in its log cannot be judged yet.':
    'Der Schritt davor in seinem Protokoll lässt sich noch nicht beurteilen.',
  'Written by a newer version of Meridian. It is kept and applied after an update.':
    'Von einer neueren Version von Meridian geschrieben. Es bleibt erhalten und wird nach einem Update übernommen.',
  'Who reads this space is not known yet.': 'Wer diesen Bereich liest, ist noch nicht bekannt.',
  'Its author was not a member of the team when writing it.': 'Die Person war beim Schreiben nicht im Team.',
  'It builds on a change that was refused.': 'Es baut auf einer abgelehnten Änderung auf.',
  'A change it builds on has not arrived yet.': 'Eine Änderung, auf der es aufbaut, ist noch nicht angekommen.',
  'A {{0}} does not belong in this space.': '{{0|said}}: gehört nicht in diesen Bereich.',
  'Its author is not one of the readers of this space.': 'Die Person liest diesen Bereich nicht.',
  'This was erased for good. It cannot be written again.':
    'Das wurde endgültig gelöscht. Es lässt sich nicht noch einmal schreiben.',
  'Its key is not here. It is kept and carried for those who have it.':
    'Der Schlüssel ist nicht hier. Es bleibt erhalten und wird für jene weitergetragen, die ihn haben.',
  'The first entry of its log is not valid.': 'Der erste Eintrag des Protokolls ist ungültig.',
  'The first entry of its log cannot be opened yet.': 'Der erste Eintrag des Protokolls lässt sich noch nicht öffnen.',
  'Its log belongs to another space.': 'Das Protokoll gehört zu einem anderen Bereich.',
  'This device has no key of the team.': 'Dieses Gerät hat keinen Schlüssel des Teams.',
  'Its log has two beginnings, so nobody can tell whose it is.':
    'Das Protokoll hat zwei Anfänge, also kann niemand sagen, wessen es ist.',
  'It builds on work that was set aside.': 'Es baut auf zurückgestellter Arbeit auf.',
  'An act on membership cannot be read.': 'Eine Änderung der Mitgliedschaft lässt sich nicht lesen.',
  'An act on membership was written by a newer version of Meridian.':
    'Eine Änderung der Mitgliedschaft stammt von einer neueren Version von Meridian.',
  'An act of the kind "{{0}}" does not have the expected fields.':
    'Eine Änderung der Mitgliedschaft der Art „{{0}}“ hat nicht die erwarteten Felder.',
  'A signature inside an act on membership does not hold.':
    'Eine Signatur in einer Änderung der Mitgliedschaft hält nicht.',
  'The author lost the authority for this before they knew it.':
    'Die Person verlor die Befugnis dazu, bevor sie davon wusste.',
  'The log of this device forked; its acts from there on do not count.':
    'Das Protokoll dieses Geräts hat sich gegabelt; was es ab da am Team ändert, gilt nicht.',
  'Only an owner or an admin of the team may do this.': 'Das darf nur ein Owner oder Admin des Teams.',
  'Only an owner of the team may do this.': 'Das darf nur ein Owner des Teams.',
  'The person this is about is not in the team.': 'Die Person, um die es geht, ist nicht im Team.',
  'The invitation of this join is not known to the team.': 'Die Einladung zu diesem Beitritt kennt das Team nicht.',
  'The invitation was revoked before anybody used it.': 'Die Einladung wurde zurückgezogen, bevor jemand sie benutzte.',
  'Somebody else joined with this invitation before.': 'Mit dieser Einladung ist vorher jemand anderes beigetreten.',
  'This person or device has joined already.': 'Diese Person oder dieses Gerät ist schon beigetreten.',
  'A join has to be the first entry of its device.': 'Ein Beitritt muss der erste Eintrag seines Geräts sein.',
  'The join to accept is not known.': 'Der anzunehmende Beitritt ist nicht bekannt.',
  'The invitation was revoked or used before this join was accepted.':
    'Die Einladung wurde zurückgezogen oder benutzt, bevor dieser Beitritt angenommen wurde.',
  'The author was not a member of the team.': 'Die Person war nicht im Team.',
  'The device of the author had been revoked.': 'Das Gerät war ausgesperrt worden.',
  'The log of this device forked; its acts do not count.':
    'Das Protokoll dieses Geräts hat sich gegabelt; was es am Team ändert, gilt nicht.',
  'The team was created before.': 'Das Team wurde schon vorher gegründet.',
  'The only owner cannot leave. Make somebody else owner first.':
    'Der einzige Owner kann nicht gehen. Mach zuerst jemand anderen zum Owner.',
  'A newcomer has to be accepted by an admin first.': 'Wer neu ist, muss zuerst von einem Admin aufgenommen werden.',
  'An owner is made from a member, not by invitation.': 'Zum Owner wird ein Mitglied gemacht, nicht eine Einladung.',
  'This invitation exists already.': 'Diese Einladung gibt es schon.',
  'The invitation to revoke is not known.': 'Die zurückzuziehende Einladung ist nicht bekannt.',
  'A team needs an owner. Make somebody else owner first.':
    'Ein Team braucht einen Owner. Mach zuerst jemand anderen zum Owner.',
  'The manager is not in the team.': 'Die Führungskraft ist nicht im Team.',
  'This would make somebody their own manager.': 'Damit würde jemand die eigene Führungskraft.',
  'This device has been added already.': 'Dieses Gerät wurde schon hinzugefügt.',
  'The device to revoke is not known.': 'Das auszusperrende Gerät ist nicht bekannt.',
  'Only an admin signs the replacement of an owner.': 'Den Ersatz eines Owners signiert nur ein Admin.',
  'The signatures of this succession are about another time.':
    'Die Signaturen dieser Nachfolge gelten einem anderen Zeitpunkt.',
  'More than half of the admins have to sign the replacement of an owner.':
    'Mehr als die Hälfte der Admins muss den Ersatz eines Owners signieren.',
  'The data is larger than the allowed {{0}} bytes.': 'Die Daten sind größer als die erlaubten {{0}} Bytes.',
  'The data is not in the expected form ({{0}}).': 'Die Daten haben nicht die erwartete Form ({{0}}).',
  'The data is not written in its one allowed form.':
    'Die Daten sind nicht in ihrer einzig erlaubten Form geschrieben.',
  'A grant cannot be read.': 'Eine Berechtigung lässt sich nicht lesen.',
  'A grant was not signed by the key it names.':
    'Eine Berechtigung wurde nicht mit dem Schlüssel signiert, den sie nennt.',
  'A chain of grants is empty or too long.': 'Eine Kette von Berechtigungen ist leer oder zu lang.',
  'A grant is for another team.': 'Eine Berechtigung gilt für ein anderes Team.',
  'A grant does not follow from the one before it.': 'Eine Berechtigung folgt nicht aus der davor.',
  'An invitation or a pairing code may admit one device and nothing more.':
    'Eine Einladung oder ein Kopplungscode darf ein Gerät zulassen und nicht mehr.',
  'A pairing code has to come from a device.': 'Ein Kopplungscode muss von einem Gerät kommen.',
  'A grant was issued by a device that may not issue any.':
    'Eine Berechtigung hat ein Gerät erteilt, das keine erteilen darf.',
  'The first entry of a log claims an entry before it.':
    'Der erste Eintrag eines Protokolls beruft sich auf einen davor.',
  'An entry header is larger than allowed.': 'Der Kopf eines Eintrags ist größer als erlaubt.',
  'An entry was written by a newer version of Meridian.':
    'Ein Eintrag wurde von einer neueren Version von Meridian geschrieben.',
  'An entry header does not have the expected fields.': 'Der Kopf eines Eintrags hat nicht die erwarteten Felder.',
  'An entry is larger than allowed.': 'Ein Eintrag ist größer als erlaubt.',
  'An entry does not have the expected parts.': 'Ein Eintrag hat nicht die erwarteten Teile.',
  'An entry signature does not have 64 bytes.': 'Die Signatur eines Eintrags hat nicht 64 Bytes.',
  'An entry does not follow the last one known of its log.':
    'Ein Eintrag folgt nicht auf den letzten bekannten seines Protokolls.',
  'The content of an entry is not what its header promises.':
    'Der Inhalt eines Eintrags ist nicht, was sein Kopf verspricht.',
  'A revocation cannot be read.': 'Ein Widerruf lässt sich nicht lesen.',
  'A revocation was not signed by the key it names.':
    'Ein Widerruf wurde nicht mit dem Schlüssel signiert, den er nennt.',
  'A revocation was issued by a key that may not revoke this one.':
    'Ein Widerruf stammt von einem Schlüssel, der diesen nicht widerrufen darf.',
  'What says that the content of an entry was erased does not hold.':
    'Der Nachweis, dass der Inhalt eines Eintrags gelöscht wurde, hält nicht.',
  'Its content is not here: it was erased, or left out by whoever sent the entry. Others are asked for it.':
    'Der Inhalt ist nicht hier: Er wurde gelöscht, oder wer den Eintrag sandte, hat ihn weggelassen. Andere werden danach gefragt.',
};
