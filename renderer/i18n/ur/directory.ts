import type { Messages } from '../messages.ts';

export const directory: Messages = {
  find: 'افراد تلاش کریں',
  example: 'نام، کام، جگہ',
  turn: 'فہرست یا ماتحتی کا نقشہ',
  view: 'افراد کیسے دکھائے جائیں',
  views: { list: 'فہرست', lines: 'کون کس کے ماتحت' },
  nobody: 'ایسا کوئی نہیں',
  nobodyHint: 'نام کا کوئی حصہ، کام، یا جگہ لکھ کر دیکھیں۔',
  found_one: '{{count}} فرد ملا',
  found_other: '{{count}} افراد ملے',
  level: 'درجہ {{level}}',
  here: '{{place}}، {{time}}',
};
