import electronUpdater from 'electron-updater';
import type { Updater } from './updates.ts';

/** electron-updater with all that it does by itself switched off: it looks, fetches and installs when it is told. */
export function updater(): Updater {
  const { autoUpdater } = electronUpdater;
  autoUpdater.autoDownload = false;
  autoUpdater.autoInstallOnAppQuit = false;
  autoUpdater.allowDowngrade = false;
  autoUpdater.logger = null;
  // electron-updater gives every installation a number and sends it along; ours says nothing of who asks.
  autoUpdater.requestHeaders = { 'x-user-staging-id': 'none' };
  return {
    async look() {
      const answer = await autoUpdater.checkForUpdates();
      return answer?.isUpdateAvailable ? answer.updateInfo : null;
    },
    fetch: () => autoUpdater.downloadUpdate(),
    install: () => autoUpdater.quitAndInstall(),
  };
}
