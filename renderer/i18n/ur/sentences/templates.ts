import type { Sentences } from '../../sentences/sayer.ts';

/** What is said of templates. */
export const templates: Sentences = {
  'templates of goals': 'اہداف کے سانچے',
  'Only the person who made the template or an admin can change it.': 'صرف سانچہ بنانے والا یا ایڈمن اسے بدل سکتا ہے۔',
  Template: 'سانچہ',
  'goal-template': 'سانچہ',
  'The template is': 'سانچہ',
};
