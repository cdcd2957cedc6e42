import type { QueryResult } from '#shared/protocol/index.ts';
import { localeOf, useSaid, useText } from '#renderer/i18n/index.ts';
import { useAudience } from '#renderer/state/index.ts';
import { AudienceTag, Avatars, SectionHead } from '#renderer/ui/index.ts';
import classes from './trust.module.css';

/** What a space holds, as the engine lists it ("Check-ins, goals"), in the window's language. */
const useHoldings = (): ((holds: string) => string) => {
  const { t, language } = useText();
  const said = useSaid();
  return (holds) => {
    if (holds === '' || language === 'en') return holds;
    // A list begins with a capital; its words do not.
    const words = (holds.charAt(0).toLowerCase() + holds.slice(1)).split(', ').map(said);
    return words.join(t('ui.list.comma'));
  };
};

/** Every audience this device holds records of: one visible list each, enforced by keys. */
export const Readers = (props: { readonly spaces: QueryResult<'trust'>['spaces'] }) => {
  const { t, language } = useText();
  const audienceOf = useAudience();
  const say = useHoldings();
  const number = new Intl.NumberFormat(localeOf(language));
  return (
    <section aria-labelledby="readers">
      <SectionHead id="readers" title={t('trust.readers.title')} note={t('trust.readers.note')} />
      <table className={classes['table']} aria-labelledby="readers">
        <thead className={classes['spoken']}>
          <tr>
            <th scope="col">{t('trust.readers.who')}</th>
            <th scope="col">{t('trust.readers.holds')}</th>
            <th scope="col">{t('trust.readers.records')}</th>
          </tr>
        </thead>
        <tbody>
          {props.spaces.map((space) => {
            const audience = audienceOf(space.audience);
            return (
              <tr key={space.audience.spaceId}>
                <td>
                  <span className={classes['person']}>
                    {audience.kind === 'named' && <Avatars people={audience.readers} size="sm" />}
                    <AudienceTag {...audience} />
                  </span>
                </td>
                <td className={classes['quietCell']}>{say(space.holds)}</td>
                <td className={classes['number']}>{number.format(space.records)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={classes['note']}>{t('trust.readers.promise')}</p>
    </section>
  );
};
