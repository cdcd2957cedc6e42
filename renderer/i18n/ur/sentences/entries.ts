import type { Sentences } from '../../sentences/sayer.ts';

/** Why an entry is not applied. */
export const entries: Sentences = {
  'A change is not one: its operations cannot be read.': 'ایک تبدیلی درست نہیں: اس کے مراحل پڑھے نہیں جا سکتے۔',
  'A change does more than set fields and edit text.': 'ایک تبدیلی خانے بھرنے اور متن بدلنے سے زیادہ کرتی ہے۔',
  'A change writes to something that its record does not have.':
    'ایک تبدیلی ایسی چیز میں لکھتی ہے جو اس کے ریکارڈ میں نہیں۔',
  'A change sets a field to something that no field holds.':
    'ایک تبدیلی خانے میں ایسی چیز رکھتی ہے جو کسی خانے میں نہیں ہوتی۔',
  'A change is larger than a change may be.': 'ایک تبدیلی اجازت سے بڑی ہے۔',
  'A change is not one: {{0}}.': 'ایک تبدیلی غلط لکھی گئی ہے۔',
  'A change holds more than {{0}} operations.': 'ایک تبدیلی میں {{0}} سے زیادہ مراحل ہیں۔',
  'A change replaces more values than a change may.': 'ایک تبدیلی اجازت سے زیادہ قدریں بدلتی ہے۔',
  'A change names more than a change may.': 'ایک تبدیلی اجازت سے زیادہ نام لیتی ہے۔',
  'The changes of this record do not make a document that can be loaded.':
    'اس ریکارڈ کی تبدیلیوں سے ایسی دستاویز نہیں بنتی جو کھل سکے۔',
  'A change was applied before what it depends on.': 'ایک تبدیلی اس سے پہلے لاگو ہوئی جس پر وہ قائم ہے۔',
  'This version of the record is not here.': 'ریکارڈ کی یہ صورت یہاں نہیں۔',
  'This record has no field "{{0}}".': 'اس ریکارڈ میں ”{{0}}“ نام کا کوئی خانہ نہیں۔',
  'The field "{{0}}" holds text.': 'خانے ”{{0}}“ میں متن ہوتا ہے۔',
  'The field "{{0}}" holds no such number.': 'خانے ”{{0}}“ میں ایسا عدد نہیں ہوتا۔',
  'The field "{{0}}" is longer than {{1}} characters.': 'خانہ ”{{0}}“ {{1}} حروف سے لمبا ہے۔',
  'This edit was made on a version of the record that is not here. Open it again.':
    'یہ تبدیلی ریکارڈ کی ایسی صورت پر کی گئی جو یہاں نہیں۔ اسے دوبارہ کھولیں۔',
  'An entry does not carry the changes that it names.': 'ایک اندراج میں وہ تبدیلیاں نہیں جو وہ بتاتا ہے۔',
  'A change is not the one that its entry was signed for.': 'تبدیلی وہ نہیں جس کے لیے اس کے اندراج پر دستخط ہوئے۔',
  'A change was made under the name of another writer.': 'ایک تبدیلی کسی اور لکھنے والے کے نام سے کی گئی۔',
  'A change does not start from its record.': 'ایک تبدیلی اپنے ریکارڈ سے شروع نہیں ہوتی۔',
  'A writer made two changes with the same number.': 'ایک ہی لکھنے والے کی دو تبدیلیوں کا نمبر ایک ہے۔',
  'A change does not follow its writer’s previous one.': 'تبدیلی اپنے لکھنے والے کی پچھلی تبدیلی کے بعد نہیں آتی۔',
  'A change numbers its operations wrongly.': 'ایک تبدیلی اپنے مراحل غلط گنتی ہے۔',
  'An entry carries its changes in the wrong order.': 'ایک اندراج میں تبدیلیاں غلط ترتیب میں ہیں۔',
  'A change refers to something that its author cannot have seen.':
    'ایک تبدیلی ایسی چیز کا حوالہ دیتی ہے جو اس کے لکھنے والے نے دیکھی نہیں ہو سکتی۔',
  'The content of an entry does not have the expected fields.': 'ایک اندراج کے مواد میں متوقع خانے نہیں۔',
  'An entry names more or fewer changes than it carries.': 'ایک اندراج اپنی تبدیلیوں سے زیادہ یا کم بتاتا ہے۔',
  'A list of references in an entry is not in its one allowed order.':
    'ایک اندراج میں حوالوں کی فہرست اپنی واحد جائز ترتیب میں نہیں۔',
  'This is too much for one entry. Split it into smaller parts.':
    'یہ ایک اندراج کے لیے بہت زیادہ ہے۔ چھوٹے حصوں میں تقسیم کریں۔',
  'The certificate of a log cannot be read.': 'ایک لاگ کا سرٹیفکیٹ پڑھا نہیں جا سکتا۔',
  'The certificate of a log belongs to another log or space.': 'ایک لاگ کا سرٹیفکیٹ کسی اور لاگ یا دائرے کا ہے۔',
  'The certificate of a log was not signed by the device it names.':
    'ایک لاگ کے سرٹیفکیٹ پر اس آلے کے دستخط نہیں جس کا نام اس میں ہے۔',
  'An entry was not signed by the log it claims to continue.':
    'ایک اندراج پر اس لاگ کے دستخط نہیں جسے وہ آگے بڑھاتا ہے۔',
  'An entry was encrypted under another key.': 'ایک اندراج کسی اور کلید سے خفیہ کیا گیا۔',
  'The content of this entry was erased.': 'اس اندراج کا مواد مٹا دیا گیا۔',
  'The content of an entry does not open with the key it names.':
    'ایک اندراج کا مواد اپنی بتائی ہوئی کلید سے نہیں کھلتا۔',
  'The certificate of a log belongs in its first entry, and only there.':
    'لاگ کا سرٹیفکیٹ اس کے پہلے اندراج میں ہوتا ہے، اور صرف وہیں۔',
  'The compressed content of an entry has something behind its end.':
    'ایک اندراج کے دبائے ہوئے مواد کے آخر کے بعد بھی کچھ ہے۔',
  'The content of an entry is larger than {{0}} bytes when unpacked.':
    'ایک اندراج کا مواد کھلنے پر {{0}} بائٹ سے بڑا ہے۔',
  'The compressed content of an entry is damaged.': 'ایک اندراج کا دبایا ہوا مواد خراب ہے۔',
  'The content of an entry is not padded as it must be.': 'ایک اندراج کا مواد ویسا پورا نہیں کیا گیا جیسا ہونا چاہیے۔',
  'It is not an act on membership, and nothing else belongs in this space.':
    'یہ رکنیت کی کارروائی نہیں، اور اس دائرے میں اور کچھ نہیں آتا۔',
  'Two copies of this machine went on with its history in two different ways. Both are kept, and this one writes nothing more. Set Meridian up anew here.':
    'اس کمپیوٹر کی دو نقلیں اس کی تاریخ دو الگ راستوں پر لے گئیں۔ دونوں محفوظ ہیں، اور یہ مزید کچھ نہیں لکھتا۔ یہاں Meridian نئے سرے سے تیار کریں۔',
  'Its device belonged to nobody in the team when writing it.': 'لکھتے وقت اس کا آلہ ٹیم میں کسی کا نہیں تھا۔',
  'Its device had been taken out of the team when it was written.':
    'لکھے جانے کے وقت اس کا آلہ ٹیم سے نکالا جا چکا تھا۔',
  'It was written with a key that its author knew was replaced after a removal.':
    'یہ ایسی کلید سے لکھا گیا جس کے بارے میں لکھنے والا جانتا تھا کہ کسی کے نکالے جانے پر بدل دی گئی۔',
  'An entry comes without its content, and nothing says that it was erased.':
    'ایک اندراج اپنے مواد کے بغیر آیا، اور کہیں نہیں کہ اسے مٹایا گیا۔',
  'The signature of an entry does not hold.': 'ایک اندراج کے دستخط درست نہیں۔',
  'An entry does not fit between those around its place.':
    'ایک اندراج اپنی جگہ کے ارد گرد کے اندراجات میں نہیں بیٹھتا۔',
  'An entry before this one is missing.': 'اس سے پہلے کا ایک اندراج غائب ہے۔',
  'Two different entries claim the same place in one log; the device behind it is not believed any more.':
    'دو مختلف اندراجات ایک لاگ میں ایک ہی جگہ کا دعویٰ کرتے ہیں؛ ان کے پیچھے کے آلے پر اب یقین نہیں کیا جاتا۔',
  'An entry continues another history of its log than the one known here.':
    'ایک اندراج اپنے لاگ کی یہاں معلوم تاریخ کے علاوہ کسی اور کو آگے بڑھاتا ہے۔',
  'Its author was removed from the team or left, and this was not among the work that had arrived by then. An admin can still admit it.':
    'لکھنے والے کو ٹیم سے نکالا گیا یا وہ چلا گیا، اور یہ اس کام میں نہیں تھا جو تب تک پہنچ چکا تھا۔ کوئی ایڈمن اسے اب بھی تسلیم کر سکتا ہے۔',
  'The device it was written on was taken out of the team, and this was not among the work that had arrived by then. An admin can still admit it.':
    'جس آلے پر یہ لکھا گیا اسے ٹیم سے نکال دیا گیا، اور یہ اس کام میں نہیں تھا جو تب تک پہنچ چکا تھا۔ کوئی ایڈمن اسے اب بھی تسلیم کر سکتا ہے۔',
  'Its author lost the role that this needs, and this was not among the work that had arrived by then. An admin can still admit it.':
    'لکھنے والے کا وہ کردار نہ رہا جو اس کے لیے چاہیے، اور یہ اس کام میں نہیں تھا جو تب تک پہنچ چکا تھا۔ کوئی ایڈمن اسے اب بھی تسلیم کر سکتا ہے۔',
  'Its author or their device was never confirmed in the team.':
    'لکھنے والے یا اس کے آلے کی ٹیم میں کبھی تصدیق نہیں ہوئی۔',
  'You are not in this team any more, so nothing can be added to it from here. What you had stays readable.':
    'آپ اب اس ٹیم میں نہیں، اس لیے یہاں سے کچھ شامل نہیں ہو سکتا۔ جو آپ کے پاس تھا وہ پڑھا جا سکتا ہے۔',
  'Nobody else who could read this is in the team any more, so nothing new is written here. What was written stays readable.':
    'اسے پڑھ سکنے والا کوئی اور اب ٹیم میں نہیں، اس لیے یہاں کچھ نیا نہیں لکھا جاتا۔ جو لکھا گیا وہ پڑھا جا سکتا ہے۔',
  'This device has no key for the people who should read this.':
    'اس آلے کے پاس ان لوگوں کے لیے کلید نہیں جنہیں یہ پڑھنا ہے۔',
  'Its content was erased for good.': 'اس کا مواد ہمیشہ کے لیے مٹا دیا گیا۔',
  'Nothing of theirs was set aside because of a removal or a lost role, so there is nothing to admit.':
    'نکالے جانے یا کردار نہ رہنے کی وجہ سے ان کا کچھ الگ نہیں رکھا گیا، اس لیے تسلیم کرنے کو کچھ نہیں۔',
  'Changes in the team that its author knew have not arrived yet.':
    'ٹیم کی وہ تبدیلیاں جو لکھنے والا جانتا تھا ابھی نہیں پہنچیں۔',
  'It forgets changes in the team that its author knew before.':
    'یہ ٹیم کی وہ تبدیلیاں بھول جاتا ہے جو لکھنے والا پہلے جانتا تھا۔',
  'It follows an entry that is not valid.': 'یہ ایک ناقص اندراج کے بعد آتا ہے۔',
  'The act before it in its log cannot be judged yet.': 'اس کے لاگ میں اس سے پہلے کی کارروائی ابھی پرکھی نہیں جا سکتی۔',
  'Written by a newer version of Meridian. It is kept and applied after an update.':
    'Meridian کے نئے ورژن کا لکھا ہوا۔ یہ محفوظ ہے اور تازہ کرنے کے بعد لاگو ہوگا۔',
  'Who reads this space is not known yet.': 'ابھی معلوم نہیں کہ یہ دائرہ کون پڑھتا ہے۔',
  'Its author was not a member of the team when writing it.': 'لکھتے وقت اس کا لکھنے والا ٹیم کا رکن نہیں تھا۔',
  'It builds on a change that was refused.': 'یہ ایسی تبدیلی پر قائم ہے جو رد کی گئی۔',
  'A change it builds on has not arrived yet.': 'جس تبدیلی پر یہ قائم ہے وہ ابھی نہیں پہنچی۔',
  'A {{0}} does not belong in this space.': '{{0|said}}: اس دائرے کا نہیں۔',
  'Its author is not one of the readers of this space.': 'لکھنے والا اس دائرے کے پڑھنے والوں میں نہیں۔',
  'This was erased for good. It cannot be written again.': 'یہ ہمیشہ کے لیے مٹا دیا گیا۔ دوبارہ نہیں لکھا جا سکتا۔',
  'Its key is not here. It is kept and carried for those who have it.':
    'اس کی کلید یہاں نہیں۔ یہ ان کے لیے محفوظ ہے اور آگے پہنچایا جاتا ہے جن کے پاس ہے۔',
  'The first entry of its log is not valid.': 'اس کے لاگ کا پہلا اندراج درست نہیں۔',
  'The first entry of its log cannot be opened yet.': 'اس کے لاگ کا پہلا اندراج ابھی نہیں کھل سکتا۔',
  'Its log belongs to another space.': 'اس کا لاگ کسی اور دائرے کا ہے۔',
  'This device has no key of the team.': 'اس آلے کے پاس ٹیم کی کلید نہیں۔',
  'Its log has two beginnings, so nobody can tell whose it is.':
    'اس کے لاگ کے دو آغاز ہیں، اس لیے کوئی نہیں بتا سکتا کہ یہ کس کا ہے۔',
  'It builds on work that was set aside.': 'یہ ایسے کام پر قائم ہے جو الگ رکھا گیا۔',
  'An act on membership cannot be read.': 'رکنیت کی ایک کارروائی پڑھی نہیں جا سکتی۔',
  'An act on membership was written by a newer version of Meridian.':
    'رکنیت کی ایک کارروائی Meridian کے نئے ورژن نے لکھی۔',
  'An act of the kind "{{0}}" does not have the expected fields.': '”{{0}}“ قسم کی کارروائی میں متوقع خانے نہیں۔',
  'A signature inside an act on membership does not hold.': 'رکنیت کی ایک کارروائی کے اندر کا دستخط درست نہیں۔',
  'The author lost the authority for this before they knew it.':
    'لکھنے والے کا یہ اختیار اس کے جاننے سے پہلے ختم ہو گیا۔',
  'The log of this device forked; its acts from there on do not count.':
    'اس آلے کا لاگ دو شاخہ ہو گیا؛ وہاں سے آگے اس کی کارروائیاں شمار نہیں ہوتیں۔',
  'Only an owner or an admin of the team may do this.': 'یہ صرف ٹیم کا مالک یا ایڈمن کر سکتا ہے۔',
  'Only an owner of the team may do this.': 'یہ صرف ٹیم کا مالک کر سکتا ہے۔',
  'The person this is about is not in the team.': 'جس فرد کے بارے میں یہ ہے وہ ٹیم میں نہیں۔',
  'The invitation of this join is not known to the team.': 'اس شمولیت کی دعوت ٹیم کو معلوم نہیں۔',
  'The invitation was revoked before anybody used it.': 'دعوت کسی کے استعمال کرنے سے پہلے واپس لے لی گئی۔',
  'Somebody else joined with this invitation before.': 'اس دعوت سے پہلے کوئی اور شامل ہو چکا ہے۔',
  'This person or device has joined already.': 'یہ فرد یا آلہ پہلے ہی شامل ہو چکا ہے۔',
  'A join has to be the first entry of its device.': 'شمولیت اپنے آلے کا پہلا اندراج ہونی چاہیے۔',
  'The join to accept is not known.': 'جس شمولیت کو قبول کرنا ہے وہ معلوم نہیں۔',
  'The invitation was revoked or used before this join was accepted.':
    'اس شمولیت کے قبول ہونے سے پہلے دعوت واپس لے لی گئی یا استعمال ہو گئی۔',
  'The author was not a member of the team.': 'لکھنے والا ٹیم کا رکن نہیں تھا۔',
  'The device of the author had been revoked.': 'لکھنے والے کا آلہ خارج کیا جا چکا تھا۔',
  'The log of this device forked; its acts do not count.':
    'اس آلے کا لاگ دو شاخہ ہو گیا؛ اس کی کارروائیاں شمار نہیں ہوتیں۔',
  'The team was created before.': 'ٹیم پہلے ہی بنائی جا چکی ہے۔',
  'The only owner cannot leave. Make somebody else owner first.':
    'واحد مالک نہیں جا سکتا۔ پہلے کسی اور کو مالک بنائیں۔',
  'A newcomer has to be accepted by an admin first.': 'نئے آنے والے کو پہلے کسی ایڈمن کو داخل کرنا ہوتا ہے۔',
  'An owner is made from a member, not by invitation.': 'مالک کسی رکن کو بنایا جاتا ہے، دعوت سے نہیں۔',
  'This invitation exists already.': 'یہ دعوت پہلے سے موجود ہے۔',
  'The invitation to revoke is not known.': 'جو دعوت واپس لینی ہے وہ معلوم نہیں۔',
  'A team needs an owner. Make somebody else owner first.': 'ٹیم کو مالک چاہیے۔ پہلے کسی اور کو مالک بنائیں۔',
  'The manager is not in the team.': 'مینیجر ٹیم میں نہیں۔',
  'This would make somebody their own manager.': 'اس سے کوئی اپنا ہی مینیجر بن جاتا۔',
  'This device has been added already.': 'یہ آلہ پہلے ہی شامل ہے۔',
  'The device to revoke is not known.': 'جس آلے کو خارج کرنا ہے وہ معلوم نہیں۔',
  'Only an admin signs the replacement of an owner.': 'مالک بدلنے پر صرف ایڈمن دستخط کرتا ہے۔',
  'The signatures of this succession are about another time.': 'اس جانشینی کے دستخط کسی اور وقت کے ہیں۔',
  'More than half of the admins have to sign the replacement of an owner.':
    'مالک بدلنے پر ایڈمنوں کی نصف سے زیادہ تعداد کے دستخط چاہییں۔',
  'The data is larger than the allowed {{0}} bytes.': 'ڈیٹا اجازت شدہ {{0}} بائٹ سے بڑا ہے۔',
  'The data is not in the expected form ({{0}}).': 'ڈیٹا متوقع شکل میں نہیں ({{0}})۔',
  'The data is not written in its one allowed form.': 'ڈیٹا اپنی واحد جائز شکل میں نہیں لکھا گیا۔',
  'A grant cannot be read.': 'ایک اجازت نامہ پڑھا نہیں جا سکتا۔',
  'A grant was not signed by the key it names.': 'ایک اجازت نامے پر اس کی بتائی ہوئی کلید کے دستخط نہیں۔',
  'A chain of grants is empty or too long.': 'اجازت ناموں کا سلسلہ خالی یا بہت لمبا ہے۔',
  'A grant is for another team.': 'ایک اجازت نامہ کسی اور ٹیم کا ہے۔',
  'A grant does not follow from the one before it.': 'ایک اجازت نامہ اپنے سے پہلے والے سے نہیں نکلتا۔',
  'An invitation or a pairing code may admit one device and nothing more.':
    'دعوت یا جوڑنے کا کوڈ صرف ایک آلہ داخل کر سکتا ہے، اور کچھ نہیں۔',
  'A pairing code has to come from a device.': 'جوڑنے کا کوڈ کسی آلے سے آنا چاہیے۔',
  'A grant was issued by a device that may not issue any.': 'ایک اجازت نامہ ایسے آلے نے دیا جو دے نہیں سکتا۔',
  'The first entry of a log claims an entry before it.':
    'ایک لاگ کا پہلا اندراج اپنے سے پہلے کے اندراج کا دعویٰ کرتا ہے۔',
  'An entry header is larger than allowed.': 'ایک اندراج کا سرنامہ اجازت سے بڑا ہے۔',
  'An entry was written by a newer version of Meridian.': 'ایک اندراج Meridian کے نئے ورژن نے لکھا ہے۔',
  'An entry header does not have the expected fields.': 'ایک اندراج کے سرنامے میں متوقع خانے نہیں۔',
  'An entry is larger than allowed.': 'ایک اندراج اجازت سے بڑا ہے۔',
  'An entry does not have the expected parts.': 'ایک اندراج میں متوقع حصے نہیں۔',
  'An entry signature does not have 64 bytes.': 'ایک اندراج کا دستخط 64 بائٹ کا نہیں۔',
  'An entry does not follow the last one known of its log.':
    'ایک اندراج اپنے لاگ کے آخری معلوم اندراج کے بعد نہیں آتا۔',
  'The content of an entry is not what its header promises.':
    'ایک اندراج کا مواد وہ نہیں جس کا اس کا سرنامہ وعدہ کرتا ہے۔',
  'A revocation cannot be read.': 'ایک منسوخی پڑھی نہیں جا سکتی۔',
  'A revocation was not signed by the key it names.': 'ایک منسوخی پر اس کی بتائی ہوئی کلید کے دستخط نہیں۔',
  'A revocation was issued by a key that may not revoke this one.':
    'ایک منسوخی ایسی کلید نے دی جو اسے منسوخ نہیں کر سکتی۔',
  'What says that the content of an entry was erased does not hold.':
    'وہ ثبوت درست نہیں کہ ایک اندراج کا مواد مٹایا گیا۔',
  'Its content is not here: it was erased, or left out by whoever sent the entry. Others are asked for it.':
    'اس کا مواد یہاں نہیں: وہ مٹایا گیا، یا اندراج بھیجنے والے نے اسے چھوڑ دیا۔ دوسروں سے مانگا جا رہا ہے۔',
};
