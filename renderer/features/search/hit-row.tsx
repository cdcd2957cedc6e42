import { useSaidTitle, useText } from '#renderer/i18n/index.ts';
import { useAudience, usePersonName } from '#renderer/state/index.ts';
import { AudienceTag, ListIcon, useTime } from '#renderer/ui/index.ts';
import { isSearchKind, kindIcons } from './kinds.ts';
import { Marked } from './marks.tsx';
import classes from './search.module.css';
import type { Hit } from './use-hits.ts';

const said: ReadonlySet<string> = new Set(['comment', 'feedback', 'kudos']);

/** What a hit is called: check-ins and feedback have no title of their own. */
const useTitle = (): ((hit: Hit) => string) => {
  const sentence = useSaidTitle();
  const { t } = useText();
  const nameOf = usePersonName();
  return (hit) => {
    const kind = isSearchKind(hit.kind) ? t(`search.one.${hit.kind}`) : t('search.one.record');
    // What people said is shown as the snippet already.
    if (hit.title !== '' && !said.has(hit.kind)) return sentence(hit.title);
    return hit.byId === null ? kind : t('search.by', { kind, name: nameOf(hit.byId) });
  };
};

/** One hit: kind, title, the words around the match, who and when. */
export const HitRow = (props: { readonly hit: Hit; readonly whole?: boolean }) => {
  const { t } = useText();
  const titleOf = useTitle();
  const nameOf = usePersonName();
  const audienceOf = useAudience();
  const { shortWhen } = useTime();
  const { hit, whole = false } = props;
  const Shape = kindIcons[hit.kind] ?? ListIcon;
  return (
    <>
      <Shape size={16} stroke={1.75} aria-hidden />
      <span className={classes['what']}>
        <span className={classes['title']} dir="auto">
          {titleOf(hit)}
        </span>
        {hit.snippet !== '' && (
          <span className={classes['snippet']}>
            <Marked snippet={hit.snippet} />
          </span>
        )}
        {whole && (
          <span className={classes['facts']}>
            <span>{isSearchKind(hit.kind) ? t(`search.one.${hit.kind}`) : t('search.one.record')}</span>
            <AudienceTag {...audienceOf(hit.audience)} />
          </span>
        )}
      </span>
      <span className={classes['side']}>
        {hit.byId !== null && (nameOf(hit.byId).split(/\s+/u)[0] ?? '')}
        {whole && <span>{shortWhen(hit.at)}</span>}
      </span>
    </>
  );
};
