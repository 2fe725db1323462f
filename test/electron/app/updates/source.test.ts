import { expect, test, vi } from 'vitest';
import { sourceOf } from '../../../../electron/app/updates/source.ts';

vi.mock('electron', () => ({ app: {} }));
const installed = { isPackaged: true, platform: 'linux', environment: {}, packageType: null };

test.each([
  ['a checkout', { isPackaged: false }, 'none'],
  ['an AppImage', { environment: { APPIMAGE: '/home/a/Postway.AppImage' } }, 'postway'],
  ['Debian’s package', { packageType: 'deb' }, 'deb'],
  ['Fedora’s package', { packageType: 'rpm' }, 'rpm'],
  ['Flatpak', { environment: { FLATPAK_ID: 'org.postway.Postway' } }, 'flatpak'],
  ['Snap', { environment: { SNAP: '/snap/postway/1' } }, 'snap'],
  ['another Linux package', {}, 'system'],
  ['the installer of Windows', { platform: 'win32' }, 'postway'],
  ['the disk image of macOS', { platform: 'darwin' }, 'postway'],
])('%s: %o gets new versions from %s', (_what, change, source) => {
  expect(sourceOf({ ...installed, ...change })).toBe(source);
});
