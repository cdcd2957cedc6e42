import { useText } from '#renderer/i18n/index.ts';
import { CloseIcon, PlusIcon } from '#renderer/ui/index.ts';
import { isSearchKind, searchKinds } from '../kinds.ts';
import type { SearchKind } from '../kinds.ts';
import classes from './filter.module.css';
import { filterNames, tokenText, withToken, withoutToken } from './tokens.ts';
import type { FilterName } from './tokens.ts';
import type { Asked, Filters } from './use-filters.ts';

export interface FilterBarProps {
  readonly filters: Filters;
  readonly text: string;
  readonly asked: Asked;
  readonly onText: (text: string) => void;
  /** Begins a filter in the field, which proposes what it can name. */
  readonly onBegin: (text: string) => void;
}

/** The filters of a search as chips: those that are set, each with its way out, and a way to begin another. */
export const FilterBar = (props: FilterBarProps) => {
  const { t } = useText();
  const { filters, text, asked, onText, onBegin } = props;
  const chosen = new Set((asked.narrowing.kinds ?? []).filter(isSearchKind));
  const set = asked.tokens.filter((token) => token.name !== 'kind' && token.value !== '');
  const oneKind = (kind: SearchKind): void => {
    const mine = asked.tokens.findLast((token) => asked.meant.get(token)?.includes(kind) === true);
    if (mine === undefined) onText(withToken(text, tokenText(filters.wordOf('kind'), filters.kindWord(kind))));
    else onText(withoutToken(text, mine));
  };
  const allKinds = (): void =>
    onText(asked.tokens.filter((token) => token.name === 'kind').reduceRight(withoutToken, text));
  const others: readonly FilterName[] = filterNames.filter((name) => name !== 'kind');
  return (
    <>
      <div className={classes['row']} role="group" aria-label={t('search.filter')}>
        <button type="button" aria-pressed={chosen.size === 0} onClick={allKinds}>
          {t('search.kinds.all')}
        </button>
        {searchKinds.map((kind) => (
          <button key={kind} type="button" aria-pressed={chosen.has(kind)} onClick={() => oneKind(kind)}>
            {t(`search.kinds.${kind}`)}
          </button>
        ))}
      </div>
      <div className={classes['row']} role="group" aria-label={t('search.filters.label')}>
        {set.map((token) => (
          <button
            key={token.start}
            type="button"
            className={classes['set']}
            data-unknown={asked.unknown.includes(token)}
            aria-label={t('search.filters.remove', { token: text.slice(token.start, token.end) })}
            onClick={() => onText(withoutToken(text, token))}
          >
            <span className={classes['name']}>{t(`search.filters.add.${token.name}`)}</span>
            <bdi>{token.value}</bdi>
            <CloseIcon size={13} stroke={1.9} aria-hidden />
          </button>
        ))}
        {others.map((name) => (
          <button
            key={name}
            type="button"
            className={classes['begin']}
            onClick={() => onBegin(withToken(text, `${filters.wordOf(name)}:`))}
          >
            <PlusIcon size={13} stroke={1.9} aria-hidden />
            {t(`search.filters.add.${name}`)}
          </button>
        ))}
      </div>
    </>
  );
};
