import { addWeeks, asMarkdown, digestMarkdown, isWeek } from '#shared/domain/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useGo, useQuery, useRecordId, useSession } from '#renderer/state/index.ts';
import {
  Banner,
  Button,
  ChevronLeftIcon,
  ChevronRightIcon,
  CopyIcon,
  DownloadIcon,
  IconButton,
  Page,
  Place,
  SectionHead,
  Skeleton,
  saveFile,
  useKeys,
  useTime,
  useToast,
} from '#renderer/ui/index.ts';
import { useDigestParts } from './use-parts.ts';
import { WaitsRail } from './waits.tsx';
import classes from './team-week.module.css';

/** What the team's week came to, as a page to read and a text to pass on; beside it, who waits on whom. */
export const TeamWeekScreen = () => {
  const { t } = useText();
  const { calendarDate } = useTime();
  const go = useGo();
  const toast = useToast();
  const session = useSession();
  const named = useRecordId();
  const { data, error } = useQuery('teamDigest', named !== null && isWeek(named) ? { week: named } : {});
  const partsOf = useDigestParts();
  const days = data === undefined ? null : { from: calendarDate(data.start), to: calendarDate(data.end) };

  const step = (weeks: number): void => {
    if (data !== undefined && (weeks < 0 || !data.present))
      go('team-week', addWeeks(data.week, weeks), { replace: true });
  };
  const markdown = (): string =>
    data === undefined || days === null
      ? ''
      : digestMarkdown({
          title: t('teamWeek.markdown.title', { team: session?.team?.name ?? '', ...days }),
          about: t('teamWeek.markdown.about', { name: asMarkdown(session?.me?.name ?? '') }),
          parts: partsOf(data, asMarkdown),
        });
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(markdown());
      toast({ sentence: t('teamWeek.copied') });
    } catch (cause) {
      // A browser may forbid it; saving is beside it.
      if (!(cause instanceof DOMException)) throw cause;
      toast({ sentence: cause.message, tone: 'error' });
    }
  };
  const save = (): void => {
    if (data !== undefined) saveFile(t('teamWeek.file', { week: data.week }), markdown(), 'text/markdown');
  };
  useKeys([
    { keys: '[', label: t('teamWeek.previous'), run: () => step(-1) },
    { keys: ']', label: t('teamWeek.next'), run: () => step(1) },
    { keys: 'c', label: t('teamWeek.copy'), run: () => void copy() },
    { keys: 's', label: t('teamWeek.save'), run: save },
  ]);

  return (
    <Place
      prose
      title={t('teamWeek.title')}
      context={
        days === null
          ? undefined
          : `${t('teamWeek.week', days)}${data?.present === true ? `, ${t('teamWeek.running')}` : ''}`
      }
      switches={
        <span className={classes['step']}>
          <IconButton icon={ChevronLeftIcon} label={t('teamWeek.previous')} size="xs" onClick={() => step(-1)} />
          <IconButton
            icon={ChevronRightIcon}
            label={t('teamWeek.next')}
            size="xs"
            disabled={data === undefined || data.present}
            onClick={() => step(1)}
          />
        </span>
      }
      actions={
        <>
          <Button icon={CopyIcon} keys="c" disabled={data === undefined} onClick={() => void copy()}>
            {t('teamWeek.copy')}
          </Button>
          <Button icon={DownloadIcon} keys="s" disabled={data === undefined} onClick={save}>
            {t('teamWeek.save')}
          </Button>
        </>
      }
    >
      <Page rail={<WaitsRail />} railLabel={t('teamWeek.waits.title')}>
        {data === undefined ? (
          error === null ? (
            <Skeleton rows={6} />
          ) : (
            <Banner tone="off-track">{error.sentence}</Banner>
          )
        ) : (
          partsOf(data, (text) => text).map(({ title, lines, empty }) => (
            <section key={title} className={classes['part']}>
              <SectionHead title={title} />
              {lines.length === 0 ? (
                <p className={classes['empty']}>{empty}</p>
              ) : (
                <ul className={classes['lines']} aria-label={title}>
                  {lines.map((line, nth) => (
                    // A sentence of the window's language, in which what people wrote is set apart already.
                    <li key={`${String(nth)} ${line}`}>{line}</li>
                  ))}
                </ul>
              )}
            </section>
          ))
        )}
      </Page>
    </Place>
  );
};
