import { useStore } from 'zustand';
import { useText } from '#renderer/i18n/index.ts';
import { Dialog, Keys } from '../control/index.ts';
import { useUi } from '../services.tsx';
import classes from './help.module.css';
import type { KeyScope, ScopedBinding } from './registry.ts';

const unique = (bindings: readonly ScopedBinding[]): readonly ScopedBinding[] => [
  ...new Map(bindings.filter((binding) => binding.hidden !== true).map((binding) => [binding.keys, binding])).values(),
];

/** Every key that works right now, straight from the registry: the help cannot be out of date. */
export const KeyHelp = (props: { readonly opened: boolean; readonly onClose: () => void }) => {
  const { t } = useText();
  const { keys } = useUi();
  const bindings = unique(useStore(keys.store));
  const titles: Readonly<Record<KeyScope, string>> = {
    here: t('ui.keys.here'),
    everywhere: t('ui.keys.everywhere'),
    go: t('ui.keys.go'),
  };
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={t('ui.keys.title')} size={640}>
      <div className={classes['columns']}>
        {(['here', 'everywhere', 'go'] as const).map((scope) => {
          const rows = bindings.filter((binding) => binding.scope === scope);
          if (rows.length === 0) return null;
          return (
            <section key={scope}>
              <h3 className={classes['head']}>{titles[scope]}</h3>
              <ul>
                {rows.map((binding) => (
                  <li key={binding.keys} className={classes['row']}>
                    <span>{binding.label}</span>
                    <Keys keys={binding.keys} />
                    <span className={classes['spoken']}>{binding.keys.replace('mod', 'Ctrl')}</span>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      <p className={classes['hint']}>{t('ui.keys.hint')}</p>
    </Dialog>
  );
};
