import type { QueryResult } from '#shared/protocol/index.ts';
import { localeOf, useText } from '#renderer/i18n/index.ts';
import { useCommand, useGo } from '#renderer/state/index.ts';
import { Button, FolderIcon, RebuildIcon, SectionHead, UploadIcon } from '#renderer/ui/index.ts';
import { Fact, Facts } from '../list.tsx';
import classes from '../trust.module.css';
import { SetAside } from './set-aside.tsx';

const unit = 1024;

/** "41 MB": sizes are told roughly. */
export const sizeWords = (bytes: number, language: string): string => {
  const names = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
  const step = Math.min(names.length, Math.max(1, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(unit))));
  return new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit: names[step - 1] ?? 'kilobyte',
    unitDisplay: 'short',
    maximumFractionDigits: bytes / unit ** step < 10 ? 1 : 0,
  }).format(bytes / unit ** step);
};

/** Where the data lies, importing, rebuilding, and what was set aside. */
export const Copies = (props: { readonly trust: QueryResult<'trust'> }) => {
  const { t, language } = useText();
  const go = useGo();
  const rebuild = useCommand('rebuild.run');
  const { trust } = props;
  return (
    <section aria-labelledby="copies">
      <SectionHead id="copies" title={t('trust.copies.title')} />
      <Facts label={t('trust.copies.title')}>
        <Fact
          icon={FolderIcon}
          title={t('trust.copies.here')}
          detail={
            <>
              {t('trust.copies.size', { size: sizeWords(trust.diskBytes, language), count: trust.entries })}
              <br />
              <span className={classes['mono']}>{trust.profilePath}</span>
            </>
          }
        />
        <Fact
          icon={UploadIcon}
          title={t('trust.copies.import')}
          detail={t('trust.copies.importDetail')}
          end={
            <Button size="xs" onClick={() => go('import')}>
              {t('trust.copies.importAct')}
            </Button>
          }
        />
        <Fact
          icon={RebuildIcon}
          title={t('trust.copies.rebuild')}
          detail={t('trust.copies.rebuildDetail')}
          end={
            <Button
              size="xs"
              busy={rebuild.busy}
              onClick={() => void rebuild.run({}, { done: t('trust.copies.rebuilt') })}
            >
              {rebuild.busy ? t('trust.copies.rebuilding') : t('trust.copies.rebuildAct')}
            </Button>
          }
        />
        <SetAside setAside={trust.setAside} forks={trust.forks} />
      </Facts>
    </section>
  );
};
