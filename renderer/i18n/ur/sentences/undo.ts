import type { Sentences } from '../../sentences/sayer.ts';

/** What undoing answers. */
export const undo: Sentences = {
  'This was too long ago. Undo it in the history of the record.':
    'اسے بہت وقت ہو چکا۔ ریکارڈ کی تاریخ میں اسے واپس لیں۔',
  'Nothing was changed, so there is nothing to undo.': 'کچھ بدلا نہیں تھا، اس لیے واپس لینے کو کچھ نہیں۔',
  'A report stays as it was said. Report the right value as a new update.':
    'جو اطلاع دی گئی وہ ویسے ہی رہتی ہے۔ درست قدر نئی اطلاع میں بتائیں۔',
  'There are two versions of “{{0}}”. Choose between them first.':
    '”{{0|said}}“ کی دو شکلیں ہیں۔ پہلے ان میں سے ایک چنیں۔',
  'Somebody has changed “{{0}}” since, so this is not undone.':
    '”{{0|said}}“ اس کے بعد کسی اور نے بدلا ہے، اس لیے یہ واپس نہیں لیا جاتا۔',
  'You have changed “{{0}}” again since. Undo the later change first.':
    'آپ نے ”{{0|said}}“ اس کے بعد دوبارہ بدلا ہے۔ پہلے بعد والی تبدیلی واپس لیں۔',
  '“{{0}}” is another one by now, so this is not undone.': '”{{0|said}}“ اب کچھ اور ہے، اس لیے یہ واپس نہیں لیا جاتا۔',
  'This change is not on this machine.': 'یہ تبدیلی اس کمپیوٹر پر نہیں ہے۔',
  'Only your own changes can be undone.': 'صرف اپنی تبدیلیاں واپس لی جا سکتی ہیں۔',
  'This change is no part of the record, so there is nothing to undo.':
    'یہ تبدیلی ریکارڈ کا حصہ نہیں، اس لیے واپس لینے کو کچھ نہیں۔',
  'This began the record. What has begun is not undone.': 'اسی سے ریکارڈ شروع ہوا۔ جو شروع ہو چکا وہ واپس نہیں ہوتا۔',
  'This changed nothing that could be undone.': 'اس نے ایسا کچھ نہیں بدلا جو واپس لیا جا سکے۔',
};
