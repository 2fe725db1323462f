import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/** Who brings new versions of this installation: Postway itself, the system's software manager by name, or nobody (a source checkout). */
export type UpdateSource = 'postway' | 'deb' | 'rpm' | 'flatpak' | 'snap' | 'system' | 'none';

type Installation = {
  readonly isPackaged: boolean;
  readonly platform: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What `resources/package-type` says; null without such a file. */
  readonly packageType: string | null;
};

/** On Linux only an AppImage replaces itself; what a package manager installed, only that may change. */
export function sourceOf({ isPackaged, platform, environment, packageType }: Installation): UpdateSource {
  if (!isPackaged) return 'none';
  if (environment.FLATPAK_ID !== undefined) return 'flatpak';
  if (environment.SNAP !== undefined) return 'snap';
  if (packageType === 'deb' || packageType === 'rpm') return packageType;
  if (platform === 'linux') return environment.APPIMAGE === undefined ? 'system' : 'postway';
  return platform === 'win32' || platform === 'darwin' ? 'postway' : 'system';
}

/** Of the installation that runs. */
export function updateSource(): UpdateSource {
  const file = join(process.resourcesPath ?? '', 'package-type');
  return sourceOf({
    isPackaged: app.isPackaged,
    platform: process.platform,
    environment: process.env,
    packageType: existsSync(file) ? readFileSync(file, 'utf8').trim() : null,
  });
}
