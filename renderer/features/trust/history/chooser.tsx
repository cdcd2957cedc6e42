import { useMemo, useState } from 'react';
import { useSaidTitle, useText } from '#renderer/i18n/index.ts';
import { skip, usePersonName, useQuery } from '#renderer/state/index.ts';
import { Dialog, SearchIcon, TextField, useTime } from '#renderer/ui/index.ts';
import classes from './history.module.css';

const shown = 20;

/** Finds the record whose history is wanted. */
export const Chooser = (props: { readonly onClose: () => void; readonly onChoose: (recordId: string) => void }) => {
  const { t } = useText();
  const said = useSaidTitle();
  const { date } = useTime();
  const nameOf = usePersonName();
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const query = useQuery('search', text === '' ? skip : { text, limit: shown });
  const hits = useMemo(() => (text === '' ? [] : (query.data?.hits ?? [])), [text, query.data]);
  const first = hits[0];
  return (
    <Dialog opened onClose={props.onClose} title={t('trust.history.choose')}>
      <form
        className={classes['chooser']}
        onSubmit={(event) => {
          event.preventDefault();
          if (first !== undefined) props.onChoose(first.recordId);
        }}
      >
        <TextField
          aria-label={t('trust.history.find')}
          placeholder={t('trust.history.find')}
          leftSection={<SearchIcon size={16} stroke={1.9} aria-hidden />}
          value={typed}
          maxLength={300}
          data-autofocus
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <ul className={classes['hits']} aria-label={t('trust.history.found')}>
          {hits.map((hit) => (
            <li key={hit.recordId}>
              <button type="button" onClick={() => props.onChoose(hit.recordId)}>
                <b dir="auto">
                  {hit.title === '' ? t('trust.history.untitledBy', { name: nameOf(hit.byId) }) : said(hit.title)}
                </b>
                <span>{t('trust.history.hit', { name: nameOf(hit.byId), when: date(hit.at) })}</span>
              </button>
            </li>
          ))}
        </ul>
        {text !== '' && query.data !== undefined && hits.length === 0 && (
          <p className={classes['quiet']} role="status">
            {t('trust.history.noHit')}
          </p>
        )}
      </form>
    </Dialog>
  );
};
