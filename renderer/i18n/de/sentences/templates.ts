import type { Sentences } from '../../sentences/sayer.ts';

/** What is said of templates. */
export const templates: Sentences = {
  'templates of goals': 'Vorlagen für Ziele',
  'Only the person who made the template or an admin can change it.':
    'Nur wer die Vorlage angelegt hat oder Admins können sie ändern.',
  Template: 'Vorlage',
  'goal-template': 'Vorlage',
  'The template is': 'Die Vorlage ist',
};
