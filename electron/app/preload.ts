import { contextBridge, ipcRenderer } from 'electron';
import { forgetPassword } from '../../shared/contract/password-frame.ts';
import { toBackend, toWindow } from './channel-names.ts';

/**
 * All that the window gets from Electron: a way to say something to the backend and a way to hear it. What may be said is
 * decided on the other side (`ipc.ts`), because a page that was taken over cannot be trusted to decide it here.
 */
contextBridge.exposeInMainWorld('postway', {
  send(message: unknown): void {
    ipcRenderer.send(toBackend, message); // by copy, and what came here is one too
    forgetPassword(message);
  },
  /** Returns a function that stops listening. The event object never reaches the page: it holds the sender. */
  onMessage(listener: (message: unknown) => void): () => void {
    const heard = (_event: unknown, message: unknown): void => listener(message);
    ipcRenderer.on(toWindow, heard);
    return () => {
      ipcRenderer.removeListener(toWindow, heard);
    };
  },
});
