import type { Sentences } from '../../sentences/sayer.ts';

/** What a profile says of itself: team, keys, backups, disk. */
export const profile: Sentences = {
  'The key file {{0}} is missing. Put it back; without it this profile cannot be opened.':
    'کلید کی فائل {{0}} غائب ہے۔ اسے واپس رکھیں؛ اس کے بغیر یہ پروفائل نہیں کھل سکتا۔',
  'Too many wrong passphrases. Wait {{0}} {{1}} and try again.':
    'بہت سی غلط خفیہ عبارتیں۔ {{0}} سیکنڈ رکیں اور دوبارہ کوشش کریں۔',
  'The key file {{0}} is not under a passphrase any more. Open Meridian again.':
    'کلید کی فائل {{0}} اب خفیہ عبارت کے نیچے نہیں۔ Meridian دوبارہ کھولیں۔',
  'Enter the current passphrase too.': 'موجودہ خفیہ عبارت بھی لکھیں۔',
  'This system has no keychain that Meridian can use. The key stays where it is.':
    'اس سسٹم میں کوئی ایسا کلید خانہ نہیں جسے Meridian استعمال کر سکے۔ کلید وہیں رہتی ہے جہاں ہے۔',
  'The keychain of this system could not be used. Unlock it, see whether the disk is full, and try again. The key stays where it was.':
    'اس سسٹم کا کلید خانہ استعمال نہ ہو سکا۔ اسے کھولیں، دیکھیں کہ ڈسک بھر تو نہیں گئی، اور دوبارہ کوشش کریں۔ کلید وہیں رہتی ہے جہاں تھی۔',
  'The file {{0}} holds another key, or one that the keychain does not open. The key of this profile stays where it is. Move that file away, but keep it, and try again.':
    'فائل {{0}} میں کوئی دوسری کلید ہے، یا ایسی کلید جسے کلید خانہ نہیں کھولتا۔ اس پروفائل کی کلید وہیں رہتی ہے جہاں ہے۔ اس فائل کو کہیں اور منتقل کریں، مگر سنبھال کر رکھیں، اور دوبارہ کوشش کریں۔',
  'This profile is locked. Unlock it with its passphrase.': 'یہ پروفائل مقفل ہے۔ اسے اس کی خفیہ عبارت سے کھولیں۔',
  'The folder {{0}} cannot be made. Check the permissions of the folder above it.':
    'فولڈر {{0}} نہیں بن سکتا۔ اوپر کے فولڈر کی اجازتیں دیکھیں۔',
  'Set a passphrase first: without one nothing could open the profile again.':
    'پہلے خفیہ عبارت مقرر کریں: اس کے بغیر پروفائل دوبارہ نہیں کھل سکتا۔',
  'Meridian is closing.': 'Meridian بند ہو رہا ہے۔',
  'Set a passphrase first: only a passphrase can open what was locked.':
    'پہلے خفیہ عبارت مقرر کریں: مقفل چیز صرف خفیہ عبارت سے کھلتی ہے۔',
  'The profile {{0}} is already open in another Meridian{{1}}. Use that one, or close it first.':
    'پروفائل {{0}} پہلے سے کسی اور Meridian میں کھلا ہے{{1}}۔ وہی استعمال کریں، یا پہلے اسے بند کریں۔',
  'The disk is full: Meridian cannot write to {{0}}. Free some space and retry.':
    'ڈسک بھر گئی ہے: Meridian {{0}} میں نہیں لکھ سکتا۔ جگہ بنائیں اور دوبارہ کوشش کریں۔',
  'Meridian may not write to {{0}}. Make the folder writable, or choose another with --profile.':
    'Meridian کو {{0}} میں لکھنے کی اجازت نہیں۔ فولڈر کو قابلِ تحریر بنائیں، یا --profile سے دوسرا چنیں۔',
  '{{0}} is not a folder. Choose another with --profile.': '{{0}} فولڈر نہیں ہے۔ --profile سے دوسرا چنیں۔',
  'This backup does not hold what its end says. Use another copy or an older one.':
    'اس بیک اپ میں وہ نہیں جو اس کا آخری حصہ بتاتا ہے۔ کوئی اور نقل یا پرانا بیک اپ لیں۔',
  'Reading the backup: {{0}} entries so far.': 'بیک اپ پڑھا جا رہا ہے: اب تک {{0}} اندراجات۔',
  'The disk of the backups is full. Free some space there or choose another folder.':
    'بیک اپ کی ڈسک بھر گئی ہے۔ وہاں جگہ بنائیں یا دوسرا فولڈر چنیں۔',
  'Backups may not be written to {{0}}. Choose another folder.':
    '{{0}} میں بیک اپ لکھنے کی اجازت نہیں۔ دوسرا فولڈر چنیں۔',
  'The folder {{0}} is not there and cannot be made. If it is on another disk, connect it; else choose another folder.':
    'فولڈر {{0}} موجود نہیں اور بن بھی نہیں سکتا۔ کسی اور ڈسک پر ہے تو اسے جوڑیں؛ ورنہ دوسرا فولڈر چنیں۔',
  'Nothing could open the backup yet. Set up a recovery phrase, or choose a passphrase for backups.':
    'ابھی بیک اپ کو کوئی چیز نہیں کھول سکتی۔ بحالی کے الفاظ مقرر کریں، یا بیک اپ کی خفیہ عبارت چنیں۔',
  'Choose the folder for backups.': 'بیک اپ کا فولڈر چنیں۔',
  'Give the whole path of the folder, from the root of the disk.': 'فولڈر کا پورا راستہ دیں، ڈسک کے آغاز سے۔',
  'Nothing could open the backups yet. Set up a recovery phrase, or choose a passphrase.':
    'ابھی بیک اپ کو کوئی چیز نہیں کھول سکتی۔ بحالی کے الفاظ مقرر کریں، یا خفیہ عبارت چنیں۔',
  'The backup failed for a reason Meridian does not know. It is tried again.':
    'بیک اپ ایسی وجہ سے ناکام ہوا جو Meridian نہیں جانتا۔ دوبارہ کوشش کی جا رہی ہے۔',
  'The check was interrupted. Nothing was changed.': 'جانچ میں خلل آیا۔ کچھ نہیں بدلا۔',
  'A check is running already.': 'ایک جانچ پہلے سے چل رہی ہے۔',
  'The check was stopped. Nothing was changed.': 'جانچ روک دی گئی۔ کچھ نہیں بدلا۔',
  'A relay address given with the new team was not usable.':
    'نئی ٹیم کے ساتھ دیا گیا ریلے کا ایک پتہ قابلِ استعمال نہیں تھا۔',
  'Say whose late work is to be admitted.': 'بتائیں کس کا دیر سے آیا کام تسلیم کرنا ہے۔',
  'Only an owner or an admin admits what was set aside.': 'جو الگ رکھا گیا اسے صرف مالک یا ایڈمن تسلیم کرتا ہے۔',
  'Choose the cycle to import into, or name a new one.': 'درآمد کے لیے دور چنیں، یا نئے کا نام دیں۔',
  'Fetching the team’s records: {{0}} entries so far.': 'ٹیم کے ریکارڈ لائے جا رہے ہیں: اب تک {{0}} اندراجات۔',
  'This profile has no team yet. Create one, or join with a link.':
    'اس پروفائل کی ابھی کوئی ٹیم نہیں۔ ایک بنائیں، یا لنک سے شامل ہوں۔',
  'You are not in this team any more, so nothing can be changed from here. What you had stays readable and can be exported.':
    'آپ اب اس ٹیم میں نہیں، اس لیے یہاں سے کچھ نہیں بدلا جا سکتا۔ جو آپ کے پاس تھا وہ پڑھا اور برآمد کیا جا سکتا ہے۔',
  'This profile has a team already. Use another profile for another team.':
    'اس پروفائل کی پہلے سے ٹیم ہے۔ دوسری ٹیم کے لیے دوسرا پروفائل استعمال کریں۔',
  'This profile is being set up already. Wait until that is done.':
    'یہ پروفائل پہلے سے تیار کیا جا رہا ہے۔ مکمل ہونے تک انتظار کریں۔',
  'There is no such invitation.': 'ایسی کوئی دعوت نہیں۔',
  'Somebody has joined with it already. Remove the person instead.':
    'اس سے کوئی پہلے ہی شامل ہو چکا ہے۔ اس کی بجائے اس فرد کو نکالیں۔',
  'This invitation names no relay. Enter the address of a teammate’s machine to join over your own network.':
    'اس دعوت میں کوئی ریلے نہیں۔ اپنے نیٹ ورک سے شامل ہونے کے لیے کسی ساتھی کے کمپیوٹر کا پتہ لکھیں۔',
  'Looking for {{0}}.': '{{0}} کی تلاش ہو رہی ہے۔',
  'Opening the team’s records: {{0}} of {{1}} entries so far.':
    'ٹیم کے ریکارڈ کھل رہے ہیں: اب تک {{1}} میں سے {{0}} اندراجات۔',
  'Opening the team’s records.': 'ٹیم کے ریکارڈ کھل رہے ہیں۔',
  'The connection broke before the team’s records were here. Try again with the same link.':
    'ٹیم کے ریکارڈ پہنچنے سے پہلے رابطہ ٹوٹ گیا۔ اسی لنک سے دوبارہ کوشش کریں۔',
  'The team does not know this invitation. Ask for a new link.': 'ٹیم اس دعوت کو نہیں جانتی۔ نیا لنک مانگیں۔',
  'Somebody has joined with this link already. Ask for a new one.':
    'اس لنک سے کوئی پہلے ہی شامل ہو چکا ہے۔ نیا مانگیں۔',
  'This invitation was withdrawn. Ask for a new link.': 'یہ دعوت واپس لے لی گئی۔ نیا لنک مانگیں۔',
  'This invitation was used or withdrawn. Ask for a new link.':
    'یہ دعوت استعمال ہو چکی یا واپس لے لی گئی۔ نیا لنک مانگیں۔',
  'The invitation has not reached this relay yet. Ask its sender to open Meridian once while online, then try again.':
    'دعوت ابھی اس ریلے تک نہیں پہنچی۔ بھیجنے والے سے کہیں کہ آن لائن ہو کر ایک بار Meridian کھولے، پھر کوشش کریں۔',
  'Nobody of the team could be reached: {{0}} Check your connection and try again with the same link.':
    'ٹیم میں سے کسی سے رابطہ نہ ہو سکا: {{0|said}} اپنا کنکشن دیکھیں اور اسی لنک سے دوبارہ کوشش کریں۔',
  'This is not the id of anybody.': 'یہ کسی کی شناخت نہیں۔',
  'Nobody is their own manager.': 'کوئی اپنا مینیجر نہیں ہوتا۔',
  'There is no such person in the team.': 'ٹیم میں ایسا کوئی فرد نہیں۔',
  'To go yourself, choose "Leave the team".': 'خود جانے کے لیے ”ٹیم چھوڑیں“ چنیں۔',
  'The sample team is left under Data & trust.': 'نمونہ ٹیم ”ڈیٹا اور اعتماد“ سے چھوڑی جاتی ہے۔',
  'Only the owner hands the team over.': 'ٹیم صرف مالک سپرد کرتا ہے۔',
  'Choose a member who has been accepted.': 'ایسا رکن چنیں جو داخل ہو چکا ہو۔',
  'This person is in the team already.': 'یہ فرد پہلے سے ٹیم میں ہے۔',
  'Nobody of this name is waiting to be accepted.': 'اس نام کا کوئی داخلے کا منتظر نہیں۔',
  'You are in this team. Leave it first, if you mean to go.': 'آپ اس ٹیم میں ہیں۔ جانا چاہیں تو پہلے اسے چھوڑیں۔',
  'They have to be accepted first.': 'پہلے انہیں داخل کرنا ہوگا۔',
  'They are not in the team any more.': 'یہ اب ٹیم میں نہیں۔',
  'Only the owner hands the team over, to somebody else.': 'ٹیم صرف مالک، کسی اور کو سپرد کرتا ہے۔',
  'Only admins replace an owner who is lost.': 'کھوئے ہوئے مالک کو صرف ایڈمن بدلتے ہیں۔',
  'The team has no owner to replace.': 'ٹیم کا کوئی مالک نہیں جسے بدلا جائے۔',
  'This is not a command on what the profile holds.': 'یہ پروفائل میں موجود چیزوں کا حکم نہیں۔',
  'The keys of this profile do not open with its profile key. Put back the key file that belongs to it; nothing was changed.':
    'اس پروفائل کی کلیدیں اس کی پروفائل کلید سے نہیں کھلتیں۔ اس کی اپنی کلید کی فائل واپس رکھیں؛ کچھ نہیں بدلا۔',
  'A device went on with its history in two different ways, as copies of one machine do. Everybody keeps both, and what either says counts. Acts of this device on the team do not count from there on; it has to be set up anew.':
    'ایک آلہ اپنی تاریخ دو الگ راستوں پر لے گیا، جیسے ایک کمپیوٹر کی نقلیں کرتی ہیں۔ سب دونوں کو رکھتے ہیں، اور ہر ایک کی بات شمار ہوتی ہے۔ وہاں سے آگے ٹیم پر اس آلے کی کارروائیاں شمار نہیں ہوتیں؛ اسے نئے سرے سے تیار کرنا ہوگا۔',
  'The sample team is not yours to restore. Make or join a team first.':
    'نمونہ ٹیم آپ کی نہیں کہ بحال کی جائے۔ پہلے ٹیم بنائیں یا کسی میں شامل ہوں۔',
  'An admin’s machine has to accept you first. That happens by itself when one is online.':
    'پہلے کسی ایڈمن کے کمپیوٹر کو آپ کو داخل کرنا ہے۔ کوئی آن لائن ہو تو یہ خود ہو جاتا ہے۔',
  'There is no phrase to confirm any more. Make a new one; the words shown before are void.':
    'تصدیق کے لیے اب کوئی الفاظ نہیں۔ نئے بنائیں؛ پہلے دکھائے گئے الفاظ کام کے نہیں۔',
  'Word {{0}} is not the one you were shown. Look at what you wrote down.':
    'لفظ {{0}} وہ نہیں جو آپ کو دکھایا گیا تھا۔ اپنا لکھا ہوا دیکھیں۔',
  'An entry that this device wrote is damaged here. It comes back if a teammate or a relay has it; otherwise what it said is lost.':
    'اس آلے کا لکھا ہوا ایک اندراج یہاں خراب ہے۔ کسی ساتھی یا ریلے کے پاس ہو تو واپس آئے گا؛ ورنہ جو اس میں تھا وہ ضائع ہے۔',
  'This entry is damaged here and comes back with the next sync with somebody who has it.':
    'یہ اندراج یہاں خراب ہے، اور جس کے پاس ہو اس سے اگلی مطابقت پر واپس آتا ہے۔',
  'Type the 24 words of your recovery phrase.': 'اپنے بحالی کے 24 الفاظ لکھیں۔',
  'Enter the address of your team’s relay, or of a teammate’s machine, or choose a backup file.':
    'اپنی ٹیم کے ریلے یا کسی ساتھی کے کمپیوٹر کا پتہ لکھیں، یا بیک اپ فائل چنیں۔',
  'The network is switched off for this run of Meridian.': 'Meridian کی اس دوڑ کے لیے نیٹ ورک بند ہے۔',
  'This relay has nothing for these words. Compare them with your sheet; perhaps they were replaced by a newer phrase, or your team uses another relay.':
    'اس ریلے کے پاس ان الفاظ کے لیے کچھ نہیں۔ انہیں اپنے ورق سے ملائیں؛ شاید نئے الفاظ نے ان کی جگہ لے لی، یا آپ کی ٹیم کوئی اور ریلے استعمال کرتی ہے۔',
  'No relay answered.': 'کسی ریلے نے جواب نہیں دیا۔',
  'Over the local network the words alone do not find your team. Paste the whole recovery sheet, with the code at its end.':
    'مقامی نیٹ ورک پر صرف الفاظ سے آپ کی ٹیم نہیں ملتی۔ بحالی کا پورا ورق، آخر کے کوڈ سمیت، چسپاں کریں۔',
  'This teammate’s machine has nothing for these words. Try another teammate, a relay or a backup file.':
    'اس ساتھی کے کمپیوٹر کے پاس ان الفاظ کے لیے کچھ نہیں۔ کوئی اور ساتھی، ریلے یا بیک اپ فائل آزمائیں۔',
  'Looking for what was kept for you.': 'جو آپ کے لیے رکھا گیا تھا اس کی تلاش ہو رہی ہے۔',
  'Making this machine a new device of yours.': 'یہ کمپیوٹر آپ کا نیا آلہ بن رہا ہے۔',
  'A relay address found while restoring is not usable.': 'بحالی کے دوران ملا ریلے کا ایک پتہ قابلِ استعمال نہیں۔',
  'Reading the backup.': 'بیک اپ پڑھا جا رہا ہے۔',
  'Fetching the team’s records.': 'ٹیم کے ریکارڈ لائے جا رہے ہیں۔',
  'The team’s records could not be fetched: {{0}} Try again with the same words.':
    'ٹیم کے ریکارڈ نہیں لائے جا سکے: {{0|said}} انہی الفاظ سے دوبارہ کوشش کریں۔',
  'The team does not know this phrase or backup. It may have been made for another team, or never reached the relay.':
    'ٹیم ان الفاظ یا اس بیک اپ کو نہیں جانتی۔ شاید یہ کسی اور ٹیم کے لیے بنے، یا ریلے تک کبھی نہیں پہنچے۔',
  'You are not in this team any more, so this machine cannot become yours in it.':
    'آپ اب اس ٹیم میں نہیں، اس لیے یہ کمپیوٹر اس میں آپ کا نہیں بن سکتا۔',
  'This recovery phrase was replaced or revoked. Use the newer one, or another of your machines.':
    'یہ بحالی کے الفاظ بدل دیے گئے یا منسوخ ہوئے۔ نئے استعمال کریں، یا اپنا کوئی اور کمپیوٹر۔',
  'The machine that wrote this backup was revoked. Restore with your recovery phrase and the same file.':
    'جس کمپیوٹر نے یہ بیک اپ لکھا وہ خارج کر دیا گیا۔ اپنے بحالی کے الفاظ اور اسی فائل سے بحال کریں۔',
  'The machine that wrote this backup is frozen, because its history was copied. Restore with your recovery phrase.':
    'جس کمپیوٹر نے یہ بیک اپ لکھا وہ منجمد ہے، کیونکہ اس کی تاریخ نقل ہوئی۔ اپنے بحالی کے الفاظ سے بحال کریں۔',
  'Making the sample team.': 'نمونہ ٹیم بنائی جا رہی ہے۔',
  'This is a real team. Only the sample team can be left this way.':
    'یہ اصل ٹیم ہے۔ اس طرح صرف نمونہ ٹیم چھوڑی جا سکتی ہے۔',
  'Choose the owner who is to be replaced.': 'وہ مالک چنیں جسے بدلنا ہے۔',
  'Choose a member of the team as the new owner.': 'ٹیم کے کسی رکن کو نیا مالک چنیں۔',
  'The encrypted part of this profile is damaged or belongs to another key. Nothing was changed. Repair it, or put back a backup.':
    'اس پروفائل کا خفیہ حصہ خراب ہے یا کسی اور کلید کا ہے۔ کچھ نہیں بدلا۔ مرمت کریں، یا بیک اپ واپس رکھیں۔',
  "The profile file cannot be opened for writing ({{0}}). Check the folder's permissions.":
    'پروفائل کی فائل لکھنے کے لیے نہیں کھلتی ({{0}})۔ فولڈر کی اجازتیں دیکھیں۔',
  'This profile was written by a newer version of Meridian. Update Meridian on this machine; nothing was changed.':
    'یہ پروفائل Meridian کے نئے ورژن نے لکھا ہے۔ اس کمپیوٹر پر Meridian تازہ کریں؛ کچھ نہیں بدلا۔',
  'The disk is full. Free some space and try again; what was saved before is intact.':
    'ڈسک بھر گئی ہے۔ جگہ بنائیں اور دوبارہ کوشش کریں؛ جو پہلے محفوظ تھا وہ سلامت ہے۔',
  'The profile cannot be written to. Check the permissions of its folder.':
    'پروفائل میں لکھا نہیں جا سکتا۔ اس کے فولڈر کی اجازتیں دیکھیں۔',
  'The profile file is damaged. Run "meridian verify" to see what is wrong; nothing was changed.':
    'پروفائل کی فائل خراب ہے۔ ”meridian verify“ چلا کر دیکھیں کیا غلط ہے؛ کچھ نہیں بدلا۔',
  'The disk refused to write. Nothing of this change was saved; free some space or check the disk.':
    'ڈسک نے لکھنے سے انکار کیا۔ اس تبدیلی کا کچھ محفوظ نہیں ہوا؛ جگہ بنائیں یا ڈسک دیکھیں۔',
  'The key file {{0}} is damaged. Put back a copy; without it the private records cannot be opened.':
    'کلید کی فائل {{0}} خراب ہے۔ اس کی نقل واپس رکھیں؛ اس کے بغیر نجی ریکارڈ نہیں کھل سکتے۔',
  'The key file {{0}} cannot be read. Check its permissions.':
    'کلید کی فائل {{0}} پڑھی نہیں جا سکتی۔ اس کی اجازتیں دیکھیں۔',
  "The key file {{0}} cannot be written. Check the folder's permissions and space.":
    'کلید کی فائل {{0}} لکھی نہیں جا سکتی۔ فولڈر کی اجازتیں اور جگہ دیکھیں۔',
  'This is not the passphrase of this profile. Nothing was changed.':
    'یہ اس پروفائل کی خفیہ عبارت نہیں۔ کچھ نہیں بدلا۔',
  'The key could not be read back from its new place. It stays where it was.':
    'کلید اپنی نئی جگہ سے واپس نہیں پڑھی جا سکی۔ وہ وہیں ہے جہاں تھی۔',
};
