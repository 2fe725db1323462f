/**
 * The switches burnt into Electron's binary. It then runs Postway's archive, unchanged, and is no Node for anybody else. `@electron/fuses`
 * sets them, and refuses when Electron has a fuse that is not named here.
 */
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';

export const fuses = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // Off would only change how WebAssembly checks its bounds, at the price of speed; Postway runs none.
  [FuseV1Options.WasmTrapHandlers]: true,
};

const extensions = { darwin: '.app', mas: '.app', win32: '.exe', linux: '' };

/** electron-builder's `afterPack`: before anything is signed. Rejects when a fuse cannot be set, so that nothing is shipped. */
export default async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const name = electronPlatformName === 'linux' ? packager.executableName : packager.appInfo.productFilename;
  await flipFuses(join(appOutDir, `${name}${extensions[electronPlatformName]}`), {
    ...fuses,
    // On Apple silicon a program without any signature does not start; changing it broke the one that Electron ships with.
    resetAdHocDarwinSignature: electronPlatformName === 'darwin',
  });
}
