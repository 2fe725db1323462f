import { type IpcMainEvent, ipcMain, type WebContents } from 'electron';
import {
  type BackendMessage,
  isTooLarge,
  noCallId,
  type WindowMessage,
} from '../../shared/contract/channel.ts';
import { said } from '../../shared/text/said.ts';
import { toBackend, toWindow } from './channel-names.ts';
import type { Engine, EngineLine, EngineNews } from './engine.ts';
import type { Opened } from './opening.ts';
import { isOwnPage } from './page-address.ts';

/**
 * Carries the contract between windows and the engine's process: one conversation for each page that a window loads, ended when the page goes (reload, close,
 * crash). Only the main frame of Postway's own page is heard; what anybody else says is dropped without an answer.
 * Returns a way to hand the window something to show: as soon as a page of it has spoken.
 */
export function serveWindows(engine: Engine): (opened: Opened) => void {
  let waiting: Opened | null = null;
  const conversations = new Map<WebContents, EngineLine>();

  const conversationWith = (page: WebContents): EngineLine => {
    const existing = conversations.get(page);
    if (existing) return existing;
    const begun = engine.line((message) => sendTo(page, message));
    conversations.set(page, begun);
    if (waiting) sendTo(page, waiting);
    waiting = null;
    whenPageGoes(page, () => {
      begun.hangUp();
      if (conversations.get(page) === begun) conversations.delete(page);
    });
    return begun;
  };

  ipcMain.on(toBackend, (event, message: unknown) => {
    if (!isFromOwnPage(event)) return;
    if (isOversized(message)) {
      const problem = { code: 'too-large', field: 'message', message: said('backend.too-large') } as const;
      sendTo(event.sender, { kind: 'reply', id: noCallId, problem });
      return;
    }
    conversationWith(event.sender).say(message);
  });

  return (opened) => {
    const [page] = conversations.keys();
    if (page) sendTo(page, opened);
    else waiting = opened;
  };
}

function isFromOwnPage({ senderFrame }: IpcMainEvent): boolean {
  // Null: the frame has gone since it spoke. With a parent: a frame inside the page, which is never ours.
  return senderFrame !== null && senderFrame.parent === null && isOwnPage(senderFrame.url);
}

/** IPC can carry what JSON cannot, such as an object that holds itself; that is not a message of ours either. */
function isOversized(message: unknown): boolean {
  try {
    return isTooLarge(message as WindowMessage);
  } catch {
    return true;
  }
}

function sendTo(page: WebContents, message: BackendMessage | EngineNews | Opened): void {
  if (!page.isDestroyed()) page.send(toWindow, message);
}

/** A navigation counts when it has happened: until then the old page lives and may speak. */
function whenPageGoes(page: WebContents, ended: () => void): void {
  const gone = (): void => {
    page.removeListener('did-navigate', gone);
    page.removeListener('render-process-gone', gone);
    page.removeListener('destroyed', gone);
    ended();
  };
  page.on('did-navigate', gone);
  page.on('render-process-gone', gone);
  page.on('destroyed', gone);
}
