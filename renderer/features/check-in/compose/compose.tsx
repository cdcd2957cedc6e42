import { useCallback, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { asksBeforeCarrying } from '#shared/domain/index.ts';
import type { CommandParams, PlanView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useAudience, useCommand, useSession } from '#renderer/state/index.ts';
import { AudienceBar, Banner, Button, Keys, Page, useKeys, useRowSelection } from '#renderer/ui/index.ts';
import type { KeyBinding } from '#renderer/ui/index.ts';
import { addBlocker, choose, report } from '../form/changes.ts';
import { choiceOf, isTouched } from '../form/form.ts';
import type { Choice } from '../form/form.ts';
import { carriedPlans, obstacle, submissionOf, unchangedSubmission } from '../form/submission.ts';
import type { CheckInDraft, Obstacle } from '../form/submission.ts';
import type { CheckInFormState } from '../form/use-form.ts';
import { Blockers } from './blockers.tsx';
import classes from './compose.module.css';
import { confidences } from './confidence.tsx';
import { Goals } from './goals.tsx';
import { HandOverDialog, SplitDialog, UnchangedDialog } from './help-dialogs.tsx';
import { LastPlans } from './last-plans.tsx';
import type { Help } from './last-plans.tsx';
import { SkipDialog } from './skip-dialog.tsx';
import { Pulse, Question } from './reflect.tsx';
import { ThisWeek } from './this-week.tsx';

const legend = ['move', 'done', 'carry', 'drop', 'confidence'] as const;
const legendKeys: Readonly<Record<(typeof legend)[number], string>> = {
  move: 'j k',
  done: 'x',
  carry: '>',
  drop: 'd',
  confidence: '1 2 3',
};

type Asking = { readonly plan: PlanView; readonly help: Help } | 'unchanged' | 'skip' | null;

export interface ComposeProps {
  readonly draft: CheckInDraft;
  readonly state: CheckInFormState;
  /** Said above the form. */
  readonly notice?: ReactNode;
}

/** This week's check-in on one screen: everything optional, everything by key, sent with Ctrl/Cmd+Enter. */
export const Compose = (props: ComposeProps) => {
  const { t } = useText();
  const { draft, state } = props;
  const { form, change } = state;
  const audienceOf = useAudience();
  const me = useSession()?.me;
  const submit = useCommand('checkIn.submit');
  const [missing, setMissing] = useState<Obstacle | null>(null);
  const [asking, setAsking] = useState<Asking>(null);
  const adding = useRef<HTMLInputElement>(null);
  const answer = useRef<HTMLTextAreaElement>(null);
  const guest = me?.role === 'guest';

  const { lastPlans, keyResults } = draft;
  const ids = useMemo(() => [...lastPlans, ...keyResults].map((one) => one.id), [lastPlans, keyResults]);
  const focusValue = useCallback((id: string) => {
    document.getElementById(`value-${id}`)?.focus();
  }, []);
  const selection = useRowSelection({ ids, onOpen: focusValue });
  const plan = lastPlans.find((one) => one.id === selection.currentId);
  const goal = keyResults.find((one) => one.id === selection.currentId);

  const send = async (params: CommandParams<'checkIn.submit'>): Promise<void> => {
    if (submit.busy) return;
    const result = await submit.run(params, { quiet: true, done: t('checkIn.sent') });
    setAsking(null);
    if (result.ok) state.clear();
  };
  const submitForm = (): void => {
    const obstacleNow = guest ? null : obstacle(form, draft);
    setMissing(obstacleNow);
    if (obstacleNow === null && !guest) void send(submissionOf(form, draft));
  };
  const sendUnchanged = (): void => {
    void send(unchangedSubmission(draft, form.pulse, form.sharePulse));
  };
  const nothingChanged = (): void => {
    if (guest) return;
    if (isTouched(form, lastPlans)) setAsking('unchanged');
    else sendUnchanged();
  };
  const onChoose = (planId: string, choice: Choice): void => {
    change(choose(planId, choice));
  };

  const choiceKey = (keys: string, choice: 'done' | 'carried' | 'dropped', label: string): readonly KeyBinding[] =>
    plan === undefined
      ? []
      : [
          {
            keys,
            label,
            run: () => {
              onChoose(plan.id, choiceOf(form, plan) === choice ? 'open' : choice);
            },
          },
        ];
  const asksNow = plan !== undefined && choiceOf(form, plan) === 'carried' && asksBeforeCarrying(plan);
  const helpKey = (keys: string, help: Help, label: string): readonly KeyBinding[] =>
    asksNow ? [{ keys, label, run: () => setAsking({ plan, help }) }] : [];
  useKeys([
    ...choiceKey('x', 'done', t('checkIn.last.acts.done')),
    ...choiceKey('>', 'carried', t('checkIn.last.acts.carried')),
    ...choiceKey('d', 'dropped', t('checkIn.last.acts.dropped')),
    ...helpKey('s', 'split', t('checkIn.last.split')),
    ...helpKey('h', 'hand', t('checkIn.last.handOver')),
    ...(goal === undefined
      ? []
      : confidences.map((confidence, index) => ({
          keys: String(index + 1),
          label: t('checkIn.goals.say', { status: t(`ui.status.${confidence}`) }),
          run: () => {
            change(
              report(goal.id, { confidence: form.updates[goal.id]?.confidence === confidence ? null : confidence }),
            );
          },
        }))),
    { keys: 'p', label: t('checkIn.week.add'), run: () => adding.current?.focus() },
    { keys: 'b', label: t('checkIn.blocked.add'), run: () => change(addBlocker) },
    { keys: 'w', label: t('checkIn.question.answer'), run: () => answer.current?.focus() },
    { keys: 'n', label: t('checkIn.nothingChanged'), run: nothingChanged },
    { keys: 'i', label: t('checkIn.skip.act'), run: () => !guest && setAsking('skip') },
    { keys: 'mod+enter', label: t('checkIn.submit'), run: submitForm },
  ]);

  const wrong = submit.error?.sentence ?? (missing === null ? null : t(`checkIn.obstacles.${missing}`));
  return (
    <>
      <form
        className={classes['compose']}
        aria-label={t('checkIn.title')}
        onSubmit={(event) => {
          event.preventDefault();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
          event.preventDefault();
          submitForm();
        }}
      >
        <div className={classes['scroll']}>
          <Page
            railLabel={t('checkIn.rail')}
            rail={
              <>
                <Blockers blockers={form.blockers} missing={missing} change={change} />
                <Question question={draft.question} answer={form.answer} field={answer} change={change} />
                <Pulse value={form.pulse} shared={form.sharePulse} change={change} />
              </>
            }
          >
            <div className={classes['main']}>
              <AudienceBar {...audienceOf(draft.audience)} future note={t('checkIn.audience')} />
              {props.notice}
              {draft.onLeave && <Banner>{t('checkIn.onLeave')}</Banner>}
              {guest && <Banner>{t('checkIn.guest')}</Banner>}
              <LastPlans
                plans={lastPlans}
                choiceOf={(one) => choiceOf(form, one)}
                selection={selection}
                onChoose={onChoose}
                onHelp={(about, help) => setAsking({ plan: about, help })}
              />
              <Goals
                keyResults={keyResults}
                cycleEnd={draft.cycleEnd}
                form={form}
                selection={selection}
                change={change}
              />
              <ThisWeek
                form={form}
                carried={carriedPlans(form, lastPlans)}
                tasks={draft.tasks}
                keyResults={keyResults}
                change={change}
                adding={adding}
              />
            </div>
          </Page>
        </div>
        <footer className={classes['foot']}>
          {wrong !== null && (
            <div className={classes['wrong']}>
              <Banner tone="off-track" live>
                {wrong}
              </Banner>
            </div>
          )}
          <span className={classes['keys']} aria-hidden>
            <span>
              <Keys keys="?" /> {t('checkIn.legend.all')}
            </span>
            <span className={classes['fitting']}>
              {legend.map((name) => (
                <span key={name}>
                  <Keys keys={legendKeys[name]} /> {t(`checkIn.legend.${name}`)}
                </span>
              ))}
            </span>
          </span>
          <span className={classes['send']}>
            <Button tone="quiet" keys="i" disabled={guest} onClick={() => setAsking('skip')}>
              {t('checkIn.skip.act')}
            </Button>
            <Button tone="quiet" keys="n" disabled={guest} onClick={nothingChanged}>
              {t('checkIn.nothingChanged')}
            </Button>
            <Button tone="primary" keys="mod+enter" disabled={guest} busy={submit.busy} onClick={submitForm}>
              {t('checkIn.submit')}
            </Button>
          </span>
        </footer>
      </form>
      {asking === 'skip' && <SkipDialog week={draft.week} onClose={() => setAsking(null)} onSkipped={state.clear} />}
      {asking === 'unchanged' && (
        <UnchangedDialog busy={submit.busy} onClose={() => setAsking(null)} onSend={sendUnchanged} />
      )}
      {asking !== null && typeof asking !== 'string' && asking.help === 'split' && (
        <SplitDialog plan={asking.plan} change={change} onClose={() => setAsking(null)} />
      )}
      {asking !== null && typeof asking !== 'string' && asking.help === 'hand' && (
        <HandOverDialog plan={asking.plan} change={change} onClose={() => setAsking(null)} />
      )}
    </>
  );
};
