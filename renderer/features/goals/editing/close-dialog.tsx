import { useState } from 'react';
import { scoreBand } from '#shared/domain/index.ts';
import type { ObjectiveView } from '#shared/protocol/index.ts';
import { useAmounts, useText } from '#renderer/i18n/index.ts';
import { joinWordsOver, keepWordsOver, useCommand, useDraft, wordsOver } from '#renderer/state/index.ts';
import { Banner, Button, Dialog, DialogFoot, NumberField, ProseField, SubmitForm } from '#renderer/ui/index.ts';
import classes from '../form/form.module.css';

/** Scores a goal and closes it, with a few words about what was learned. */
export const CloseDialog = (props: { readonly objective: ObjectiveView; readonly onClose: () => void }) => {
  const { t } = useText();
  const { percent } = useAmounts();
  const { objective } = props;
  const [begun] = useState(objective);
  const [score, setScore] = useState<number | null>(null);
  const [tried, setTried] = useState(false);
  const reflection = useDraft(`close/${objective.id}`, (kept, typed) => joinWordsOver(kept, typed, begun.reflection));
  const close = useCommand('objective.close');
  // On top of what stands there: a reflection of an earlier closing is seen before it is changed.
  const text = wordsOver(reflection.value, begun.reflection);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (!reflection.ready || score === null || text.trim() === '' || close.busy) return;
    const result = await close.run(
      { id: begun.id, base: [...begun.heads], score, reflection: text },
      { quiet: true, done: t('goals.close.done') },
    );
    if (!result.ok) return;
    reflection.revise(() => '');
    props.onClose();
  };
  return (
    <Dialog opened onClose={props.onClose} title={t('goals.close.title', { title: objective.title })} size={560}>
      <SubmitForm className={classes['form']} busy={close.busy} onSubmit={() => void submit()}>
        <p className={classes['hint']}>{t('goals.close.sentence')}</p>
        <NumberField
          label={t('goals.close.score')}
          min={0}
          max={1}
          step={0.1}
          decimalScale={2}
          value={score}
          data-autofocus
          hint={
            score !== null
              ? t(`goals.close.band.${scoreBand(score)}`)
              : objective.progress === null
                ? t('goals.close.scoreHint')
                : t('goals.close.scoreProgress', { percent: percent(objective.progress) })
          }
          error={tried && score === null ? t('goals.close.scoreMissing') : null}
          onChange={setScore}
        />
        <ProseField
          label={t('goals.field.reflection')}
          placeholder={t('goals.close.reflectionExample')}
          value={text}
          error={tried && text.trim() === '' ? t('goals.close.reflectionMissing') : null}
          onChange={(event) => {
            reflection.set(keepWordsOver(begun.reflection, event.currentTarget.value));
          }}
          onSubmit={() => void submit()}
        />
        {close.error !== null && (
          <Banner tone="off-track" live>
            {close.error.sentence}
          </Banner>
        )}
        <DialogFoot>
          <Button tone="quiet" keys="escape" onClick={props.onClose}>
            {t('goals.cancel')}
          </Button>
          <Button tone="primary" type="submit" keys="mod+enter" busy={close.busy}>
            {t('goals.close.act')}
          </Button>
        </DialogFoot>
      </SubmitForm>
    </Dialog>
  );
};
