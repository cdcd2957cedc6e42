import { SegmentedControl } from '@mantine/core';
import { useText } from '#renderer/i18n/index.ts';
import { useAskable, usePeopleById } from '#renderer/state/index.ts';
import {
  Button,
  Card,
  CloseIcon,
  IconButton,
  PlusIcon,
  ProseField,
  SectionHead,
  SelectField,
} from '#renderer/ui/index.ts';
import { addBlocker, changeBlocker, removeBlocker } from '../form/changes.ts';
import type { Change } from '../form/changes.ts';
import type { FormBlocker } from '../form/form.ts';
import type { Obstacle } from '../form/submission.ts';
import classes from './aside.module.css';
import { useWaits } from './waits.ts';

interface BlockerProps {
  readonly blocker: FormBlocker;
  readonly number: number;
  readonly missing: Obstacle | null;
  readonly change: (change: Change) => void;
}

const BlockerCard = (props: BlockerProps) => {
  const { t } = useText();
  const people = useAskable();
  const byId = usePeopleById();
  const waits = useWaits();
  const { blocker, number, missing, change } = props;
  const person = blocker.waitsForId === null ? undefined : byId.get(blocker.waitsForId);
  const set = (part: Partial<FormBlocker>): void => {
    change(changeBlocker(blocker.key, part));
  };
  return (
    <Card className={classes['blocker']} label={t('checkIn.blocked.label', { number })}>
      <div className={classes['who']}>
        <SelectField
          aria-label={t('checkIn.blocked.waitsFor')}
          placeholder={t('checkIn.blocked.choose')}
          size="xs"
          searchable
          data={people.map((one) => ({ value: one.id, label: one.name }))}
          value={blocker.waitsForId}
          onChange={(waitsForId) => {
            set({ waitsForId });
          }}
          error={missing === 'blockerPerson' && person === undefined ? t('checkIn.obstacles.blockerPerson') : null}
        />
        <IconButton
          size="xs"
          icon={CloseIcon}
          label={t('checkIn.blocked.remove', { number })}
          onClick={() => {
            change(removeBlocker(blocker.key));
          }}
        />
      </div>
      <ProseField
        className={classes['words']}
        minRows={2}
        maxRows={8}
        maxLength={4000}
        autoFocus={blocker.text === ''}
        aria-label={t('checkIn.blocked.text', { number })}
        placeholder={t('checkIn.blocked.placeholder')}
        value={blocker.text}
        onChange={(event) => {
          set({ text: event.currentTarget.value });
        }}
        error={missing === 'blockerText' && blocker.text.trim() === '' ? t('checkIn.obstacles.blockerText') : null}
      />
      <SegmentedControl
        aria-label={t('checkIn.blocked.norm')}
        value={blocker.urgent ? 'urgent' : 'standard'}
        onChange={(value) => {
          set({ urgent: value === 'urgent' });
        }}
        data={[
          { value: 'standard', label: t('checkIn.blocked.standard', { hours: person?.standardHours ?? 24 }) },
          { value: 'urgent', label: t('checkIn.blocked.urgent', { hours: person?.urgentHours ?? 4 }) },
        ]}
      />
      {person !== undefined && <p className={classes['hint']}>{waits(person, blocker.urgent)}</p>}
    </Card>
  );
};

export interface BlockersProps {
  readonly blockers: readonly FormBlocker[];
  readonly missing: Obstacle | null;
  readonly change: (change: Change) => void;
}

/** What I wait for, from whom, and by when they have said they answer. */
export const Blockers = (props: BlockersProps) => {
  const { t } = useText();
  const others = useAskable().length;
  return (
    <section aria-labelledby="blocked">
      <SectionHead
        id="blocked"
        title={t('checkIn.blocked.title')}
        note={props.blockers.length === 0 ? t('checkIn.blocked.none') : undefined}
      />
      <div className={classes['stack']}>
        {props.blockers.map((blocker, index) => (
          <BlockerCard
            key={blocker.key}
            blocker={blocker}
            number={index + 1}
            missing={props.missing}
            change={props.change}
          />
        ))}
        {others > 0 && (
          <Button
            size="xs"
            icon={PlusIcon}
            keys={props.blockers.length === 0 ? 'b' : undefined}
            onClick={() => {
              props.change(addBlocker);
            }}
          >
            {t('checkIn.blocked.add')}
          </Button>
        )}
        {others === 0 && <p className={classes['hint']}>{t('checkIn.blocked.alone')}</p>}
      </div>
    </section>
  );
};
