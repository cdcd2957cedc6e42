import type { Sentences } from '../../sentences/sayer.ts';

/** What commands and requests answer. */
export const commands: Sentences = {
  'A newer version of Meridian has written to this record. Update Meridian on this machine to edit it.':
    'Meridian کے نئے ورژن نے اس ریکارڈ میں لکھا ہے۔ بدلنے کے لیے اس کمپیوٹر پر Meridian کو تازہ کریں۔',
  'What you want to erase is not on this machine.': 'جو آپ مٹانا چاہتے ہیں وہ اس کمپیوٹر پر نہیں ہے۔',
  'This can be changed, not erased.': 'یہ بدلا جا سکتا ہے، مٹایا نہیں جا سکتا۔',
  'The record is not on this machine.': 'ریکارڈ اس کمپیوٹر پر نہیں ہے۔',
  'One of the people who should read this is not in the team yet.':
    'جنہیں یہ پڑھنا ہے ان میں سے ایک ابھی ٹیم میں نہیں۔',
  'A 1:1 is with somebody else.': '1:1 کسی اور کے ساتھ ہوتا ہے۔',
  'What this is about is not on this machine.': 'جس کے بارے میں یہ ہے وہ اس کمپیوٹر پر نہیں۔',
  'Say until when.': 'بتائیں کب تک۔',
  'Write down what you decided.': 'لکھیں آپ نے کیا فیصلہ کیا۔',
  'There is no week {{0}}.': 'ہفتہ {{0}} موجود نہیں۔',
  'Your check-in for {{0}} is out already. Add a comment to it instead.':
    '{{0}} کا آپ کا چیک اِن جا چکا ہے۔ اس کی بجائے اس پر تبصرہ کریں۔',
  'This key result is not on this machine.': 'یہ کلیدی نتیجہ اس کمپیوٹر پر نہیں ہے۔',
  'You say that nothing changed, and report changes. Send the check-in without "nothing changed".':
    'آپ کہتے ہیں کہ کچھ نہیں بدلا، اور تبدیلیاں بھی بتاتے ہیں۔ چیک اِن ”کچھ نہیں بدلا“ کے بغیر بھیجیں۔',
  'The check-in is empty. Add a plan, or say that nothing changed.':
    'چیک اِن خالی ہے۔ کوئی منصوبہ شامل کریں، یا کہیں کہ کچھ نہیں بدلا۔',
  'A plan is in the list twice.': 'ایک منصوبہ فہرست میں دو بار ہے۔',
  'There is no such field.': 'ایسا کوئی خانہ نہیں۔',
  'Settle the manual progress: the name follows it.': 'ہاتھ سے دی گئی پیش رفت طے کریں: نام اس کے ساتھ آتا ہے۔',
  'The goal is in this cycle already.': 'یہ ہدف پہلے سے اس دور میں ہے۔',
  'This cycle is closed.': 'یہ دور بند ہے۔',
  'The cycle ends before it starts. Choose a later last day.':
    'دور شروع ہونے سے پہلے ختم ہو جاتا ہے۔ بعد کا آخری دن چنیں۔',
  'The cycle is closed already.': 'دور پہلے ہی بند ہے۔',
  'Ask somebody else for feedback.': 'رائے کسی اور سے مانگیں۔',
  'Say what to look at.': 'بتائیں کیا دیکھنا ہے۔',
  'This request asks something else.': 'یہ درخواست کچھ اور مانگتی ہے۔',
  'Write something first.': 'پہلے کچھ لکھیں۔',
  'Say what for.': 'بتائیں کس بات پر۔',
  'Kudos are for somebody else.': 'شاباش کسی اور کے لیے ہوتی ہے۔',
  'The evidence is not on this machine.': 'ثبوت اس کمپیوٹر پر نہیں ہے۔',
  'Not everybody can read this evidence. Point to something the team can read.':
    'یہ ثبوت سب نہیں پڑھ سکتے۔ ایسی چیز بتائیں جو ٹیم پڑھ سکے۔',
  '{{0}} not on this machine.': '{{0|said}} اس کمپیوٹر پر نہیں ہے۔',
  'This edit was made on a version that is not on this machine. Reload and try again.':
    'یہ تبدیلی ایسی صورت پر کی گئی جو اس کمپیوٹر پر نہیں۔ دوبارہ کھولیں اور پھر کوشش کریں۔',
  '{{0}} still on the way to this machine.': '{{0|said}} ابھی اس کمپیوٹر کے راستے میں ہے۔',
  'This person has left the team.': 'یہ فرد ٹیم چھوڑ چکا ہے۔',
  'The objective is closed. Open it again to change it.': 'ہدف بند ہے۔ بدلنے کے لیے اسے دوبارہ کھولیں۔',
  'The key result is not part of this objective.': 'یہ کلیدی نتیجہ اس ہدف کا نہیں۔',
  'The leave ends before it starts. Choose a later last day.':
    'چھٹی شروع ہونے سے پہلے ختم ہو جاتی ہے۔ بعد کا آخری دن چنیں۔',
  'A leave lasts at most {{0}} days. Enter the rest as another.':
    'چھٹی زیادہ سے زیادہ {{0}} دن کی ہوتی ہے۔ باقی الگ چھٹی کے طور پر درج کریں۔',
  'The key result is not on this machine.': 'کلیدی نتیجہ اس کمپیوٹر پر نہیں ہے۔',
  'Finishing this milestone moves "{{0}}", which only its owner and the objective\'s people report on. Ask one of them to finish it.':
    'یہ سنگِ میل ”{{0}}“ کو بڑھاتا ہے، جس کی اطلاع صرف اس کا ذمہ دار اور ہدف کے لوگ دیتے ہیں۔ ان میں سے کسی سے کہیں کہ اسے مکمل کرے۔',
  'Say what the progress is when it is set by hand.': 'ہاتھ سے مقرر کرتے ہوئے بتائیں کہ پیش رفت کتنی ہے۔',
  'The objective is closed already.': 'ہدف پہلے ہی بند ہے۔',
  'Write a sentence about what you learned.': 'ایک جملہ لکھیں کہ آپ نے کیا سیکھا۔',
  'An objective cannot lie below itself. Choose another parent.':
    'ہدف اپنے ہی نیچے نہیں ہو سکتا۔ اوپر کا کوئی اور ہدف چنیں۔',
  'The goals above this one form a circle. Change their parents first.':
    'اوپر کے اہداف ایک دائرہ بناتے ہیں۔ پہلے بدلیں کہ وہ کس کا حصہ ہیں۔',
  'Create the objective first, then set its progress by hand.': 'پہلے ہدف بنائیں، پھر اس کی پیش رفت ہاتھ سے مقرر کریں۔',
  'This was written on a version that is not on this machine. Reload and try again.':
    'یہ ایسی صورت پر لکھا گیا جو اس کمپیوٹر پر نہیں۔ دوبارہ کھولیں اور پھر کوشش کریں۔',
  '"{{0}}" is not a time zone that this machine knows. Choose one from the list.':
    '”{{0}}“ ایسا ٹائم زون نہیں جو یہ کمپیوٹر جانتا ہو۔ فہرست سے چنیں۔',
  '"{{0}}" is closed and takes no more updates.': '”{{0}}“ بند ہے اور مزید تازہ نہیں کیا جا سکتا۔',
  '"{{0}}" is archived and takes no more updates.': '”{{0}}“ محفوظ خانے میں ہے اور مزید تازہ نہیں کیا جا سکتا۔',
  'Badges are given for milestones.': 'بیج سنگِ میل پر دیے جاتے ہیں۔',
  'A badge is given once the milestone is done.': 'بیج سنگِ میل مکمل ہونے پر دیا جاتا ہے۔',
  'A badge is for somebody else.': 'بیج کسی اور کے لیے ہوتا ہے۔',
  'Notes are about somebody else.': 'نوٹ کسی اور کے بارے میں ہوتے ہیں۔',
  'What you comment on is not on this machine.': 'جس پر آپ تبصرہ کرتے ہیں وہ اس کمپیوٹر پر نہیں۔',
  'This cannot be commented on.': 'اس پر تبصرہ نہیں ہو سکتا۔',
  'Somebody else acknowledges your check-in.': 'آپ کے چیک اِن کی تصدیق کوئی اور کرتا ہے۔',
  'Acknowledging is the act of this person’s manager. You can comment.':
    'تصدیق اس فرد کے مینیجر کا کام ہے۔ آپ تبصرہ کر سکتے ہیں۔',
  'Ask somebody else.': 'کسی اور سے پوچھیں۔',
  'Guests read and do not answer. Ask somebody else.': 'مہمان پڑھتے ہیں، جواب نہیں دیتے۔ کسی اور سے پوچھیں۔',
  'What you ask about is not on this machine.': 'جس کے بارے میں آپ پوچھتے ہیں وہ اس کمپیوٹر پر نہیں۔',
  'This has been settled meanwhile.': 'یہ اس دوران طے ہو چکا ہے۔',
  'It waits for this person already.': 'یہ پہلے سے اسی فرد کا منتظر ہے۔',
  'Only who asked and who is asked can hand this on.': 'اسے صرف پوچھنے والا اور جس سے پوچھا گیا سپرد کر سکتے ہیں۔',
  'Only what is done can be accepted.': 'صرف مکمل چیز قبول کی جا سکتی ہے۔',
  "The connection to Meridian's engine ended before it answered. What was saved stays saved.":
    'Meridian کے انجن سے رابطہ جواب سے پہلے ختم ہو گیا۔ جو محفوظ تھا وہ محفوظ ہے۔',
  'This is more than Meridian takes in one piece. Split it and send the parts.':
    'یہ اس سے زیادہ ہے جو Meridian ایک بار میں لیتا ہے۔ اسے تقسیم کر کے حصے بھیجیں۔',
  'This window and its engine are different versions of Meridian. Close Meridian and open it again.':
    'یہ ونڈو اور اس کا انجن Meridian کے مختلف ورژن ہیں۔ Meridian بند کر کے دوبارہ کھولیں۔',
  'Name the machine.': 'کمپیوٹر کا نام رکھیں۔',
  'Keep the name under 60 characters.': 'نام 60 حروف سے کم رکھیں۔',
  'Keep it under 500 characters.': 'اسے 500 حروف سے کم رکھیں۔',
  'Keep the decision under 4,000 characters.': 'فیصلہ 4,000 حروف سے کم رکھیں۔',
  'Choose who took part.': 'چنیں کس نے حصہ لیا۔',
  'Name the badge.': 'بیج کا نام رکھیں۔',
  'Say your name.': 'اپنا نام بتائیں۔',
  'The file is over 20 MB. Split it and import the parts.': 'فائل 20 MB سے بڑی ہے۔ اسے تقسیم کر کے حصے درآمد کریں۔',
  'Name the team.': 'ٹیم کا نام رکھیں۔',
  'Use at least 10 characters: who finds the file can guess without limit.':
    'کم از کم 10 حروف رکھیں: جسے فائل ملے وہ بے حد اندازے لگا سکتا ہے۔',
  'Write the question.': 'سوال لکھیں۔',
  'Keep the question under 300 characters.': 'سوال 300 حروف سے کم رکھیں۔',
  'Enter the passphrase.': 'خفیہ عبارت لکھیں۔',
  'Use at least eight characters.': 'کم از کم آٹھ حروف لکھیں۔',
  'This page was not opened by Meridian. Open Meridian from the terminal again.':
    'یہ صفحہ Meridian نے نہیں کھولا۔ Meridian کو ٹرمینل سے دوبارہ کھولیں۔',
  'What answers at this address is not the Meridian that opened this page. Open Meridian from the terminal again.':
    'اس پتے پر جو جواب دیتا ہے وہ وہ Meridian نہیں جس نے یہ صفحہ کھولا۔ Meridian کو ٹرمینل سے دوبارہ کھولیں۔',
  'Meridian could not do this and did not say why.': 'Meridian یہ نہ کر سکا اور وجہ نہیں بتائی۔',
  'This request is not valid.': 'یہ درخواست درست نہیں۔',
  'Something went wrong inside Meridian. What was saved before is safe; the details are in the log.':
    'Meridian کے اندر کچھ ناکام ہوا۔ جو پہلے محفوظ تھا وہ سلامت ہے؛ تفصیل لاگ میں ہے۔',
  'This version of Meridian has no command "{{0}}".': 'Meridian کے اس ورژن میں ”{{0}}“ نام کا کوئی حکم نہیں۔',
  'This version of Meridian has no query "{{0}}".': 'Meridian کے اس ورژن میں ”{{0}}“ نام کا کوئی استفسار نہیں۔',
  'This subscription number is already in use.': 'سبسکرپشن کا یہ نمبر پہلے سے استعمال میں ہے۔',
  'This message is not part of the protocol.': 'یہ پیغام رابطے کے ضابطے کا حصہ نہیں۔',
  'Give it a title.': 'عنوان دیں۔',
  'Keep the title under 300 characters.': 'عنوان 300 حروف سے کم رکھیں۔',
  'This text is over 100,000 characters. Attach it as a file or split it.':
    'یہ متن 100,000 حروف سے زیادہ ہے۔ اسے فائل کی صورت میں جوڑیں یا تقسیم کریں۔',
  'A cycle cannot go on in itself.': 'دور اپنے آپ میں آگے نہیں بڑھ سکتا۔',
  'The cycle to go on in is closed. Choose another one.': 'جس دور میں آگے بڑھنا ہے وہ بند ہے۔ کوئی اور چنیں۔',
  '“{{0}}” belongs to another cycle.': '”{{0}}“ کسی اور دور کا ہے۔',
  'A badge goes to somebody who had a part in the milestone.': 'بیج اسے دیا جاتا ہے جس کا سنگِ میل میں حصہ تھا۔',
  'Keep it under 300 characters.': 'اسے 300 حروف سے کم رکھیں۔',
  'Meridian is not running any more. Open it from the terminal again.':
    'Meridian اب نہیں چل رہا۔ اسے ٹرمینل سے دوبارہ کھولیں۔',
  'This window was not opened by Meridian.': 'یہ ونڈو Meridian نے نہیں کھولی۔',
};
