import type { QueryResult } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { usePersonName } from '#renderer/state/index.ts';
import { Banner, TrashIcon, useTime } from '#renderer/ui/index.ts';

/** What is left of an erased record: who erased it, when, and what that means. */
export const Tombstone = (props: { readonly erased: NonNullable<QueryResult<'history'>['erased']> }) => {
  const { t } = useText();
  const { date } = useTime();
  const nameOf = usePersonName();
  const { authorId, byId, at, why } = props.erased;
  const day = date(at);
  const name = nameOf(byId);
  const what =
    why === 'retention'
      ? t('erasure.history.tombstoneRetention', { day })
      : byId !== null && byId === authorId
        ? t('erasure.history.tombstoneSelf', { name, day })
        : t('erasure.history.tombstone', { name, day });
  return (
    <Banner icon={TrashIcon}>
      {what} {t('erasure.history.tombstoneMeans')}
    </Banner>
  );
};
