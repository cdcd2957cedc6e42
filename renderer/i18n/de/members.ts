import type { Messages } from '../messages.ts';

export const members: Messages = {
  title: 'Mitglieder',
  open: 'Mitglieder',
  back: 'Zurück zu Personen',
  context_one: '{{count}} Mitglied',
  context_other: '{{count}} Mitglieder',
  list: {
    title: 'Wer im Team ist',
    note: 'Alle hier lesen, was das Team teilt. Private Gespräche liest nur, wer daran beteiligt ist.',
    who: 'Person',
    role: 'Rolle',
    manager: 'Führungskraft',
    safety: 'Sicherheitsnummer',
    acts: 'Aktionen',
    byAdmins: 'Eigentümer und Admins ändern Rollen und entfernen Personen.',
    you: '{{name}} (du)',
    noManager: 'niemand',
    since: 'seit {{date}}',
    sinceBy: 'seit {{date}}, eingeladen von {{name}}',
    roleOf: 'Rolle von {{name}}',
    managerOf: 'Führungskraft von {{name}}',
    roleWhy: '{{role}}: {{why}}',
    remove: 'Entfernen',
    removeOf: '{{name}} entfernen',
    handOver: 'Zum Owner machen',
    handOverTo: '{{name}} zum Owner machen',
    alone: 'Du bist bisher allein in diesem Team. Lade jemanden ein; der Link gilt einmal, auch während du schläfst.',
  },
  safety: {
    why: 'Lest euch in einem Anruf eine Sicherheitsnummer vor: Seht ihr beide dieselbe, steht niemand zwischen euch.',
  },
  waiting: {
    title: 'Wartet auf Aufnahme',
    note: 'Diese Personen können schon lesen, was das Team teilt. Vergleiche die Sicherheitsnummer, bevor du sie aufnimmst.',
    joined: 'Mit einem Link von {{name}} gekommen, {{when}}, als {{role}}',
    byItself:
      'Mit einem Link von {{name}} gekommen, {{when}}. Der Rechner eines Owners oder Admins nimmt von selbst auf.',
    approve: 'Aufnehmen',
    approveOf: '{{name}} aufnehmen',
    approved: '{{name}} ist jetzt Mitglied.',
    decline: 'Abweisen',
    declineOf: '{{name}} abweisen',
    declined: '{{name}} wurde abgewiesen. Das Team hat neue Schlüssel.',
  },
  decline: {
    title: '{{name}} abweisen?',
    sentence:
      'Der Link gilt nicht mehr, und das Team bekommt neue Schlüssel. Was schon gelesen wurde, ist gelesen. Was ab jetzt geschrieben wird, lässt sich dort nicht öffnen.',
    keep: 'Weiter warten',
    act: 'Abweisen',
  },
  remove: {
    title: '{{name}} aus dem Team entfernen?',
    will: 'Was geschieht',
    willList: {
      keys: 'Alles, was du mit {{name}} teilst, bekommt jetzt neue Schlüssel. Was danach geschrieben wird, lässt sich dort nicht öffnen.',
      others:
        'Die Rechner der anderen im Team tun dasselbe, sobald sie davon erfahren. Bis dahin schreiben sie vielleicht noch mit den alten Schlüsseln.',
      relay: 'Relays und die Rechner der anderen im Team sprechen nicht mehr mit den entfernten Rechnern.',
      late: 'Was {{name}} geschrieben hat und dich noch nicht erreicht hat, wird zurückgestellt. Du entscheidest, ob du es zulässt.',
    },
    not: 'Was niemand tun kann',
    notList: {
      kept: '{{name}} behält, was die eigenen Rechner schon erreicht hat: Das lässt sich nicht zurückholen.',
      pair: 'Gespräche zwischen {{name}} und einer anderen Person bleiben für beide lesbar und enden dort.',
    },
    back: 'Mit einer neuen Einladung ist eine Rückkehr möglich, als neue Person. Ziele und Check-ins bleiben unter dem alten Namen.',
    keep: '{{name}} behalten',
    act: '{{name}} entfernen',
    done: '{{name}} wurde entfernt. Auf diesem Rechner gelten neue Schlüssel.',
  },
  leave: {
    act: 'Team verlassen',
    title: '{{team}} verlassen?',
    sentence:
      'Du behältst, was auf deinen Rechnern ist, lesbar und exportierbar. Nichts Neues kommt an, und du schreibst hier nichts mehr. Die Rechner der anderen im Team wechseln die Schlüssel, sobald sie davon erfahren.',
    last: 'Bleib online, bis „Alles ist beim Relay“ erscheint, sonst erfährt niemand, dass du gegangen bist.',
    keep: 'Bleiben',
    done: 'Du hast {{team}} verlassen.',
  },
  handOver: {
    title: '{{name}} zum Owner machen?',
    sentence:
      '{{name}} wird Owner, du wirst Admin. Ein Owner kann alle entfernen, weitere Owner ernennen und die Geschichte des Teams festschreiben. Nur {{name}} kann es dir zurückgeben.',
    keep: 'Owner bleiben',
    act: 'Übergeben',
    done: '{{name}} ist jetzt Owner.',
  },
  gone: {
    title: 'Nicht mehr im Team',
    removed: 'Entfernt von {{by}}, {{when}}',
    left: 'Gegangen, {{when}}',
    turnedAway: 'Wurde abgewiesen, oder die Einladung wurde zurückgezogen',
    again: 'Wieder einladen',
    againOf: '{{name}} wieder einladen',
    againTitle: '{{name}} wieder einladen',
    againSentence:
      'Der Beitritt geschieht als neue Person: Die alten Schlüssel können überall sein. Was früher geschrieben wurde, bleibt unter dem alten Namen, und alte private Gespräche kommen nicht zurück.',
    make: 'Link erstellen',
    link: 'Einladungslink',
    made: 'Gilt bis {{date}}, für eine Person. Auf einem Rechner mit dem alten Profil muss dort zuerst „Neu beginnen“ gewählt werden.',
    cancel: 'Abbrechen',
    close: 'Fertig',
  },
  succession: {
    title: 'Wenn ein Owner verloren geht',
    note: 'Mehr als die Hälfte der Admins kann einen Owner ersetzen, dessen Rechner alle verloren sind.',
    none: 'Nichts ist im Gange. Ein Owner, der noch einen Rechner oder die Wiederherstellungsphrase hat, übergibt stattdessen selbst.',
    noAdmins:
      'Es gibt noch keine Admins. Ernenne mindestens eine Person: Ohne Admins kann niemand einen verlorenen Owner ersetzen.',
    begin: 'Owner ersetzen',
    under: '{{name}} anstelle von {{replaced}}',
    signed: '{{signed}} von {{needed}} Signaturen: {{names}}',
    sign: 'Auch signieren',
    signedByMe: 'Du hast signiert',
    dialog: {
      title: 'Einen verlorenen Owner ersetzen',
      sentence:
        'Tu das nur, wenn alle Rechner des Owners verloren sind und es keine Wiederherstellungsphrase gibt. Nötig sind {{needed}} der Admins; alle signieren am eigenen Rechner, sobald sie online sind. Das ganze Team sieht es.',
      replaced: 'Verlorener Owner',
      person: 'Neuer Owner',
      keep: 'Abbrechen',
      act: 'Signieren',
    },
    waits: 'Signiert. Es fehlen noch {{count}} der Admins.',
    done: '{{name}} ist jetzt Owner. Entferne die verlorenen Rechner unter Personen.',
  },
  checkpoint: {
    title: 'Geschichte des Teams',
    note: 'Einmal festgeschrieben, lehnt jeder Rechner eine andere Fassung davon ab, wer bis jetzt beitrat, ging und die Rolle wechselte.',
    act: 'Geschichte festschreiben',
    done_one: 'Die Geschichte von {{count}} Rechner ist bis jetzt festgeschrieben.',
    done_other: 'Die Geschichte von {{count}} Rechnern ist bis jetzt festgeschrieben.',
  },
  approval: {
    label: 'Ein Owner oder Admin nimmt von Hand auf',
    hint: 'Nach dem Vergleich der Sicherheitsnummer. Bis dahin ist lesbar, was das Team teilt, und an den Mitgliedern lässt sich nichts ändern.',
  },
  out: {
    removed:
      '{{by}} hat dich am {{date}} aus {{team}} entfernt. Was du hattest, bleibt hier lesbar; nichts Neues kommt an.',
    left: 'Du hast {{team}} am {{date}} verlassen. Was du hattest, bleibt hier lesbar; nichts Neues kommt an.',
    device:
      '{{by}} hat diesen Rechner am {{date}} aus {{team}} ausgesperrt. Was er hatte, bleibt hier lesbar; nichts Neues kommt an. Deine anderen Rechner arbeiten weiter.',
    'turned-away':
      '{{team}} hat die Einladung zurückgezogen, mit der du gekommen bist. Was du hattest, bleibt hier lesbar; nichts Neues kommt an.',
    relay:
      'Ein Relay von {{team}} lässt diesen Rechner nicht mehr ein: Wahrscheinlich hat ihn jemand entfernt. Was du hattest, bleibt hier lesbar; frag jemanden im Team.',
    export: 'Exportieren',
    again: 'Neu beginnen',
    overTitle: 'Dieses Profil leeren?',
    overSentence:
      'Alles von {{team}} auf diesem Rechner wird endgültig gelöscht, auch private Gespräche und deine Schlüssel. Exportiere es zuerst, wenn du es behalten willst. Danach kannst du mit einem neuen Link beitreten.',
    overKeep: 'Behalten',
    overAct: 'Löschen und neu beginnen',
  },
};
