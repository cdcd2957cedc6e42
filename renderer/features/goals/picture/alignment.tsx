import { useEffect, useMemo, useRef, useState } from 'react';
import type { GoalRow } from '#shared/protocol/index.ts';
import { useAmounts, useText } from '#renderer/i18n/index.ts';
import { Button, IconButton, MinusIcon, PlusIcon, useKeys } from '#renderer/ui/index.ts';
import { GoalBox } from './goal-box.tsx';
import { box, fitScale, layOut, neighbour } from './lay-out.ts';
import type { PlacedGoal } from './lay-out.ts';
import classes from './picture.module.css';
import { useFrame } from './use-frame.ts';

export interface AlignmentProps {
  readonly rows: readonly GoalRow[];
  readonly contributors: ReadonlyMap<string, readonly string[]>;
  readonly expected: number;
  readonly currentId: string | null;
  readonly onCurrent: (id: string) => void;
  readonly onOpen: () => void;
}

/** Room around the picture, and how far beyond the frame boxes are kept ready, in pixels. */
const margin = 24;
const spare = 600;

const lineBetween = (from: PlacedGoal, to: PlacedGoal): string => {
  const [x1, y1] = [from.x + box.width, from.y + box.height / 2];
  const [x2, y2] = [to.x, to.y + box.height / 2];
  const bend = (x1 + x2) / 2;
  return `M${String(x1)} ${String(y1)}C${String(bend)} ${String(y1)} ${String(bend)} ${String(y2)} ${String(x2)} ${String(y2)}`;
};

/** Who contributes to what: the objectives of a cycle as a tree that is drawn, and those that stand alone. */
export const Alignment = (props: AlignmentProps) => {
  const { t } = useText();
  const { percent } = useAmounts();
  const { rows, currentId, onCurrent } = props;
  const picture = useMemo(() => layOut(rows), [rows]);
  const byId = useMemo(() => new Map(picture.placed.map((each) => [each.row.id, each])), [picture]);
  const { ref, frame } = useFrame();
  // Null: as large as fits.
  const [chosen, setChosen] = useState<number | null>(null);
  const fit = fitScale(picture, { width: frame.width - 2 * margin, height: frame.height - 2 * margin });
  const scale = chosen ?? fit;
  const wantsFocus = useRef(false);

  const all = [...picture.placed, ...picture.alone];
  const known = all.some((each) => each.row.id === currentId);
  const tabStop = known ? currentId : all[0]?.row.id;
  useEffect(() => {
    const element = ref.current?.parentElement?.querySelector<HTMLElement>('[data-current="true"]');
    if (element === null || element === undefined) return;
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (wantsFocus.current) element.focus({ preventScroll: true });
    wantsFocus.current = false;
  }, [ref, currentId]);
  const go = (id: string | null | undefined): void => {
    if (id === null || id === undefined) return;
    wantsFocus.current = true;
    onCurrent(id);
  };
  const walk = (way: 'in' | 'out' | 'up' | 'down'): void => {
    const alone = picture.alone.findIndex((each) => each.row.id === currentId);
    if (alone < 0) {
      const next = neighbour(picture.placed, currentId, way);
      return go(next ?? (way === 'down' ? picture.alone[0]?.row.id : null));
    }
    const step = way === 'down' || way === 'in' ? 1 : -1;
    return go((alone + step < 0 ? picture.placed.at(-1) : picture.alone[alone + step])?.row.id);
  };
  const zoom = (by: number) => (): void => setChosen(Math.min(1.6, Math.max(0.3, Math.round((scale + by) * 10) / 10)));
  useKeys([
    { keys: 'j', label: t('ui.keys.next'), run: () => walk('down') },
    { keys: 'k', label: t('ui.keys.previous'), run: () => walk('up') },
    { keys: 'down', label: t('ui.keys.next'), hidden: true, run: () => walk('down') },
    { keys: 'up', label: t('ui.keys.previous'), hidden: true, run: () => walk('up') },
    { keys: 'right', label: t('goals.keys.below'), run: () => walk('in') },
    { keys: 'left', label: t('goals.keys.above'), run: () => walk('out') },
    { keys: 'enter', label: t('goals.keys.detail'), run: props.onOpen },
    { keys: '+', label: t('goals.picture.larger'), run: zoom(0.1) },
    { keys: '-', label: t('goals.picture.smaller'), run: zoom(-0.1) },
    { keys: '0', label: t('goals.picture.fit'), run: () => setChosen(null) },
  ]);

  const from = (frame.top - spare) / scale;
  const until = (frame.top + frame.height + spare) / scale;
  const inSight = (each: PlacedGoal): boolean =>
    each.row.id === currentId || (each.y + box.height > from && each.y < until);
  const goal = (each: PlacedGoal, place: React.CSSProperties) => (
    <div
      key={each.row.id}
      role="treeitem"
      aria-level={each.level + 1}
      aria-selected={each.row.id === currentId}
      data-current={each.row.id === currentId}
      tabIndex={each.row.id === tabStop ? 0 : -1}
      className={classes['box']}
      style={{ inlineSize: box.width, blockSize: box.height, ...place }}
      onClick={() => onCurrent(each.row.id)}
      onDoubleClick={props.onOpen}
      onFocus={(event) => {
        if (event.target === event.currentTarget && each.row.id !== currentId) onCurrent(each.row.id);
      }}
    >
      <GoalBox
        row={each.row}
        keyResults={each.keyResults}
        contributorIds={props.contributors.get(each.row.id) ?? []}
        expected={props.expected}
      />
    </div>
  );

  return (
    <div className={classes['picture']}>
      <div className={classes['tools']}>
        <span>{t('goals.picture.sentence')}</span>
        <span className={classes['zoom']}>
          <IconButton icon={MinusIcon} size="xs" label={t('goals.picture.smaller')} onClick={zoom(-0.1)} />
          <span>{percent(scale)}</span>
          <IconButton icon={PlusIcon} size="xs" label={t('goals.picture.larger')} onClick={zoom(0.1)} />
          <Button size="xs" tone="quiet" keys="0" onClick={() => setChosen(null)}>
            {t('goals.picture.fit')}
          </Button>
        </span>
      </div>
      <div ref={ref} className={classes['frame']}>
        {picture.placed.length === 0 ? (
          <p className={classes['none']}>{t('goals.picture.none')}</p>
        ) : (
          <div
            style={{ inlineSize: picture.width * scale + 2 * margin, blockSize: picture.height * scale + 2 * margin }}
          >
            <div
              role="tree"
              aria-label={t('goals.picture.label')}
              className={classes['canvas']}
              style={{
                inlineSize: picture.width,
                blockSize: picture.height,
                transform: `scale(${String(scale)})`,
                marginInlineStart: margin,
                insetBlockStart: margin,
              }}
            >
              <svg className={classes['lines']} width={picture.width} height={picture.height} aria-hidden>
                {picture.placed.map((each) => {
                  const parent = byId.get(each.parentId ?? '');
                  if (parent === undefined || (!inSight(each) && !inSight(parent))) return null;
                  const on = each.row.id === currentId || parent.row.id === currentId;
                  return (
                    <path key={each.row.id} d={lineBetween(parent, each)} className={on ? classes['on'] : undefined} />
                  );
                })}
              </svg>
              {picture.placed
                .filter(inSight)
                .map((each) => goal(each, { insetInlineStart: each.x, insetBlockStart: each.y }))}
            </div>
          </div>
        )}
      </div>
      {picture.alone.length > 0 && (
        <section className={classes['alone']} aria-labelledby="goals-alone">
          <h2 id="goals-alone">
            {t('goals.picture.alone')} <span className={classes['count']}>{picture.alone.length}</span>
          </h2>
          <div role="tree" aria-labelledby="goals-alone" className={classes['row']}>
            {picture.alone.map((each) => goal(each, { position: 'relative' }))}
          </div>
        </section>
      )}
    </div>
  );
};
