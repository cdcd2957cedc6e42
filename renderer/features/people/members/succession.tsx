import { useState } from 'react';
import type { QueryResult } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand, usePersonName } from '#renderer/state/index.ts';
import type { Person } from '#renderer/state/index.ts';
import { Button, SectionHead, SelectField, joinNames } from '#renderer/ui/index.ts';
import { AskDialog } from './ask-dialog.tsx';
import classes from './members.module.css';

type Membership = QueryResult<'membership'>;

/** Signs, and says how many more it takes or that it is done. */
const useSign = () => {
  const { t } = useText();
  const nameOf = usePersonName();
  const sign = useCommand('succession.sign');
  const [said, setSaid] = useState<string | null>(null);
  return {
    ...sign,
    said,
    run: async (personId: string, replacedId: string): Promise<boolean> => {
      const result = await sign.run({ personId, replacedId }, { quiet: true });
      if (result.ok) {
        const { done, signed, needed } = result.value;
        setSaid(
          done
            ? t('members.succession.done', { name: nameOf(personId) })
            : t('members.succession.waits', { count: needed - signed }),
        );
      }
      return result.ok;
    },
  };
};

const BeginDialog = (props: {
  readonly people: readonly Person[];
  readonly needed: number;
  readonly sign: ReturnType<typeof useSign>;
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const owners = props.people.filter((one) => one.role === 'owner');
  const [replaced, setReplaced] = useState(owners[0]?.id ?? '');
  const others = props.people.filter((one) => one.id !== replaced && one.role === 'admin');
  const [person, setPerson] = useState(others[0]?.id ?? '');
  const options = (list: readonly Person[]) => list.map((one) => ({ value: one.id, label: one.name }));
  return (
    <AskDialog
      title={t('members.succession.dialog.title')}
      keep={t('members.succession.dialog.keep')}
      act={t('members.succession.dialog.act')}
      busy={props.sign.busy}
      error={props.sign.error?.sentence}
      onClose={props.onClose}
      onAct={() => {
        void props.sign.run(person, replaced).then((done) => {
          if (done) props.onClose();
        });
      }}
    >
      <p className={classes['text']}>{t('members.succession.dialog.sentence', { needed: props.needed })}</p>
      <div className={classes['form']}>
        <SelectField
          label={t('members.succession.dialog.replaced')}
          data={options(owners)}
          value={replaced}
          onChange={(value) => setReplaced(value ?? '')}
        />
        <SelectField
          label={t('members.succession.dialog.person')}
          data={options(others)}
          value={person}
          onChange={(value) => setPerson(value ?? '')}
        />
      </div>
    </AskDialog>
  );
};

/** What happens when the owner's machines are all lost: replacements under way, and where one begins. */
export const Succession = (props: { readonly membership: Membership; readonly people: readonly Person[] }) => {
  const { t, language } = useText();
  const nameOf = usePersonName();
  const sign = useSign();
  const [beginning, setBeginning] = useState(false);
  const { successions, succession } = props.membership;
  const admins = props.people.filter((one) => one.role === 'admin').length;
  return (
    <section className={classes['section']} aria-labelledby="members-succession">
      <SectionHead
        id="members-succession"
        title={t('members.succession.title')}
        end={
          succession.may === null ? (
            <Button size="xs" onClick={() => setBeginning(true)}>
              {t('members.succession.begin')}
            </Button>
          ) : undefined
        }
      />
      <p className={classes['note']} role="status">
        {sign.said ??
          (admins === 0
            ? t('members.succession.noAdmins')
            : `${t('members.succession.note')} ${successions.length === 0 ? t('members.succession.none') : ''}`)}
      </p>
      {successions.length > 0 && (
        <ul className={classes['rows']} aria-labelledby="members-succession">
          {successions.map((one) => (
            <li key={`${one.personId} ${one.replacedId}`} className={classes['row']}>
              <div className={classes['grow']}>
                <div className={classes['name']}>
                  {t('members.succession.under', { name: nameOf(one.personId), replaced: nameOf(one.replacedId) })}
                </div>
                <div className={classes['quiet']}>
                  {t('members.succession.signed', {
                    signed: one.signedBy.length,
                    needed: one.needed,
                    names: joinNames(one.signedBy.map(nameOf), language),
                  })}
                </div>
              </div>
              {succession.may === null &&
                (one.signedByMe ? (
                  <span className={classes['quiet']}>{t('members.succession.signedByMe')}</span>
                ) : (
                  <Button size="xs" busy={sign.busy} onClick={() => void sign.run(one.personId, one.replacedId)}>
                    {t('members.succession.sign')}
                  </Button>
                ))}
            </li>
          ))}
        </ul>
      )}
      {beginning && (
        <BeginDialog people={props.people} needed={succession.needed} sign={sign} onClose={() => setBeginning(false)} />
      )}
    </section>
  );
};
