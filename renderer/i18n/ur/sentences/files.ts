import type { Sentences } from '../../sentences/sayer.ts';

/** What import and export say. */
export const files: Sentences = {
  'The disk is full. Free some space, or choose another folder, and export again.':
    'ڈسک بھر گئی ہے۔ جگہ بنائیں، یا دوسرا فولڈر چنیں، اور دوبارہ برآمد کریں۔',
  'This folder may not be written to: {{0}}. Choose another one.':
    'اس فولڈر میں لکھنے کی اجازت نہیں: {{0}}۔ دوسرا چنیں۔',
  'There is a file where the folder should be: {{0}}. Choose another one.':
    'جہاں فولڈر ہونا چاہیے وہاں فائل ہے: {{0}}۔ دوسرا چنیں۔',
  'This folder cannot be made: {{0}}. Choose another one.': 'یہ فولڈر نہیں بن سکتا: {{0}}۔ دوسرا چنیں۔',
  'Line {{0}}: {{1}}. Correct the file and import it again.':
    'سطر {{0}}: {{1|said}}۔ فائل درست کریں اور دوبارہ درآمد کریں۔',
  'The file is empty.': 'فائل خالی ہے۔',
  'This row has {{0}} cells, but there are {{1}} columns.': 'اس سطر میں {{0}} خانے ہیں، مگر کالم {{1}} ہیں۔',
  '{{0}}: “{{1}}” is not a number.': '{{0|said}}: ”{{1}}“ عدد نہیں۔',
  'Score {{0}} is not between 0 and 1.': 'اسکور {{0}}، 0 اور 1 کے درمیان نہیں۔',
  'Actual {{0}} needs a target to be measured by. Say which column holds it.':
    'قدر {{0}} کو ناپنے کے لیے منزل چاہیے۔ بتائیں وہ کس کالم میں ہے۔',
  'Start and target are the same, so there is no progress to measure.':
    'آغاز اور منزل ایک ہی ہیں، اس لیے ناپنے کو کوئی پیش رفت نہیں۔',
  'Weight {{0}} is not between 0 and 1000.': 'وزن {{0}}، 0 اور 1000 کے درمیان نہیں۔',
  'This row has no title.': 'اس سطر کا کوئی عنوان نہیں۔',
  'The title is over {{0}} characters.': 'عنوان {{0}} حروف سے زیادہ ہے۔',
  'The notes are over {{0}} characters.': 'نوٹس {{0}} حروف سے زیادہ ہیں۔',
  'The unit is over 24 characters.': 'اکائی 24 حروف سے زیادہ ہے۔',
  'This row names no objective, and none stands above it.': 'اس سطر میں کوئی ہدف نہیں، اور اوپر بھی نہیں۔',
  'This row has no objective above it.': 'اس سطر کے اوپر کوئی ہدف نہیں۔',
  'The file is not JSON: {{0}}.': 'فائل JSON نہیں: {{0}}۔',
  'The file is not an export of Meridian that this version can read{{0}}.':
    'فائل Meridian کا ایسا برآمد شدہ ڈیٹا نہیں جو یہ ورژن پڑھ سکے{{0}}۔',
  'The export holds no goals.': 'برآمد شدہ ڈیٹا میں کوئی ہدف نہیں۔',
  'This row has more cells than its table has columns.': 'اس سطر میں جدول کے کالموں سے زیادہ خانے ہیں۔',
  'An objective holds at most {{0}} key results.': 'ہدف کے زیادہ سے زیادہ {{0}} کلیدی نتائج ہوتے ہیں۔',
  'The objective above it cannot be imported.': 'اوپر کا ہدف درآمد نہیں ہو سکتا۔',
  'The objective is closed here. Open it again to import changes.':
    'ہدف یہاں بند ہے۔ تبدیلیاں درآمد کرنے کے لیے اسے دوبارہ کھولیں۔',
  'The table has {{0}} columns, but {{1}} are explained.': 'جدول میں {{0}} کالم ہیں، مگر {{1}} کا مطلب بتایا گیا ہے۔',
  'Say which column holds the titles of the goals.': 'بتائیں اہداف کے عنوان کس کالم میں ہیں۔',
  'Two columns are said to be the {{0}}.': 'دو کالموں کا ایک ہی مطلب بتایا گیا: {{0|said}}۔',
  'The file has {{0}} tables; there is no table {{1}}.': 'فائل میں {{0}} جدول ہیں؛ جدول {{1}} کوئی نہیں۔',
  'The table has over {{0}} rows. Split the file and import the parts.':
    'جدول میں {{0}} سے زیادہ سطریں ہیں۔ فائل تقسیم کر کے حصے درآمد کریں۔',
  'This is not a text file. Export it as CSV or Markdown first.':
    'یہ متن کی فائل نہیں۔ پہلے اسے CSV یا Markdown میں برآمد کریں۔',
  'The file has more than {{0}} lines or {{1}} cells.': 'فائل میں {{0}} سے زیادہ سطریں یا {{1}} سے زیادہ خانے ہیں۔',
  '{{0}} Split it and import the parts.': '{{0|said}} اسے تقسیم کر کے حصے درآمد کریں۔',
  'The file has no table. A table needs a line of dashes under its first row.':
    'فائل میں کوئی جدول نہیں۔ جدول کی پہلی سطر کے نیچے لکیروں کی ایک سطر چاہیے۔',
};
