import { app, type Session, session, shell, type WebContents } from 'electron';
import { isKnownPage } from '../../shared/discover/known-pages.ts';
import { isOwnPage, pageOrigin } from './page-address.ts';

/** Copy buttons write text to the clipboard. No page of Postway's needs anything else. */
const grantedPermission = 'clipboard-sanitized-write';

/**
 * Takes from every page what the wizard does not need: other pages, new windows, permissions, the network, downloads.
 * A page that was taken over is then left with the contract and nothing else (electronjs.org/docs/latest/tutorial/security).
 */
export function lockDown(): void {
  app.on('web-contents-created', (_event, contents) => lockDownPage(contents));
  lockDownSession(session.defaultSession);
}

function lockDownPage(contents: WebContents): void {
  const stay = (event: Electron.Event<{ url: string }>): void => {
    if (!isOwnPage(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    // In the person's own browser: a sign-in page, or the help of a mail service. A failure is the browser's to tell.
    if (isKnownPage(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
}

function lockDownSession(web: Session): void {
  web.setPermissionRequestHandler((contents, permission, answer) => {
    answer(permission === grantedPermission && isOwnPage(contents.getURL()));
  });
  web.setPermissionCheckHandler(
    (contents, permission) => permission === grantedPermission && isOwnPage(contents?.getURL() ?? ''),
  );
  web.setDevicePermissionHandler(() => false);
  // Mail servers are reached by the engine. The page itself never goes to the network.
  web.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !url.startsWith(`${pageOrigin}/`) && !url.startsWith('devtools://') });
  });
  web.on('will-download', (event) => event.preventDefault());
}
