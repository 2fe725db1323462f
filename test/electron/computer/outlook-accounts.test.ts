import { expect, test } from 'vitest';
import { findOutlookAccounts } from '../../../electron/computer/outlook-accounts.ts';
import type { Workstation } from '../../../electron/computer/workstation.ts';
import { passwordHex, queriedOutlook2010, queriedOutlook2016 } from '../../support/outlook-registry.ts';
import { aWorkstation } from '../../support/thunderbird-home.ts';

const { signal } = new AbortController();

function windows(answer: Workstation['run'], environment = { SystemRoot: 'C:\\Windows' }) {
  return aWorkstation('C:\\Users\\you', { platform: 'win32', environment, run: answer });
}
const printing = (text: string) => ({ status: 0, stdout: Buffer.from(text, 'latin1') });

test('asks Windows’ own reg for each age of Outlook, without a shell, and puts all accounts together', async () => {
  const asked: string[][] = [];
  const workstation = windows(async (file, args) => {
    asked.push([file, ...args]);
    if (args[1]?.includes('16.0')) return printing(queriedOutlook2016);
    if (args[1]?.includes('15.0')) return { status: 1, stdout: Buffer.from('FEHLER: ...') };
    return printing(queriedOutlook2010);
  });
  const { found, unread, places } = await findOutlookAccounts(workstation, signal);
  expect(asked).toEqual(places.map((key) => ['C:\\Windows\\System32\\reg.exe', 'query', key, '/s']));
  expect(asked).toHaveLength(3);
  expect(found.map(({ address, profile, outgoing }) => [address, profile, outgoing?.port])).toEqual([
    ['you@example.org', 'Outlook', 587],
    ['yo@example.net', 'Perfil de correo', 25],
  ]);
  expect(unread).toEqual([
    { where: expect.stringMatching(/0000000a$/), reason: { key: 'computer.unread.exchange' } },
  ]);
  expect(JSON.stringify({ found, unread }).toUpperCase()).not.toContain(passwordHex);
});

test.each([[null], [{ status: null, stdout: Buffer.from(queriedOutlook2016) }]])(
  'no answer in time is said, and half an answer is not used: %j',
  async (answer) => {
    const { found, unread } = await findOutlookAccounts(
      windows(async () => answer),
      signal,
    );
    expect(found).toEqual([]);
    expect(unread).toHaveLength(3);
  },
);

test('elsewhere than on Windows nothing is started', async () => {
  const workstation = aWorkstation('/home/you', { run: () => expect.unreachable() });
  expect(await findOutlookAccounts(workstation, signal)).toEqual({ found: [], unread: [], places: [] });
});

test('a search that was cancelled starts nothing', async () => {
  const workstation = windows(() => expect.unreachable());
  expect((await findOutlookAccounts(workstation, AbortSignal.abort())).found).toEqual([]);
});
