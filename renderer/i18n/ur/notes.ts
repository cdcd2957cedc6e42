import type { Messages } from '../messages.ts';

export const notes: Messages = {
  write: 'نوٹ لکھیں',
  formTitle: '{{name}} کے بارے میں نوٹ',
  text: 'نوٹ',
  placeholder: 'آپ نے کیا دیکھا، کب، اور اس کا کیا مطلب تھا',
  evidence: 'یہ کہاں دیکھا جا سکتا ہے',
  noEvidence: 'کوئی ربط نہیں',
  checkIn: 'چیک اِن، {{week}}',
  kudos: 'شاباش: {{text}}',
  away: 'کچھ جو اس آلے پر نہیں',
  save: 'نوٹ محفوظ کریں',
  saved: 'محفوظ ہو گیا۔ صرف آپ اسے پڑھ سکتے ہیں۔',
  edit: 'نوٹ بدلیں',
  edited: 'بدلا گیا: {{when}}',
  seenIn: 'یہاں دیکھا گیا: {{title}}',
  list: '{{name}} کے بارے میں آپ کے نوٹس',
  empty: {
    title: '{{name}} کے بارے میں ابھی کوئی نوٹ نہیں',
    sentence:
      'آپ یہاں جو لکھیں وہ ایسی کلید کے نیچے رہتا ہے جو صرف آپ کے پاس ہے۔ جائزے کے وقت یاد رکھنے میں مدد دیتا ہے۔',
  },
};
