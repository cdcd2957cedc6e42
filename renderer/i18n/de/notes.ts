import type { Messages } from '../messages.ts';

export const notes: Messages = {
  write: 'Notiz schreiben',
  formTitle: 'Notiz über {{name}}',
  text: 'Notiz',
  placeholder: 'Was du gesehen hast, wann, und was es bedeutet',
  evidence: 'Wo man es sehen kann',
  noEvidence: 'Kein Link',
  checkIn: 'Check-in, {{week}}',
  kudos: 'Kudos: {{text}}',
  away: 'Etwas, das nicht auf diesem Gerät ist',
  save: 'Notiz speichern',
  saved: 'Gespeichert. Nur du kannst sie lesen.',
  edit: 'Notiz ändern',
  edited: 'geändert {{when}}',
  seenIn: 'Zu sehen in {{title}}',
  list: 'Deine Notizen über {{name}}',
  empty: {
    title: 'Noch keine Notizen über {{name}}',
    sentence:
      'Was du hier schreibst, liegt unter einem Schlüssel, den nur du hast. Es hilft deinem Gedächtnis, wenn ein Review ansteht.',
  },
};
