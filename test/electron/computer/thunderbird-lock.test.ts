import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isHeldAlone, isProfileOpen } from '../../../electron/computer/thunderbird-lock.ts';
import { needs } from '../../support/needs.ts';
import { aWorkstation, type Home, thunderbirdHome } from '../../support/thunderbird-home.ts';

const { signal } = new AbortController();
let home: Home;
beforeEach(async () => {
  home = await thunderbirdHome();
});
afterEach(() => home.remove());

const isOpen = (change: Parameters<typeof aWorkstation>[1] = {}) =>
  isProfileOpen(home.profile, aWorkstation(home.home, change), signal);
const link = (target: string) => symlink(target, join(home.profile, 'lock'));

describe('the link that Thunderbird leaves on Unix', () => {
  test('none: not open', async () => {
    expect(await isOpen()).toBe(false);
  });
  test.each(['127.0.1.1:+4711', '127.0.0.1:4711', '192.0.2.7:+4711', '198.51.100.9:+4711'])(
    '%s of a process that lives: open',
    async (target) => {
      await link(target);
      expect(await isOpen({ isAlive: (pid) => pid === 4711 })).toBe(true);
    },
  );
  test.each(['127.0.1.1:+4711', '192.0.2.7:+4711'])(
    '%s of a process that is gone: left over',
    async (target) => {
      await link(target);
      expect(await isOpen()).toBe(false);
    },
  );
  test('of another computer, whose processes nobody knows here: open', async () => {
    await link('198.51.100.9:+4711');
    expect(await isOpen()).toBe(true);
  });
  test.each(['nonsense', '127.0.0.1:+0', '127.0.0.1:+-1', ':'])('%j cannot be read: open', async (target) => {
    await link(target);
    expect(await isOpen()).toBe(true);
  });
  test('a folder of that name is no link', async () => {
    await mkdir(join(home.profile, 'lock'));
    expect(await isOpen()).toBe(false);
  });
});

describe.skipIf(process.platform !== 'linux')('the lock on .parentlock', () => {
  needs('python3');
  let holder: ChildProcess | undefined;
  afterEach(() => holder?.kill());

  test('held by a program: open; let go: not open', async () => {
    const file = await home.write('.thunderbird/Profiles/abcd1234.default-esr/.parentlock', '');
    const script =
      'import fcntl,sys\nf=open(sys.argv[1],"r+")\nfcntl.lockf(f,fcntl.LOCK_EX)\nprint("held",flush=True)\nsys.stdin.read()';
    holder = spawn('python3', ['-c', script, file], { stdio: ['pipe', 'pipe', 'inherit'] });
    await once(holder.stdout as NodeJS.ReadableStream, 'data');
    expect(await isOpen()).toBe(true);
    holder.stdin?.end();
    await once(holder, 'exit');
    expect(await isOpen()).toBe(false);
  });
});

describe('macOS asks lsof', () => {
  const asked: string[][] = [];
  const answering = (printed: Awaited<ReturnType<ReturnType<typeof aWorkstation>['run']>>) =>
    isOpen({
      platform: 'darwin',
      run: async (file, args) => {
        asked.push([file, ...args]);
        return printed;
      },
    });

  test('a process has it open', async () => {
    expect(await answering({ status: 0, stdout: Buffer.from('4711\n') })).toBe(true);
    expect(asked[0]).toEqual(['/usr/sbin/lsof', '-t', '--', join(home.profile, '.parentlock')]);
  });
  test('nobody has', async () => {
    expect(await answering({ status: 1, stdout: Buffer.alloc(0) })).toBe(false);
  });
  test('no answer counts as open', async () => {
    expect(await answering(null)).toBe(true);
    expect(await answering({ status: null, stdout: Buffer.alloc(0) })).toBe(true);
  });
});

describe('Windows keeps parent.lock for itself', () => {
  const failing = (code: string) => async () => {
    throw Object.assign(new Error(code), { code });
  };
  test.each([
    ['EBUSY', true],
    ['EPERM', true],
    ['EACCES', true],
    ['ENOENT', false],
  ])('%s: open is %s', async (code, expected) => {
    expect(await isHeldAlone('parent.lock', failing(code))).toBe(expected);
  });
  test('a file that can be opened is left over', async () => {
    await home.write('.thunderbird/Profiles/abcd1234.default-esr/parent.lock', '');
    expect(await isOpen({ platform: 'win32' })).toBe(false);
  });
});
