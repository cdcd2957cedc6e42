import { useState } from 'react';
import { TextInput } from '@mantine/core';
import { invitationsCsv, invitationsMarkdown } from '#shared/domain/index.ts';
import type { InvitationLink } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useGo } from '#renderer/state/index.ts';
import {
  Button,
  CheckIcon,
  CopyIcon,
  DownloadIcon,
  EmptyState,
  PeopleIcon,
  SectionHead,
  saveFile,
  useTime,
  useToast,
} from '#renderer/ui/index.ts';
import classes from './import.module.css';
import type { PeopleApplied } from './use-people-import.ts';

/** Links drawn at a time. */
const step = 100;

const useCopy = () => {
  const toast = useToast();
  return async (text: string): Promise<boolean> => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (cause) {
      // A browser may forbid it: the links stand there to be marked, and saving is beside it.
      if (!(cause instanceof DOMException)) throw cause;
      toast({ sentence: cause.message, tone: 'error' });
      return false;
    }
  };
};

const LinkRow = ({ link }: { readonly link: InvitationLink }) => {
  const { t } = useText();
  const copy = useCopy();
  const [copied, setCopied] = useState(false);
  return (
    <li className={classes['link']}>
      <span dir="auto">
        {link.name} <span className={classes['hint']}>{link.contact}</span>
      </span>
      <span className={classes['hint']}>{t(`people.roles.${link.role}`)}</span>
      <TextInput
        aria-label={t('importPeople.result.link', { name: link.name })}
        value={link.link}
        readOnly
        dir="ltr"
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button
        size="xs"
        icon={copied ? CheckIcon : CopyIcon}
        aria-label={t('importPeople.result.copyOne', { name: link.name })}
        onClick={() => void copy(link.link).then(setCopied)}
      >
        {copied ? t('importPeople.result.copied') : t('importPeople.result.copy')}
      </Button>
    </li>
  );
};

const Links = (props: { readonly links: readonly InvitationLink[]; readonly onAgain: () => void }) => {
  const { t } = useText();
  const { date } = useTime();
  const toast = useToast();
  const copy = useCopy();
  const go = useGo();
  const [limit, setLimit] = useState(step);
  const { links } = props;
  const heads = {
    name: t('importPeople.result.heads.name'),
    contact: t('importPeople.result.heads.contact'),
    role: t('importPeople.result.heads.role'),
    link: t('importPeople.result.heads.link'),
    until: t('importPeople.result.heads.until'),
  };
  const listed = links.map((one) => ({ ...one, role: t(`people.roles.${one.role}`), until: date(one.expiresAt) }));
  const copyAll = async (text: string): Promise<void> => {
    if (await copy(text)) toast({ sentence: t('importPeople.result.allCopied') });
  };
  return (
    <section aria-labelledby="import-links">
      <SectionHead id="import-links" title={t('importPeople.result.title', { count: links.length })} />
      <p className={classes['hint']}>{t('importPeople.result.lead')}</p>
      <div className={classes['acts']} role="group" aria-label={t('importPeople.result.all')}>
        <Button tone="primary" icon={CopyIcon} autoFocus onClick={() => void copyAll(invitationsCsv(listed, heads))}>
          {t('importPeople.result.copyCsv')}
        </Button>
        <Button icon={CopyIcon} onClick={() => void copyAll(invitationsMarkdown(listed, heads))}>
          {t('importPeople.result.copyMarkdown')}
        </Button>
        <Button
          icon={DownloadIcon}
          onClick={() => saveFile(t('importPeople.result.file'), invitationsCsv(listed, heads), 'text/csv')}
        >
          {t('importPeople.result.save')}
        </Button>
      </div>
      <ul className={classes['links']} aria-label={t('importPeople.result.list')}>
        {links.slice(0, limit).map((link) => (
          <LinkRow key={link.link} link={link} />
        ))}
      </ul>
      {links.length > limit && (
        <Button size="xs" onClick={() => setLimit(limit + step)}>
          {t('import.rows.more', { count: Math.min(step, links.length - limit) })}
        </Button>
      )}
      <div className={classes['foot']}>
        <span className={classes['hint']} />
        <Button onClick={props.onAgain}>{t('import.result.again')}</Button>
        <Button icon={PeopleIcon} onClick={() => go('people')}>
          {t('importPeople.result.show')}
        </Button>
      </div>
    </section>
  );
};

/** What the import of people did, and the links that came of it: shown once, as every invitation. */
export const PeopleResult = (props: { readonly result: PeopleApplied; readonly onAgain: () => void }) => {
  const { t } = useText();
  const go = useGo();
  const { result } = props;
  if (result.links.length > 0) return <Links links={result.links} onAgain={props.onAgain} />;
  const counts = [
    t('import.counts.changed', { count: result.changed }),
    t('import.counts.same', { count: result.same }),
    t('import.counts.errors', { count: result.errors }),
  ].join(t('ui.list.comma'));
  return (
    <EmptyState
      whole
      icon={CheckIcon}
      title={t('importPeople.result.title', { count: 0 })}
      sentence={t('import.result.sentence', { counts })}
      actions={
        <>
          <Button tone="primary" icon={PeopleIcon} autoFocus onClick={() => go('people')}>
            {t('importPeople.result.show')}
          </Button>
          <Button onClick={props.onAgain}>{t('import.result.again')}</Button>
        </>
      }
    />
  );
};
