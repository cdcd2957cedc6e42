import type { ReactNode } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import classes from './app-shell.module.css';

export interface AppShellProps {
  /** Team, search and places. */
  readonly side: ReactNode;
  /** Day strip, sync line and me, at the lower end of the sidebar. */
  readonly foot: ReactNode;
  /** A message above every place, such as the engine being away. */
  readonly banner?: ReactNode;
  readonly children: ReactNode;
}

/** Sidebar of 232 px and the place beside it. */
export const AppShell = (props: AppShellProps) => {
  const { t } = useText();
  return (
    <div className={classes['shell']}>
      <button
        type="button"
        className={classes['skip']}
        onClick={() => {
          document.getElementById('content')?.focus();
        }}
      >
        {t('app.skip')}
      </button>
      <aside className={classes['side']} aria-label={t('app.nav')}>
        {props.side}
        <div className={classes['foot']}>{props.foot}</div>
      </aside>
      <main className={classes['main']}>
        {props.banner !== undefined && <div className={classes['banner']}>{props.banner}</div>}
        <div className={classes['content']} id="content" tabIndex={-1} style={{ outline: 'none' }}>
          {props.children}
        </div>
      </main>
    </div>
  );
};
