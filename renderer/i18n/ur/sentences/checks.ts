import type { Sentences } from '../../sentences/sayer.ts';

/** What checking all records finds. */
export const checks: Sentences = {
  '{{0}} Run "rebuild" to make it anew from the log.':
    '{{0|said}} فہرستیں نئے سرے سے بنانے پر یہ لاگ سے دوبارہ بن جاتا ہے۔',
  'A {{0}} is missing from the lists.': '{{0|said}}: فہرستوں میں نہیں۔',
  'The line of a {{0}} is not what the record says.': '{{0|said}}: فہرست کی سطر وہ نہیں جو ریکارڈ کہتا ہے۔',
  'Search would not find a {{0}} by what it says.': '{{0|said}}: تلاش اسے اس کے متن سے نہیں ڈھونڈتی۔',
  'The table {{0}} does not hold what the record says.': 'جدول {{0}} میں وہ نہیں جو ریکارڈ کہتا ہے۔',
  'The table {{0}} has rows of a record that is not here. Run "rebuild" to make it anew from the log.':
    'جدول {{0}} میں ایسے ریکارڈ کی سطریں ہیں جو یہاں نہیں۔ فہرستیں نئے سرے سے بنائیں۔',
  'The search index holds {{0}} texts of records that are not here. Run "rebuild".':
    'تلاش کے اشاریے میں ایسے ریکارڈ کے {{0}} متن ہیں جو یہاں نہیں۔ فہرستیں نئے سرے سے بنائیں۔',
  'The search index is damaged ({{0}}). Run "rebuild".': 'تلاش کا اشاریہ خراب ہے ({{0}})۔ فہرستیں نئے سرے سے بنائیں۔',
  'The entry is stored under a name that is not its hash.': 'اندراج ایسے نام سے محفوظ ہے جو اس کا ہیش نہیں۔',
  'The content of the entry is missing, and nothing says that it was erased.':
    'اندراج کا مواد غائب ہے، اور کہیں نہیں کہ اسے مٹایا گیا۔',
  'The content of the entry is still here, although its log says that it was erased.':
    'اندراج کا مواد اب بھی یہاں ہے، حالانکہ اس کا لاگ کہتا ہے کہ اسے مٹا دیا گیا۔',
  'The end of this log is missing or was changed.': 'اس لاگ کا آخری حصہ غائب ہے یا بدل دیا گیا۔',
  'The entry lies at a place that is not its own.': 'اندراج ایسی جگہ ہے جو اس کی نہیں۔',
  'The signature of the entry does not hold.': 'اندراج کے دستخط درست نہیں۔',
  'The entry is kept as {{0}}, and by the rules it is {{1}}. Run "rebuild".':
    'اندراج یہاں ”{{0|said}}“ ہے، اور اصولوں کے مطابق ”{{1|said}}“۔ فہرستیں نئے سرے سے بنائیں۔',
  'A {{0}} is missing although its entries are here. Run "rebuild".':
    '{{0|said}}: موجود نہیں، حالانکہ اس کے اندراجات یہاں ہیں۔ فہرستیں نئے سرے سے بنائیں۔',
  'A {{0}} is not what its entries add up to. Run "rebuild".':
    '{{0|said}}: وہ نہیں جو اس کے اندراجات سے بنتا ہے۔ فہرستیں نئے سرے سے بنائیں۔',
  'The stored document of a {{0}} cannot be read. Run "rebuild".':
    '{{0|said}}: محفوظ دستاویز پڑھی نہیں جا سکتی۔ فہرستیں نئے سرے سے بنائیں۔',
  'A {{0}} is here although no entry makes it. Run "rebuild".':
    '{{0|said}}: یہاں ہے، حالانکہ کوئی اندراج اسے نہیں بناتا۔ فہرستیں نئے سرے سے بنائیں۔',
};
