// Parts of Electron that show something outside the page. What they would show is reported to the test.
import { report } from './control.ts';
import { afterReady } from './readiness.ts';
import { strict } from './strict.ts';

export const dialog = strict('dialog', {
  showErrorBox: (title: string, content: string) => {
    report({ event: 'dialog', kind: 'error', text: `${title}: ${content}` });
  },
  showMessageBox: async (options: { readonly message: string; readonly detail?: string }) => {
    afterReady('dialog was used');
    report({ event: 'dialog', kind: 'message', text: `${options.message}: ${options.detail ?? ''}` });
    return { response: 0, checkboxChecked: false };
  },
});

export const shell = strict('shell', {
  openExternal: async (url: string) => {
    report({ event: 'opened', url: new URL(url).href });
  },
});

export const nativeTheme = strict('nativeTheme', { shouldUseDarkColors: false });

export const powerMonitor = strict('powerMonitor', {
  on: () => {
    afterReady("The 'powerMonitor' module was used");
  },
});

export const screen = strict('screen', {
  getAllDisplays: () => {
    afterReady("The 'screen' module was used");
    return [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }];
  },
});

const roles = new Set(
  'about appMenu close copy cut editMenu help minimize paste pasteAndMatchStyle quit redo reload resetZoom selectAll toggleDevTools togglefullscreen undo viewMenu windowMenu zoom zoomIn zoomOut'.split(
    ' ',
  ),
);

interface Item {
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly submenu?: readonly Item[];
}

const checkItem = (item: Item): void => {
  if (item.label === undefined && item.role === undefined && item.type === undefined) {
    throw new Error('Invalid template for MenuItem: must have at least one of label, role or type');
  }
  if (item.role !== undefined && !roles.has(item.role)) throw new Error(`Unknown menu role ${item.role}`);
  for (const inner of item.submenu ?? []) checkItem(inner);
};

export const Menu = strict('Menu', {
  buildFromTemplate: (template: readonly Item[]) => {
    for (const item of template) checkItem(item);
    return { template };
  },
  setApplicationMenu: (menu: { readonly template: readonly Item[] } | null) => {
    if (menu !== null && !Array.isArray(menu.template)) throw new TypeError('Invalid menu');
  },
});
