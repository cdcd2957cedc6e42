import { useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useText } from '#renderer/i18n/index.ts';
import { ArrowIcon, FilterIcon, Keys, SearchIcon, classNames, useUi } from '#renderer/ui/index.ts';
import { useFilters } from './filter/use-filters.ts';
import { tokenText, withToken } from './filter/tokens.ts';
import { HitRow } from './hit-row.tsx';
import { isSearchKind, searchKinds } from './kinds.ts';
import type { SearchKind } from './kinds.ts';
import { actsMatching, actsNow } from './palette-acts.ts';
import classes from './search.module.css';
import { useHits, useOpenHit } from './use-hits.ts';

/** How many hits the palette shows; all of them stand on the search page. */
const shown = 8;
const ownKeys: ReadonlySet<string> = new Set(['mod+k', '/']);

interface Line {
  readonly id: string;
  readonly group: 'narrow' | 'hits' | 'here' | 'go' | 'all';
  readonly body: ReactNode;
  readonly run: () => void;
  /** What the line writes into the field instead of closing the palette. */
  readonly types?: string;
}

const step = (from: number, by: number, count: number): number => (count === 0 ? 0 : (from + by + count) % count);

export interface SearchPaletteProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Search, go and act from anywhere: type, arrows, Enter. Searches this device only. */
export const SearchPalette = (props: SearchPaletteProps) => {
  const { t } = useText();
  const { keys, acts: named } = useUi();
  const navigate = useNavigate();
  const openHit = useOpenHit();
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<SearchKind | null>(null);
  const [at, setAt] = useState(0);
  // The acts of the place below, as they were when the palette came up.
  const [acts] = useState(() => actsNow(keys, named, ownKeys));
  const filters = useFilters();
  // A chosen kind is a filter like those that are typed.
  const text = kind === null ? typed : withToken(typed, tokenText(filters.wordOf('kind'), filters.kindWord(kind)));
  const asked = filters.read(text);
  const { hits, waiting } = useHits(asked, shown);
  const completions = filters.complete(typed);
  const unknown = asked.unknown[0];

  const close = props.onClose;
  const lines = ((): readonly Line[] => {
    const narrowing = completions.map((completion): Line => ({
      id: `narrow-${completion.id}`,
      group: 'narrow',
      body: (
        <>
          <FilterIcon size={16} stroke={1.75} aria-hidden />
          <span className={classes['what']}>
            <bdi>{completion.token}</bdi>
          </span>
          <span className={classes['side']}>{completion.label}</span>
        </>
      ),
      run: () => undefined,
      types: completion.text,
    }));
    const found = hits.map((hit): Line => ({
      id: `hit-${hit.recordId}`,
      group: 'hits',
      body: <HitRow hit={hit} />,
      run: () => openHit(hit),
    }));
    const matching = (asked.tokens.length === 0 ? actsMatching(acts, typed) : []).map((act): Line => ({
      id: `act-${act.id}`,
      group: act.group,
      body: (
        <>
          <ArrowIcon size={16} stroke={1.75} aria-hidden />
          <span className={classes['what']}>{act.label}</span>
          {act.keys !== null && <Keys keys={act.keys} />}
        </>
      ),
      run: act.run,
    }));
    const all: Line = {
      id: 'all',
      group: 'all',
      body: (
        <>
          <SearchIcon size={16} stroke={1.75} aria-hidden />
          <span className={classes['what']}>{t('search.all', { text: text.trim() })}</span>
        </>
      ),
      run: () => {
        void navigate({ to: '/search', search: { q: text.trim() } });
      },
    };
    // Where only a filter's name was begun, words may be meant: what they find comes first.
    const begun = completions.every((completion) => !completion.maybe);
    const more = text.trim() === '' ? [] : [all];
    return begun ? [...narrowing, ...found, ...matching, ...more] : [...found, ...matching, ...narrowing, ...more];
  })();

  const current = lines[Math.min(at, lines.length - 1)];
  const run = (line: Line | undefined): void => {
    if (line === undefined) return;
    if (line.types !== undefined) {
      setTyped(line.types);
      setAt(0);
      return;
    }
    close();
    line.run();
  };
  const narrow = (): void => {
    const order: readonly (SearchKind | null)[] = [null, ...searchKinds];
    setKind(order[step(order.indexOf(kind), 1, order.length)] ?? null);
    setAt(0);
  };
  const move = (by: number): void => {
    const next = step(Math.min(at, Math.max(0, lines.length - 1)), by, lines.length);
    setAt(next);
    list.current?.querySelector(`[data-index="${String(next)}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const groups = [...new Set(lines.map((line) => line.group))];

  return (
    <Modal.Root opened={props.opened} onClose={close} centered={false} yOffset="12vh" size={560}>
      <Modal.Overlay />
      {/* The focus stays in the field, wherever somebody clicks: its keys are those of the palette. */}
      <Modal.Content
        aria-label={t('search.palette')}
        onMouseDown={(event) => {
          if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
        }}
      >
        <div className={classes['field']}>
          <SearchIcon size={16} stroke={1.9} aria-hidden />
          {kind !== null && <span className={classes['kind']}>{t(`search.kinds.${kind}`)}</span>}
          <input
            value={typed}
            maxLength={300}
            placeholder={t('search.placeholder')}
            aria-label={t('search.placeholder')}
            role="combobox"
            aria-expanded
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={current === undefined ? undefined : `${listId}-${current.id}`}
            data-autofocus
            autoFocus
            dir="auto"
            // Esc is the field's own, below: a dialog that is open underneath would take it as well.
            data-mantine-stop-propagation
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setAt(0);
            }}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              const acted = {
                ArrowDown: () => move(1),
                ArrowUp: () => move(-1),
                Enter: () => run(current),
                Escape: close,
                Tab: () => {
                  if (event.shiftKey) setKind(null);
                  else if (current?.types === undefined) narrow();
                  else run(current);
                },
              }[event.key];
              if (acted === undefined) {
                if (event.key === 'Backspace' && typed === '' && kind !== null) setKind(null);
                return;
              }
              event.preventDefault();
              acted();
            }}
          />
          <Keys keys="escape" />
        </div>
        <div id={listId} ref={list} role="listbox" aria-label={t('search.results')} className={classes['lines']}>
          {groups.map((group) => (
            <div key={group} role="group" aria-label={t(`search.groups.${group}`)}>
              <div className={classes['group']} aria-hidden>
                {t(`search.groups.${group}`)}
              </div>
              {lines.map((line, index) =>
                line.group !== group ? null : (
                  <div
                    key={line.id}
                    id={`${listId}-${line.id}`}
                    role="option"
                    aria-selected={line === current}
                    data-index={index}
                    className={classNames(classes['line'], line === current && classes['current'])}
                    onPointerMove={() => setAt(index)}
                    onClick={() => run(line)}
                  >
                    {line.body}
                  </div>
                ),
              )}
            </div>
          ))}
          {text.trim() !== '' && completions.length === 0 && hits.length === 0 && !waiting && (
            <p className={classes['nothing']} role="status">
              {unknown === undefined
                ? t('search.nothing', { text: text.trim() })
                : t('search.filters.unknown', { token: text.slice(unknown.start, unknown.end) })}
            </p>
          )}
        </div>
        <div className={classes['foot']}>
          <span>
            <Keys keys="enter" /> {t('search.open')}
          </span>
          <span>
            <Keys keys="tab" />{' '}
            {t('search.narrow', { kind: kind === null ? t('search.kinds.objective') : nextKind(kind, t) })}
          </span>
          <span className={classes['device']}>{t('search.device')}</span>
        </div>
      </Modal.Content>
    </Modal.Root>
  );
};

const nextKind = (kind: SearchKind, t: ReturnType<typeof useText>['t']): string => {
  const next = searchKinds[searchKinds.indexOf(kind) + 1];
  return isSearchKind(next) ? t(`search.kinds.${next}`) : t('search.kinds.all');
};
