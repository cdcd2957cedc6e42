import type { Sentences } from '../../sentences/sayer.ts';

/** What the import of people says, and of files that are not what they are said to be. */
export const peopleImport: Sentences = {
  'This row names nobody.': 'اس سطر میں کسی کا نام نہیں۔',
  'The name is over {{0}} characters.': 'نام {{0}} حروف سے لمبا ہے۔',
  'Line {{0}} is about the same person.': 'سطر {{0}} اسی فرد کے بارے میں ہے۔',
  'Several people of the team are called so.': 'ٹیم میں اس نام کے کئی لوگ ہیں۔',
  'This person was in the team before. Invite them by hand if they should come back.':
    'یہ فرد پہلے ٹیم میں تھے۔ اگر انہیں واپس آنا ہے تو خود دعوت دیں۔',
  '“{{0}}” is not a role. Roles are admin, member and guest.':
    '“{{0}}” کوئی کردار نہیں۔ کردار یہ ہیں: admin، member اور guest۔',
  'An import makes nobody owner. The owner hands the team over under Members.':
    'درآمد کسی کو مالک نہیں بناتی۔ مالک ارکان کے صفحے پر ٹیم حوالے کرتے ہیں۔',
  'An import does not take the owner’s role. Hand the team over under Members.':
    'درآمد مالک کا کردار نہیں بدلتی۔ ٹیم ارکان کے صفحے پر حوالے کریں۔',
  'An import does not change your own role.': 'درآمد آپ کا اپنا کردار نہیں بدلتی۔',
  'Nobody in the team or in the file is called “{{0}}”.': 'ٹیم یا فائل میں “{{0}}” نام کا کوئی نہیں۔',
  'Their page has not arrived on this device yet.': 'ان کا صفحہ ابھی اس آلے پر نہیں پہنچا۔',
  'Title and place take at most {{0}} characters.': 'عہدے اور جگہ میں زیادہ سے زیادہ {{0}} حروف آتے ہیں۔',
  '“{{0}}” is not a time zone such as Asia/Karachi.': '“{{0}}” کوئی ٹائم زون نہیں، جیسے Asia/Karachi۔',
  '“{{0}}” are no working hours such as 09:00-17:00.': '“{{0}}” کام کے اوقات نہیں، جیسے 09:00-17:00۔',
  'An import makes at most {{0}} invitations. Import the file again for the others.':
    'ایک درآمد زیادہ سے زیادہ {{0}} دعوتیں بناتی ہے۔ باقی کے لیے فائل دوبارہ درآمد کریں۔',
  'Say which column holds the names of the people.': 'بتائیں کہ لوگوں کے نام کس کالم میں ہیں۔',
  'A list of people is a table: export it as CSV or Markdown.':
    'لوگوں کی فہرست ایک جدول ہوتی ہے: اسے CSV یا Markdown کے طور پر برآمد کریں۔',
  'This is not a list of tasks that {{0}} exported as CSV or JSON.':
    'یہ کاموں کی وہ فہرست نہیں جو {{0}} نے CSV یا JSON کے طور پر برآمد کی ہو۔',
  'This is not an export of Meridian: its file is called meridian.json.':
    'یہ Meridian کی برآمد نہیں: اس کی فائل کا نام meridian.json ہوتا ہے۔',
  'This is an export of Meridian, not a table of goals.': 'یہ Meridian کی برآمد ہے، اہداف کا جدول نہیں۔',
};
