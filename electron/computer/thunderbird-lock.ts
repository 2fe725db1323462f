import { open, readFile, readlink, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Workstation } from './workstation.ts';

/**
 * Whether a Thunderbird has this profile open (nsProfileLock.cpp; on Linux seen with version 153). On Unix it holds an fcntl lock on
 * `.parentlock`, and on Linux there is also a link `lock` that says `address:+pid`; on Windows it keeps `parent.lock` open for itself
 * alone. What cannot be decided counts as open: a change made beside a running Thunderbird is lost when it ends.
 */
export async function isProfileOpen(
  folder: string,
  workstation: Workstation,
  signal: AbortSignal,
): Promise<boolean> {
  switch (workstation.platform) {
    case 'win32':
      return isHeldAlone(join(folder, 'parent.lock'));
    case 'darwin':
      return (
        (await isOpenFile(join(folder, '.parentlock'), workstation, signal)) ||
        isLinkAlive(folder, workstation)
      );
    default:
      return (await isLocked(join(folder, '.parentlock'))) || isLinkAlive(folder, workstation);
  }
}

/** A file that a program keeps for itself cannot be opened. `opened` is for tests on systems that have no such files. */
export async function isHeldAlone(path: string, opened = open): Promise<boolean> {
  try {
    await (await opened(path, 'r')).close();
    return false;
  } catch (error) {
    return codeOf(error) !== 'ENOENT';
  }
}

/** Linux lists every fcntl lock with the inode of its file, also those that a flatpak's own process numbers would hide. */
async function isLocked(path: string): Promise<boolean> {
  try {
    const { ino } = await stat(path, { bigint: true });
    const locks = await readFile('/proc/locks', 'utf8');
    return locks.split('\n').some((line) => new RegExp(`:${ino} \\d+ (?:\\d+|EOF)$`).test(line));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false; // no such file, or no /proc: the link decides
    return true;
  }
}

/** macOS has no list of locks, but `lsof`, which comes with it, says whether a process has the file open. */
async function isOpenFile(path: string, workstation: Workstation, signal: AbortSignal): Promise<boolean> {
  const printed = await workstation.run('/usr/sbin/lsof', ['-t', '--', path], signal);
  if (printed === null || printed.status === null) return true;
  return printed.stdout.toString('latin1').trim() !== ''; // status 1 says "nobody", and also "no such file"
}

async function isLinkAlive(folder: string, { isAlive, ownAddresses }: Workstation): Promise<boolean> {
  try {
    const target = await readlink(join(folder, 'lock'));
    const [, address, pid] = /^(.+):\+?([1-9]\d{0,8})$/.exec(target) ?? [];
    if (address === undefined || isAlive(Number(pid))) return true;
    // A process number of another computer, which shares this folder, says nothing here.
    const isHere = /^127\./.test(address) || address === '::1' || ownAddresses().includes(address);
    return !isHere;
  } catch (error) {
    const code = codeOf(error);
    return code !== 'ENOENT' && code !== 'EINVAL'; // none, or no link but a file that is left over
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
