import type { Sentences } from '../../sentences/sayer.ts';

/** What connections say. */
export const network: Sentences = {
  'This machine does not let Meridian listen on the local network.':
    'Dieser Rechner lässt Meridian im lokalen Netz nicht lauschen.',
  'The device has its answer.': 'Das Gerät hat seine Antwort.',
  'The relay did not answer in time.': 'Das Relay hat nicht rechtzeitig geantwortet.',
  'What answers at this address is not a Meridian relay.':
    'Was an dieser Adresse antwortet, ist kein Relay von Meridian.',
  'The relay does not follow the protocol.': 'Das Relay hält sich nicht an das Protokoll.',
  'The relay speaks another version of the protocol. One of the two must be updated.':
    'Das Relay spricht eine andere Version des Protokolls. Eines von beiden muss aktualisiert werden.',
  'This is not an address. It looks like 192.168.1.20:41234.':
    'Das ist keine Adresse. Sie sieht aus wie 192.168.1.20:41234.',
  'The port must be a number from 1 to 65535.': 'Der Port muss eine Zahl von 1 bis 65535 sein.',
  'The other device belongs to another team.': 'Das andere Gerät gehört zu einem anderen Team.',
  'This is this device itself.': 'Das ist dieses Gerät selbst.',
  'The other device made its proof for somebody else.':
    'Das andere Gerät hat seinen Nachweis für jemand anderen erstellt.',
  'The signature of the other device does not match.': 'Die Signatur des anderen Geräts passt nicht.',
  'The grants of the other device are for another one.':
    'Die Berechtigungen des anderen Geräts gelten für ein anderes.',
  'The other device is not in the team any more.': 'Das andere Gerät ist nicht mehr im Team.',
  'The connection to the other device was closed.': 'Die Verbindung zum anderen Gerät wurde geschlossen.',
  'The connection to the other device broke ({{0}}).': 'Die Verbindung zum anderen Gerät brach ab ({{0}}).',
  'The secure connection could not be made.': 'Eine sichere Verbindung kam nicht zustande.',
  'The other device did not prove who it is.': 'Das andere Gerät hat nicht bewiesen, wer es ist.',
  'The other device did not answer in time.': 'Das andere Gerät hat nicht rechtzeitig geantwortet.',
  'Nothing answers at this address.': 'An dieser Adresse antwortet nichts.',
  'No connection to this address ({{0}}).': 'Keine Verbindung zu dieser Adresse ({{0}}).',
  'The local network is switched off.': 'Das lokale Netz ist ausgeschaltet.',
  'The other device hung up.': 'Das andere Gerät hat aufgelegt.',
  'What answers there does not belong to this team.': 'Was dort antwortet, gehört nicht zu diesem Team.',
  'Another connection to this device stays.': 'Eine andere Verbindung zu diesem Gerät bleibt.',
  'The device disconnects.': 'Das Gerät trennt die Verbindung.',
  'The device is not in the team any more.': 'Das Gerät ist nicht mehr im Team.',
  'Everything is on the relay.': 'Alles ist beim Relay.',
  'Exchanging updates.': 'Neues wird ausgetauscht.',
  'Comparing with the relay.': 'Abgleich mit dem Relay.',
  'The relay is not connected.': 'Das Relay ist nicht verbunden.',
  'This is not the address of a relay. It looks like wss://relay.example.':
    'Das ist nicht die Adresse eines Relays. Sie sieht aus wie wss://relay.example.',
  'The address of a relay starts with wss:// or ws://.': 'Die Adresse eines Relays beginnt mit wss:// oder ws://.',
  'The address of a relay must not contain a password.': 'Die Adresse eines Relays darf kein Passwort enthalten.',
  'The name of the relay was not found. This device may be offline.':
    'Der Name des Relays wurde nicht gefunden. Vielleicht ist dieses Gerät offline.',
  'The network cannot be reached.': 'Das Netz ist nicht erreichbar.',
  'The relay cannot be reached ({{0}}).': 'Das Relay ist nicht erreichbar ({{0}}).',
  'The connection to the relay was closed.': 'Die Verbindung zum Relay wurde geschlossen.',
  'The relay went silent.': 'Das Relay ist verstummt.',
  'The other side sent its {{0}} when it was not its turn.':
    'Die Gegenseite hat {{0}} gesendet, als sie nicht an der Reihe war.',
  'The other side sent its BUCKETS out of order.': 'Die Gegenseite hat BUCKETS in falscher Reihenfolge gesendet.',
  'The other side names too many logs.': 'Die Gegenseite nennt zu viele Protokolle.',
  'The other side sent its VECTOR out of order.': 'Die Gegenseite hat VECTOR in falscher Reihenfolge gesendet.',
  'The other side sent STATE before comparing.': 'Die Gegenseite hat STATE vor dem Vergleich gesendet.',
  'The other side introduced itself twice.': 'Die Gegenseite hat sich zweimal vorgestellt.',
  'The other side sent ENTRIES before comparing.': 'Die Gegenseite hat ENTRIES vor dem Vergleich gesendet.',
  'The connection is closed.': 'Die Verbindung ist geschlossen.',
  'The other side sent a fork proof that proves nothing.':
    'Die Gegenseite hat einen Beweis einer Gabelung gesendet, der nichts beweist.',
  'The other side sent a message of an unknown kind.': 'Die Gegenseite hat eine Nachricht unbekannter Art gesendet.',
  'The other side sent a malformed {{0}} message.': 'Die Gegenseite hat eine fehlerhafte Nachricht {{0}} gesendet.',
  'The other side sent an object that is larger than allowed.':
    'Die Gegenseite hat ein Objekt gesendet, das größer ist als erlaubt.',
  'The other side asks too much at once.': 'Die Gegenseite verlangt zu viel auf einmal.',
  'The other side sent an object that was not asked for.':
    'Die Gegenseite hat ein Objekt gesendet, das niemand verlangt hat.',
  'The other side sent an object without a version.': 'Die Gegenseite hat ein Objekt ohne Version gesendet.',
  'The other side acknowledged an object that was not sent.':
    'Die Gegenseite hat ein Objekt bestätigt, das nicht gesendet wurde.',
  'The other side sent its batches out of order.': 'Die Gegenseite hat ihre Teile in falscher Reihenfolge gesendet.',
  'The other side sent more at once than it was allowed to.':
    'Die Gegenseite hat mehr auf einmal gesendet als erlaubt.',
  'The other side sent a malformed message before the session.':
    'Die Gegenseite hat vor der Sitzung eine fehlerhafte Nachricht gesendet.',
  'The other side acknowledged a batch that was not on its way.':
    'Die Gegenseite hat einen Teil bestätigt, der nicht unterwegs war.',
  'The other side speaks another version of the protocol. One of the two must be updated.':
    'Die Gegenseite spricht eine andere Version des Protokolls. Eine von beiden muss aktualisiert werden.',
  'The other side belongs to another team.': 'Die Gegenseite gehört zu einem anderen Team.',
  'The other side did not introduce itself.': 'Die Gegenseite hat sich nicht vorgestellt.',
};
