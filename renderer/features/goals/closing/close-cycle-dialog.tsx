import { useMemo, useState } from 'react';
import type { CycleView, GoalRow, ProtocolError } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand, useDraft } from '#renderer/state/index.ts';
import { Banner, Button, Dialog, DialogFoot, SelectField, SubmitForm, useToast } from '#renderer/ui/index.ts';
import type { Span } from '../cycle/next-cycle.ts';
import classes from '../form/form.module.css';
import own from './closing.module.css';
import { VerdictFields } from './verdict-fields.tsx';
import type { Seen } from './verdict-fields.tsx';
import { keep, overSeen, verdictFault, verdictsOf, withKept } from './verdicts.ts';
import type { Verdict } from './verdicts.ts';

export interface CloseCycleDialogProps {
  readonly cycle: CycleView;
  readonly cycles: readonly CycleView[];
  readonly rows: readonly GoalRow[];
  /** The cycle to make when none follows yet. */
  readonly proposal: Span;
  readonly onClose: () => void;
  /** Told the cycle that goes on. */
  readonly onMovedOn: (cycleId: string) => void;
}

const fresh = 'fresh';
const ignore = (): void => undefined;

/**
 * Ends a cycle: each open objective gets a score, suggested by its progress, and a reflection; what is chosen goes on in
 * the next cycle. What was written is kept on this device until then.
 */
export const CloseCycleDialog = (props: CloseCycleDialogProps) => {
  const { t } = useText();
  const toast = useToast();
  const [begun] = useState(props);
  const { cycle } = begun;
  const draft = useDraft(`close-cycle/${cycle.id}`);
  const later = begun.cycles
    .filter((each) => each.state === 'open' && each.id !== cycle.id && each.start > cycle.start)
    .toSorted((a, b) => (a.start < b.start ? -1 : 1));
  const [into, setInto] = useState(later[0]?.id ?? fresh);
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<ProtocolError | null>(null);
  const [busy, setBusy] = useState(false);
  const [seen, setSeen] = useState<ReadonlyMap<string, Seen>>(new Map());
  const verdicts = useMemo(
    () => overSeen(withKept(verdictsOf(begun.rows), draft.value), seen),
    [begun, draft.value, seen],
  );
  const see = useMemo(
    () =>
      new Map(
        verdictsOf(begun.rows).map(({ id }) => [
          id,
          // As it was when it was first shown: what arrives meanwhile is merged, never overwritten.
          ({ closed, ...version }: Seen): void =>
            setSeen((before) => new Map(before).set(id, { ...(before.get(id) ?? version), closed })),
        ]),
      ),
    [begun],
  );
  const ready = draft.ready && verdicts.every(({ id }) => seen.has(id));
  const close = useCommand('cycle.close');
  const change = (id: string) => (said: Partial<Verdict>) =>
    draft.set(keep(verdicts.map((verdict) => (verdict.id === id ? { ...verdict, ...said } : verdict))));

  const work = async (): Promise<void> => {
    const goals: { id: string; base: string[]; score: number; reflection: string }[] = [];
    for (const { id, score, reflection } of verdicts) {
      const version = seen.get(id);
      if (version === undefined || version.closed || score === null) continue;
      goals.push({ id, base: [...version.heads], score, reflection });
    }
    const goalIds = verdicts.filter((verdict) => verdict.carry).map(({ id }) => id);
    const { title, start, end } = begun.proposal;
    const carry = { goalIds, into: into === fresh ? { title, start, end } : { cycleId: into } };
    const closed = await close.run(
      { id: cycle.id, base: [...cycle.heads], goals, carry: goalIds.length === 0 ? null : carry },
      { quiet: true },
    );
    if (!closed.ok) return void setError(closed.error);
    draft.revise(() => '');
    toast({ sentence: t('goals.closing.done', { title: cycle.title, count: goalIds.length }) });
    props.onClose();
    if (closed.value.intoId !== null) props.onMovedOn(closed.value.intoId);
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    setError(null);
    if (busy || !ready || verdicts.some((verdict) => verdictFault(verdict) !== null)) return;
    setBusy(true);
    await work();
    setBusy(false);
  };
  return (
    <Dialog opened onClose={props.onClose} title={t('goals.closing.title', { title: cycle.title })} size={760}>
      <SubmitForm
        className={classes['form']}
        busy={busy}
        onSubmit={() => void submit()}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
          event.preventDefault();
          void submit();
        }}
      >
        <p className={classes['hint']}>
          {t(verdicts.length === 0 ? 'goals.closing.nothing' : 'goals.closing.sentence')}
        </p>
        <div className={own['verdicts']}>
          {draft.ready &&
            verdicts.map((verdict, index) => (
              <VerdictFields
                key={verdict.id}
                verdict={verdict}
                tried={tried}
                first={index === 0}
                onChange={change(verdict.id)}
                onSeen={see.get(verdict.id) ?? ignore}
                onSubmit={() => void submit()}
              />
            ))}
        </div>
        {verdicts.some((verdict) => verdict.carry) && (
          <SelectField
            label={t('goals.closing.into')}
            value={into}
            data={[
              ...later.map((each) => ({ value: each.id, label: each.title })),
              { value: fresh, label: t('goals.closing.fresh', { title: begun.proposal.title }) },
            ]}
            onChange={(value) => setInto(value ?? fresh)}
          />
        )}
        {tried && verdicts.some((verdict) => verdictFault(verdict) !== null) && (
          <Banner tone="at-risk" live>
            {t('goals.closing.missing')}
          </Banner>
        )}
        {error !== null && (
          <Banner tone="off-track" live>
            {error.sentence}
          </Banner>
        )}
        <DialogFoot>
          <Button tone="quiet" keys="escape" onClick={props.onClose}>
            {t('goals.cancel')}
          </Button>
          <Button tone="primary" type="submit" keys="mod+enter" busy={busy} disabled={!ready}>
            {t('goals.closing.act')}
          </Button>
        </DialogFoot>
      </SubmitForm>
    </Dialog>
  );
};
