import type { QueryResult } from '#shared/protocol/index.ts';
import { useSaid, useText } from '#renderer/i18n/index.ts';
import { useCommand, usePersonName } from '#renderer/state/index.ts';
import type { Person } from '#renderer/state/index.ts';
import { Avatar, Button, SelectField, useTime } from '#renderer/ui/index.ts';
import type { BodyRow } from '#renderer/ui/index.ts';
import classes from './members.module.css';

export type Standing = QueryResult<'membership'>['people'][number];

const roles = ['admin', 'member', 'guest'] as const;
const nobody = 'nobody';

/** Role, manager and, with `acts`, what can be done about one person; what may not be done is disabled and says why. */
export const MemberRow = (props: {
  readonly person: Person;
  readonly standing: Standing;
  readonly people: readonly Person[];
  readonly acts: boolean;
  readonly row: BodyRow;
  readonly onRemove: () => void;
  readonly onHandOver: () => void;
}) => {
  const said = useSaid();
  const { t } = useText();
  const { date } = useTime();
  const nameOf = usePersonName();
  const setRole = useCommand('member.setRole');
  const setManager = useCommand('member.setManager');
  const { person, standing } = props;
  const { name } = person;
  const { may } = standing;
  const refusal = may.remove === null ? null : said(may.remove);
  const mayChange = roles.some((role) => role !== person.role && may.roles[role] === null);
  const since = date(standing.joinedAt);
  return (
    <tr {...props.row}>
      <td>
        <div className={classes['who']}>
          <Avatar person={person} />
          <div>
            <div className={classes['name']}>{person.me ? t('members.list.you', { name }) : name}</div>
            <div className={classes['quiet']}>
              {standing.invitedById === null
                ? t('members.list.since', { date: since })
                : t('members.list.sinceBy', { date: since, name: nameOf(standing.invitedById) })}
            </div>
          </div>
        </div>
      </td>
      <td>
        {mayChange && person.role !== 'owner' ? (
          <SelectField
            className={classes['pick'] ?? ''}
            aria-label={t('members.list.roleOf', { name })}
            size="xs"
            value={person.role}
            data={roles.map((role) => ({
              value: role,
              label: t(`people.roles.${role}`),
              disabled: role !== person.role && may.roles[role] !== null,
            }))}
            onChange={(value) => {
              const role = roles.find((known) => known === value);
              if (role === undefined || role === person.role) return;
              void setRole.run(
                { personId: person.id, role },
                { done: t('people.member.roleChanged', { name, role: t(`people.roles.${role}`) }) },
              );
            }}
          />
        ) : (
          t(`people.roles.${person.role}`)
        )}
      </td>
      <td>
        {may.setManager === null ? (
          <SelectField
            className={classes['pick'] ?? ''}
            aria-label={t('members.list.managerOf', { name })}
            size="xs"
            searchable={props.people.length > 8}
            value={person.managerId ?? nobody}
            data={[
              { value: nobody, label: t('members.list.noManager') },
              ...props.people.filter((one) => one.id !== person.id).map((one) => ({ value: one.id, label: one.name })),
            ]}
            onChange={(value) => {
              const managerId = value === nobody ? null : value;
              if (managerId === person.managerId) return;
              const done =
                managerId === null
                  ? t('people.member.managerNone', { name })
                  : t('people.member.managerChanged', { name, manager: nameOf(managerId) });
              void setManager.run({ personId: person.id, managerId }, { done });
            }}
          />
        ) : person.managerId === null ? (
          t('members.list.noManager')
        ) : (
          nameOf(person.managerId)
        )}
      </td>
      <td>{standing.safetyNumber !== null && <span className={classes['digits']}>{standing.safetyNumber}</span>}</td>
      {props.acts && (
        <td className={classes['acts']}>
          {!person.me && may.handOver === null && (
            <Button
              size="xs"
              tone="quiet"
              aria-label={t('members.list.handOverTo', { name })}
              onClick={props.onHandOver}
            >
              {t('members.list.handOver')}
            </Button>
          )}
          {!person.me && (
            <span title={refusal ?? undefined}>
              <Button
                size="xs"
                tone="danger"
                disabled={may.remove !== null}
                aria-label={
                  may.remove === null
                    ? t('members.list.removeOf', { name })
                    : `${t('members.list.removeOf', { name })}. ${refusal ?? ''}`
                }
                onClick={props.onRemove}
              >
                {t('members.list.remove')}
              </Button>
            </span>
          )}
        </td>
      )}
    </tr>
  );
};
