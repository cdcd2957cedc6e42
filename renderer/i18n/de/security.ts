import type { Messages } from '../messages.ts';

export const security: Messages = {
  lock: {
    title: 'Meridian ist gesperrt',
    sentence:
      'Deine Daten sind auf diesem Rechner und bleiben geschlossen, bis du das Passwort dieses Profils eingibst.',
    profile: 'Profil {{name}}',
    label: 'Passwort',
    act: 'Entsperren',
    busy: 'Wird entsperrt',
    missing: 'Gib das Passwort ein.',
    forgot:
      'Niemand kann es zurücksetzen, auch kein Admin. Ist es verloren, stelle deine Daten in einem neuen Profil wieder her: mit deiner Wiederherstellungsphrase, einer Sicherung oder einem anderen Gerät von dir.',
    now: 'Jetzt sperren',
    locked: 'Gesperrt.',
  },
  machine: {
    title: 'Dieser Rechner',
    keys: 'Deine Schlüssel',
    places: {
      'key-file':
        'In einer Datei, die nur dein Benutzerkonto lesen kann. Wer deine Dateien lesen kann oder eine Kopie dieses Datenträgers hat, kann deine Daten öffnen.',
      passphrase: 'Unter deinem Passwort. Ohne es öffnet niemand dieses Profil auf diesem Rechner, auch du nicht.',
      keychain: 'Im Schlüsselbund dieses Systems. Wer sich als du anmeldet, kann deine Daten öffnen.',
    },
    set: 'Passwort festlegen',
    change: 'Ändern',
    remove: 'Entfernen',
    toKeychain: 'Schlüsselbund verwenden',
    autoLock: 'Von selbst sperren',
    autoLockDetail: 'Nach einer Zeit ohne Benutzung vergisst Meridian die Schlüssel und fragt nach dem Passwort.',
    autoLockNeeds: 'Braucht ein Passwort: Nichts anderes könnte öffnen, was gesperrt wurde.',
    never: 'Nie',
    after_one: 'Nach {{count}} Minute',
    after_other: 'Nach {{count}} Minuten',
    autoLockSaved: 'Gespeichert.',
    disk: 'Verschlüsselung auf diesem Datenträger',
    diskOff:
      'Was du hier lesen kannst, liegt auch auf dem Datenträger lesbar: Wer eine Kopie davon hat, kann es lesen.',
    diskOn:
      'Verschlüsselt: Namen, Titel, Texte, Entwürfe, Listen und Suche. Anzahl, Größe und Zeit von Einträgen bleiben sichtbar.',
    diskCost:
      'Diesmal war Meridian nach {{ms}} ms offen. Öffnen und Speichern dauern länger als ohne, und Listen liegen im Arbeitsspeicher, solange Meridian läuft.',
    diskOpen: 'Diesmal war Meridian nach {{ms}} ms offen.',
    diskKey:
      'Der Schlüssel liegt daneben in einer Datei: Lege ein Passwort fest, sonst öffnet eine Kopie des Datenträgers weiterhin alles.',
    encrypt: 'Verschlüsseln',
    decrypt: 'Nicht mehr verschlüsseln',
    working: 'Deine Daten werden neu geschrieben',
    encrypted: 'Alles Lesbare auf diesem Datenträger ist jetzt verschlüsselt.',
    decrypted: 'Deine Daten liegen wieder lesbar auf diesem Datenträger.',
    check: 'Letzte Kurzprüfung',
    checkNone: 'Läuft kurz nach jedem Start.',
    checkFine: 'Geprüft {{when}}: die Enden von {{logs}} Protokollen und {{signatures}} Signaturen, alles heil.',
    checkPart:
      '{{when}}: {{signatures}} Signaturen, alle heil. Für den Rest war keine Zeit; das vollständige Prüfen erfasst alles.',
    checkBad_one: 'Geprüft {{when}}: {{count}} Problem. {{first}} Prüfe alle Datensätze, um alles zu sehen.',
    checkBad_other: 'Geprüft {{when}}: {{count}} Probleme. {{first}} Prüfe alle Datensätze, um alles zu sehen.',
    checkAct: 'Jetzt prüfen',
  },
  passphrase: {
    setTitle: 'Passwort festlegen',
    changeTitle: 'Passwort ändern',
    removeTitle: 'Passwort entfernen?',
    sentence:
      'Ab jetzt öffnet sich dieses Profil nur damit, bei jedem Start. Mehrere Wörter, die du dir merkst, sind besser als ein kurzes Rätsel.',
    warning:
      'Niemand kann es zurücksetzen. Ohne es ist verloren, was nur auf diesem Rechner ist; halte deine Wiederherstellungsphrase oder eine Sicherung bereit.',
    removeSentence:
      'Der Schlüssel kommt zurück in eine Datei, die nur dein Benutzerkonto lesen kann. Wer deine Dateien lesen kann oder eine Kopie dieses Datenträgers hat, kann dann deine Daten öffnen.',
    current: 'Jetziges Passwort',
    next: 'Neues Passwort',
    again: 'Noch einmal dasselbe',
    short: 'Nimm mindestens acht Zeichen.',
    differs: 'Die beiden sind nicht gleich.',
    act: 'Festlegen',
    removeAct: 'Entfernen',
    saved: 'Das Passwort ist festgelegt. Dieses Profil fragt beim nächsten Start danach.',
    removed: 'Das Passwort wurde entfernt.',
    moved: 'Der Schlüssel ist jetzt im Schlüsselbund.',
  },
  verify: { share: '{{share}} %', stop: 'Anhalten', stopped: 'Die Prüfung wurde angehalten.' },
  repair: {
    act: 'Reparieren',
    busy: 'Wird repariert',
    fine_zero: 'Repariert: {{records}} Datensätze wurden aus dem Protokoll neu erstellt.',
    fine_one: 'Repariert: {{records}} Datensätze wurden neu erstellt, und {{count}} beschädigter Eintrag kam zurück.',
    fine_other:
      'Repariert: {{records}} Datensätze wurden neu erstellt, und {{count}} beschädigte Einträge kamen zurück.',
    waits_one:
      '{{count}} beschädigter Eintrag wird von anderen im Team und von Relays erbeten und kommt mit dem nächsten Abgleich, der ihn hat.',
    waits_other:
      '{{count}} beschädigte Einträge werden von anderen im Team und von Relays erbeten und kommen mit dem nächsten Abgleich, der sie hat.',
  },
};
