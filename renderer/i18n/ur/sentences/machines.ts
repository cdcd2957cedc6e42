import type { Sentences } from '../../sentences/sayer.ts';

/** Links, codes, phrases and backups that do not open. */
export const machines: Sentences = {
  'This backup was written by a newer version of Meridian. Update Meridian and try again.':
    'یہ بیک اپ Meridian کے نئے ورژن نے لکھا ہے۔ Meridian تازہ کریں اور دوبارہ کوشش کریں۔',
  'The beginning of this backup is damaged. Use another copy or an older backup.':
    'اس بیک اپ کا آغاز خراب ہے۔ کوئی اور نقل یا پرانا بیک اپ لیں۔',
  'This passphrase does not open the backup. Check capital letters and the keyboard.':
    'یہ خفیہ عبارت بیک اپ نہیں کھولتی۔ بڑے حروف اور کی بورڈ دیکھیں۔',
  'This backup opens with the recovery phrase only. Type its 24 words.':
    'یہ بیک اپ صرف بحالی کے الفاظ سے کھلتا ہے۔ وہ 24 الفاظ لکھیں۔',
  'These words do not open the backup. It was written for another phrase: an older one, or somebody else’s.':
    'یہ الفاظ بیک اپ نہیں کھولتے۔ یہ دوسرے الفاظ کے لیے لکھا گیا تھا: پرانے، یا کسی اور کے۔',
  'This backup was written without a recovery phrase. It opens with its passphrase.':
    'یہ بیک اپ بحالی کے الفاظ کے بغیر لکھا گیا تھا۔ یہ اپنی خفیہ عبارت سے کھلتا ہے۔',
  'Type the words or the passphrase that open this backup.': 'وہ الفاظ یا خفیہ عبارت لکھیں جو یہ بیک اپ کھولے۔',
  'This backup is not complete: its end is missing. The copy was cut off; use another one or an older backup.':
    'یہ بیک اپ مکمل نہیں: اس کا آخری حصہ غائب ہے۔ نقل کٹ گئی؛ کوئی اور یا پرانا بیک اپ لیں۔',
  'The backup {{0}} cannot be opened. Check the path and its permissions.':
    'بیک اپ {{0}} نہیں کھل سکتا۔ راستہ اور اجازتیں دیکھیں۔',
  'This backup is damaged at {{0}} % of its length (part {{1}}). Nothing of it was used; take another copy or an older backup.':
    'یہ بیک اپ اپنی لمبائی کے {{0}}% پر خراب ہے (حصہ {{1}})۔ اس کا کچھ استعمال نہیں ہوا؛ کوئی اور نقل یا پرانا بیک اپ لیں۔',
  'This backup was not written by this profile, or its first part is damaged.':
    'یہ بیک اپ اس پروفائل نے نہیں لکھا، یا اس کا پہلا حصہ خراب ہے۔',
  'The protected key file is damaged.': 'محفوظ کلید کی فائل خراب ہے۔',
  'This passphrase does not open the protected keys.': 'یہ خفیہ عبارت محفوظ کلیدیں نہیں کھولتی۔',
  'This is too long for an invitation link. Copy only the link.':
    'یہ دعوت کے لنک کے لیے بہت لمبا ہے۔ صرف لنک نقل کریں۔',
  'Paste the invitation link you were sent.': 'جو دعوت کا لنک آپ کو بھیجا گیا وہ چسپاں کریں۔',
  'A part of this link is missing. Ask for it again and copy all of it.':
    'اس لنک کا ایک حصہ غائب ہے۔ دوبارہ مانگیں اور پورا نقل کریں۔',
  'This link was made by a newer version of Meridian. Update Meridian and try again.':
    'یہ لنک Meridian کے نئے ورژن نے بنایا ہے۔ Meridian تازہ کریں اور دوبارہ کوشش کریں۔',
  'This link was shortened or changed on its way. Ask for it again and copy all of it.':
    'یہ لنک راستے میں چھوٹا ہوا یا بدل گیا۔ دوبارہ مانگیں اور پورا نقل کریں۔',
  'What was found for this link does not open with it. Ask for a new link.':
    'اس لنک کے لیے جو ملا وہ اس سے نہیں کھلتا۔ نیا لنک مانگیں۔',
  'What was found for this link is damaged. Ask for a new link.': 'اس لنک کے لیے جو ملا وہ خراب ہے۔ نیا لنک مانگیں۔',
  'This invitation has run out. Ask for a new link.': 'اس دعوت کا وقت ختم ہو گیا۔ نیا لنک مانگیں۔',
  'The key file of this profile is damaged.': 'اس پروفائل کی کلید کی فائل خراب ہے۔',
  'What answered this pairing code cannot be read. Make a new code.':
    'جوڑنے کے اس کوڈ پر جو جواب آیا وہ پڑھا نہیں جا سکتا۔ نیا کوڈ بنائیں۔',
  'What your other machine sent cannot be read. Make a new pairing code.':
    'آپ کے دوسرے کمپیوٹر نے جو بھیجا وہ پڑھا نہیں جا سکتا۔ جوڑنے کا نیا کوڈ بنائیں۔',
  'This is too long for a pairing code. Copy only the code.': 'یہ جوڑنے کے کوڈ کے لیے بہت لمبا ہے۔ صرف کوڈ نقل کریں۔',
  'Paste the pairing code that your other machine shows.':
    'جوڑنے کا وہ کوڈ چسپاں کریں جو آپ کا دوسرا کمپیوٹر دکھاتا ہے۔',
  'This is an invitation to a team, not a pairing code. To become a new member with it, choose “Join a team”.':
    'یہ ٹیم کی دعوت ہے، جوڑنے کا کوڈ نہیں۔ اس سے نیا رکن بننے کے لیے ”لنک سے شامل ہوں“ چنیں۔',
  'A part of this code is missing or changed. Copy all of it again.':
    'اس کوڈ کا ایک حصہ غائب یا بدلا ہوا ہے۔ اسے پورا دوبارہ نقل کریں۔',
  'This code was made by a newer version of Meridian. Update Meridian on this machine.':
    'یہ کوڈ Meridian کے نئے ورژن نے بنایا ہے۔ اس کمپیوٹر پر Meridian تازہ کریں۔',
  'This pairing code has run out, or the clock of this machine is wrong. Make a new code on your other machine.':
    'جوڑنے کے اس کوڈ کا وقت ختم ہو گیا، یا اس کمپیوٹر کی گھڑی غلط ہے۔ اپنے دوسرے کمپیوٹر پر نیا کوڈ بنائیں۔',
  'This code names no way to your other machine. Enter its address.':
    'اس کوڈ میں آپ کے دوسرے کمپیوٹر کا کوئی راستہ نہیں۔ اس کا پتہ لکھیں۔',
  'Waiting for your other machine.': 'آپ کے دوسرے کمپیوٹر کا انتظار ہے۔',
  'Looking for your other machine.': 'آپ کا دوسرا کمپیوٹر تلاش ہو رہا ہے۔',
  'Something went wrong on this machine. Nothing was kept; try again with a new code.':
    'اس کمپیوٹر پر کچھ غلط ہوا۔ کچھ نہیں رکھا گیا؛ نئے کوڈ سے دوبارہ کوشش کریں۔',
  'Waiting for you to confirm on your other machine.': 'آپ کے دوسرے کمپیوٹر پر آپ کی تصدیق کا انتظار ہے۔',
  'Another machine answered the same code. If that was not you, somebody has seen it. Make a new code and give it to nobody.':
    'کسی اور کمپیوٹر نے اسی کوڈ پر جواب دیا۔ اگر وہ آپ نہیں تھے تو کسی نے اسے دیکھ لیا ہے۔ نیا کوڈ بنائیں اور کسی کو نہ دیں۔',
  'Another machine has used this code already. Make a new one, and give it to nobody.':
    'کوئی اور کمپیوٹر یہ کوڈ پہلے ہی استعمال کر چکا ہے۔ نیا بنائیں اور کسی کو نہ دیں۔',
  'The other machine ended the pairing. Make a new code there and try again.':
    'دوسرے کمپیوٹر نے جوڑنا ختم کر دیا۔ وہاں نیا کوڈ بنائیں اور دوبارہ کوشش کریں۔',
  'Nobody confirmed on your other machine before the code ran out. Make a new code and try again.':
    'کوڈ کا وقت ختم ہونے تک آپ کے دوسرے کمپیوٹر پر کسی نے تصدیق نہیں کی۔ نیا کوڈ بنائیں اور دوبارہ کوشش کریں۔',
  'Fetching your records.': 'آپ کے ریکارڈ لائے جا رہے ہیں۔',
  'The confirmation of your other machine did not arrive. Make a new code and try again.':
    'آپ کے دوسرے کمپیوٹر کی تصدیق نہیں پہنچی۔ نیا کوڈ بنائیں اور دوبارہ کوشش کریں۔',
  'You are not accepted into the team yet. Add a machine as soon as you are.':
    'آپ ابھی ٹیم میں داخل نہیں ہوئے۔ داخل ہوتے ہی کمپیوٹر شامل کریں۔',
  'Another machine could not reach this one. Add a relay, or switch on the local network, and try again.':
    'دوسرا کمپیوٹر اس تک نہ پہنچ سکتا۔ ریلے شامل کریں یا مقامی نیٹ ورک چالو کریں، اور دوبارہ کوشش کریں۔',
  'No machine has answered with this code, or another one than you looked at.':
    'اس کوڈ پر کسی کمپیوٹر نے جواب نہیں دیا، یا آپ کے دیکھے ہوئے کے علاوہ کسی اور نے دیا۔',
  'No pairing is under way. Make a new code.': 'جوڑنے کا کوئی عمل جاری نہیں۔ نیا کوڈ بنائیں۔',
  'This is not one of your machines.': 'یہ آپ کے کمپیوٹروں میں سے نہیں۔',
  'More machines cannot have names. Shut out some that you do not use.':
    'اس سے زیادہ کمپیوٹروں کے نام نہیں ہو سکتے۔ جو استعمال نہیں کرتے ان میں سے کچھ خارج کریں۔',
  'It is shut out already.': 'یہ پہلے ہی خارج ہے۔',
  'This machine is not in the team any more.': 'یہ کمپیوٹر اب ٹیم میں نہیں۔',
  'You are not accepted into the team yet.': 'آپ ابھی ٹیم میں داخل نہیں ہوئے۔',
  'It is your only machine. Add another one first, or leave the team.':
    'یہ آپ کا واحد کمپیوٹر ہے۔ پہلے کوئی اور شامل کریں، یا ٹیم چھوڑیں۔',
  'Only its person, an owner or an admin may shut it out.': 'اسے صرف اس کا اپنا فرد، مالک یا ایڈمن خارج کر سکتا ہے۔',
  'Only an owner may shut out a machine of an owner.': 'مالک کا کمپیوٹر صرف مالک خارج کر سکتا ہے۔',
  'There is no such machine in the team.': 'ٹیم میں ایسا کوئی کمپیوٹر نہیں۔',
  'A machine cannot shut itself out. Do it from another of your machines.':
    'کمپیوٹر خود کو خارج نہیں کر سکتا۔ اپنے کسی اور کمپیوٹر سے کریں۔',
  'This machine was shut out of the team {{0}}. What it had stays readable here; nothing new arrives, and nothing can be added.':
    'یہ کمپیوٹر ٹیم سے خارج کر دیا گیا، {{0|said}}۔ جو اس پر تھا وہ یہاں پڑھا جا سکتا ہے؛ کچھ نیا نہیں آتا، اور کچھ شامل نہیں ہو سکتا۔',
  'What was found for this phrase does not open with it.': 'ان الفاظ کے لیے جو ملا وہ ان سے نہیں کھلتا۔',
  'What was found for this phrase was made by a newer version of Meridian. Update Meridian and try again.':
    'ان الفاظ کے لیے جو ملا وہ Meridian کے نئے ورژن نے بنایا ہے۔ Meridian تازہ کریں اور دوبارہ کوشش کریں۔',
  'What was found for this phrase is damaged.': 'ان الفاظ کے لیے جو ملا وہ خراب ہے۔',
  'This is much more than 24 words. Type only the words of the phrase.':
    'یہ 24 الفاظ سے کہیں زیادہ ہیں۔ صرف بحالی کے الفاظ لکھیں۔',
  'Type the 24 words of your recovery phrase, in their order.': 'اپنے بحالی کے 24 الفاظ ترتیب سے لکھیں۔',
  'These are {{0}} words; a recovery phrase has 24. Take out what does not belong to it.':
    'یہ {{0}} الفاظ ہیں؛ بحالی کے الفاظ 24 ہوتے ہیں۔ جو ان میں سے نہیں وہ نکال دیں۔',
  '{{0}} not in the list of words. Compare with what you wrote down.':
    '{{0|said}} فہرست میں نہیں۔ اپنے لکھے ہوئے سے ملائیں۔',
  'These are {{0}} of 24 words. Add the rest, in their order.': 'یہ 24 میں سے {{0}} الفاظ ہیں۔ باقی ترتیب سے لکھیں۔',
  'All 24 words are known, but together they make no recovery phrase. One of them is another word, or two have changed places.':
    'سب 24 الفاظ معلوم ہیں، مگر مل کر بحالی کے الفاظ نہیں بنتے۔ ان میں سے ایک کوئی اور لفظ ہے، یا دو کی جگہ بدل گئی ہے۔',
  'The code of this recovery sheet was shortened or changed. Use another copy, or the words with a relay.':
    'بحالی کے اس ورق کا کوڈ چھوٹا ہوا یا بدل گیا۔ کوئی اور نقل لیں، یا ریلے کے ساتھ الفاظ۔',
};
