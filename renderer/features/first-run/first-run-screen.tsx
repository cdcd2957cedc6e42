import { useState } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand, useQuery } from '#renderer/state/index.ts';
import { EmptyState, Mark } from '#renderer/ui/index.ts';
import { AddMachineForm } from './add-machine-form.tsx';
import { Answering } from './answering.tsx';
import { Choices } from './choices.tsx';
import type { Choice } from './choices.tsx';
import { CreateForm } from './create-form.tsx';
import classes from './first-run.module.css';
import { Globe } from './globe.tsx';
import { JoinForm } from './join-form.tsx';
import { RestoreForm } from './restore-form.tsx';

/**
 * The first minute: create a team, join one, add this machine to an account, restore, or look at a sample. `waiting` is
 * what the engine is doing about it, in a sentence. The form stays where it is meanwhile: should the link turn out to be used, the reader is told beside it.
 */
export const FirstRunScreen = (props: { readonly waiting: string | null }) => {
  const { t } = useText();
  const sample = useCommand('team.sample');
  const [form, setForm] = useState<Exclude<Choice, 'sample'> | null>(null);

  const answering = useQuery('pairing', {}).data?.answering ?? null;
  const elsewhere = form === null && !sample.busy && props.waiting !== null;

  const choose = (choice: Choice): void => {
    if (choice === 'sample') void sample.run({});
    else setForm(choice);
  };
  const back = (): void => {
    setForm(null);
  };

  return (
    <main className={classes['screen']}>
      <section className={classes['art']}>
        <div className={classes['brand']}>
          <Mark size={26} />
          {t('app.name')}
        </div>
        <Globe />
        <p className={classes['tagline']}>{t('firstRun.tagline')}</p>
      </section>
      <section className={classes['side']}>
        {answering !== null ? (
          <Answering answering={answering} />
        ) : (
          <>
            {elsewhere && <EmptyState whole title={t('firstRun.waiting')} sentence={props.waiting} />}
            {form === null && !elsewhere && <Choices onChoose={choose} busy={sample.busy} />}
            {form === 'create' && <CreateForm onBack={back} />}
            {form === 'join' && <JoinForm onBack={back} waiting={props.waiting} />}
            {form === 'restore' && <RestoreForm onBack={back} waiting={props.waiting} />}
            {form === 'machine' && <AddMachineForm onBack={back} />}
          </>
        )}
      </section>
    </main>
  );
};
