import { personalKinds } from '#shared/domain/index.ts';
import { useText } from '#renderer/i18n/index.ts';

const known = [...personalKinds, 'goals', 'tasks', 'cycles', 'updates'] as const;

/** "12 check-ins, 30 comments": what was counted, in words, without what there is none of. */
export const useCounted = (): ((list: readonly { readonly kind: string; readonly count: number }[]) => string) => {
  const { t, language } = useText();
  return (list) =>
    new Intl.ListFormat(language, { type: 'unit', style: 'long' }).format(
      list
        .filter(({ count }) => count > 0)
        .map(({ kind, count }) => t(`erasure.counted.${known.find((each) => each === kind) ?? 'record'}`, { count })),
    );
};
