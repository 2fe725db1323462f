import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { say } from '../../shared/text/index.ts';

/** What the menus do besides what every program's do. */
export type MenuActions = {
  readonly openReport: () => void;
  /** The window's own page of help, which also says who made what is in it. */
  readonly showHelp: () => void;
  readonly saveDiagnostics: () => void;
  /** Null where the system's own software manager brings new versions. */
  readonly updates: {
    readonly isDaily: boolean;
    readonly lookNow: () => void;
    readonly setDaily: (isWanted: boolean) => void;
  } | null;
};

/** The menus that people know from every program: copy and paste, zoom, close, with the system's own labels and keys; and ours. */
export function setMenu({ openReport, showHelp, saveDiagnostics, updates }: MenuActions): void {
  const isMac = process.platform === 'darwin';
  const development: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }];
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
    ...development,
  ];
  const file: MenuItemConstructorOptions[] = [
    { label: say('app.menu.open'), accelerator: 'CmdOrCtrl+O', click: openReport },
    { type: 'separator' },
    isMac ? { role: 'close' } : { role: 'quit' },
  ];
  const help: MenuItemConstructorOptions[] = [
    { label: say('app.menu.help'), accelerator: 'F1', click: showHelp },
    { label: say('app.menu.diagnostics'), click: saveDiagnostics },
    ...(updates ? updateItems(updates) : []),
  ];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [{ role: 'appMenu' } as const] : []),
      { role: 'fileMenu', submenu: file },
      { role: 'editMenu' },
      { role: 'viewMenu', submenu: view },
      { role: 'windowMenu' },
      { role: 'help', submenu: help },
    ]),
  );
}

function updateItems({
  isDaily,
  lookNow,
  setDaily,
}: NonNullable<MenuActions['updates']>): MenuItemConstructorOptions[] {
  return [
    { type: 'separator' },
    { label: say('app.menu.look'), click: lookNow },
    {
      label: say('app.menu.look-daily'),
      type: 'checkbox',
      checked: isDaily,
      click: ({ checked }) => setDaily(checked),
    },
  ];
}
