import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useDraft } from '#renderer/state/index.ts';
import type { Change } from './changes.ts';
import { readForm } from './form.ts';
import type { CheckInForm } from './form.ts';

export interface CheckInFormState {
  readonly ready: boolean;
  readonly form: CheckInForm;
  readonly change: (change: Change) => void;
  /** True once the newest state is durable on this device. */
  readonly saved: boolean;
  readonly savedAt: number | null;
  readonly clear: () => void;
}

/** The form of one week, kept as a draft at every change. */
export const useCheckInForm = (week: string): CheckInFormState => {
  const draft = useDraft(`check-in/${week}`);
  const form = useMemo(() => readForm(draft.value), [draft.value]);
  // Several changes may come before the next render; each starts from the one before.
  const newest = useRef({ form, set: draft.set });
  useEffect(() => {
    newest.current = { form, set: draft.set };
  });
  const change = useCallback((step: Change) => {
    const next = step(newest.current.form);
    newest.current = { ...newest.current, form: next };
    newest.current.set(JSON.stringify(next));
  }, []);
  return {
    ready: draft.ready,
    form,
    change,
    saved: draft.saved,
    savedAt: draft.savedAt,
    clear: () => void draft.revise(() => ''),
  };
};
