import type { Messages } from '../messages.ts';

export const firstRun: Messages = {
  tagline: 'Dein Team arbeitet rund um die Uhr. Niemand muss es.',
  title: 'Womit möchtest du beginnen?',
  lead: 'Alles, was du schreibst, bleibt versiegelt auf diesem Rechner, bis du es mit einem Team teilst. Du brauchst kein Konto.',
  noon: 'Mittag',
  create: {
    title: 'Team gründen',
    sentence: 'Gib ihm einen Namen, lege deine Arbeitszeit fest und lade andere mit einem Link ein.',
  },
  join: {
    title: 'Mit Link beitreten',
    sentence: 'Füge eine Einladung ein. Sie gilt auch, wenn andere gerade schlafen.',
  },
  sample: {
    title: 'Beispielteam erkunden',
    sentence: 'Zwölf Personen, sieben Zeitzonen. Es bleibt auf diesem Rechner.',
  },
  returning: 'Nutzt du Meridian schon?',
  fine: 'Deine Schlüssel entstehen auf diesem Rechner und verlassen ihn nie. Was nur du lesen kannst, geht mit ihm verloren, wenn du keine Wiederherstellungsphrase auf Papier hast.',
  filling: {
    title: 'Das Beispielteam wird geschrieben',
    sentence: 'Drei Quartale Arbeit. Das dauert ein paar Sekunden.',
  },
  waiting: 'Dieser Rechner wird eingerichtet',
  back: 'Zurück',
  begins: {
    questions:
      'Was hast du diese Woche gelernt, das andere wissen sollten?\nWomit sollten wir aufhören?\nWessen Hilfe hat diese Woche etwas bewirkt?',
    values: 'Schreib es auf\nHelft einander\nZu Ende bringen, was wir beginnen',
  },
  form: {
    createTitle: 'Team gründen',
    createLead: 'Zwei Minuten. Du kannst alles später ändern.',
    joinTitle: 'Mit Link beitreten',
    joinLead: 'Der Link gilt einmal. Niemand muss online sein, damit du beitreten kannst.',
    team: 'Name des Teams',
    teamHint: 'Alle, die du einlädst, sehen ihn.',
    link: 'Einladungslink',
    linkHint: 'Er beginnt mit meridian://join/ und endet mit einem langen Geheimnis. Füge alles ein.',
    linkMissing: 'Füge den Einladungslink ein.',
    name: 'Dein Name',
    nameHint: 'Wie dein Team dich kennt.',
    place: 'Wo du bist',
    placeHint: 'Eine Stadt oder dein Arbeitszimmer, in deinen Worten.',
    role: 'Was du machst',
    roleHint: 'Produktdesign',
    relay: 'Relay-Adresse',
    relayHint:
      'Überbringt versiegelte Neuigkeiten zwischen Personen, die nie gleichzeitig online sind. Du kannst es später hinzufügen.',
    relayBad: 'Eine Relay-Adresse beginnt mit wss:// oder ws://.',
    address: 'Adresse eines Rechners aus dem Team',
    addressHint: 'Nur ohne Relay: Host:Port im gleichen Netz, zu finden dort unter Daten und Vertrauen.',
    more: 'Ohne Relay',
    moreRelay: 'Ich habe ein Relay',
    create: 'Team gründen',
    join: 'Dem Team beitreten',
    creating: 'Das Team wird gegründet',
    joining: 'Du trittst dem Team bei',
    nameMissing: 'Sag deinen Namen.',
    teamMissing: 'Gib dem Team einen Namen.',
  },
};
