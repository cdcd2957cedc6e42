import type { MenuItemConstructorOptions } from 'electron';

/** The application's menu: what every app has, through the system's own roles. Places and commands live in the window. */
export const menuTemplate = (options: {
  readonly platform: NodeJS.Platform;
  readonly packaged: boolean;
}): MenuItemConstructorOptions[] => {
  const mac = options.platform === 'darwin';
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ];
  const developing: MenuItemConstructorOptions[] = [{ role: 'reload' }, { role: 'toggleDevTools' }];
  return [
    mac ? { role: 'appMenu' } : { label: 'Meridian', submenu: [{ role: 'quit' }] },
    { role: 'editMenu' },
    { label: 'View', submenu: options.packaged ? view : [...developing, { type: 'separator' }, ...view] },
    { role: 'windowMenu' },
  ];
};
