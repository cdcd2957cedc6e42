import type { Messages } from '../messages.ts';

export const journal: Messages = {
  mine: 'میرا روزنامچہ',
  title: '{{name}} کا روزنامچہ',
  count_one: '{{count}} ہفتہ',
  count_other: '{{count}} ہفتے',
  months: 'مہینے',
  monthNote: '{{weeks}}، {{count}} میں سے {{done}} منصوبے مکمل',
  noMonths: 'کوئی نہیں۔',
  who: 'کس کا روزنامچہ',
  period: 'کون سے ہفتے',
  always: 'تمام ہفتے',
  find: 'روزنامچے میں تلاش کریں',
  print: 'پرنٹ کریں',
  read: 'تمام ہفتے پڑھیں',
  pulse: 'کیفیت 5 میں سے {{value}}، یہاں صرف آپ دیکھتے ہیں',
  pulseShared: 'کیفیت 5 میں سے {{value}}، اس ہفتے کے لیے دکھائی گئی',
  empty: 'ابھی کوئی چیک اِن نہیں',
  emptySentence: 'ہر بھیجا گیا ہفتہ یہاں دوبارہ پڑھنے کو موجود رہتا ہے۔',
  nothing: 'کسی ہفتے میں یہ نہیں',
  nothingSentence: 'کم الفاظ سے، یا تمام ہفتوں میں تلاش کریں۔',
};
