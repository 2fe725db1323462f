import { win32 } from 'node:path';
import type { FoundAccount, Unread } from '../../shared/model/found-account.ts';
import { readOutlookAccounts } from '../../shared/parse/outlook-accounts.ts';
import { parseRegQuery } from '../../shared/parse/registry-text.ts';
import { said } from '../../shared/text/said.ts';
import { accountId } from './account-id.ts';
import { decodedUtf8 } from './bounded-file.ts';
import type { Looked } from './thunderbird-profiles.ts';
import type { Workstation } from './workstation.ts';

/** Where Outlook keeps its profiles: 2016 and later, 2013, and before that. */
const profileKeys = [
  'HKCU\\Software\\Microsoft\\Office\\16.0\\Outlook\\Profiles',
  'HKCU\\Software\\Microsoft\\Office\\15.0\\Outlook\\Profiles',
  'HKCU\\Software\\Microsoft\\Windows NT\\CurrentVersion\\Windows Messaging Subsystem\\Profiles',
];

/** The accounts of classic Outlook, from this person's part of the registry. Elsewhere than on Windows there are none to look for. */
export async function findOutlookAccounts(
  workstation: Workstation,
  signal: AbortSignal,
): Promise<Looked<FoundAccount>> {
  if (workstation.platform !== 'win32') return { found: [], unread: [], places: [] };
  const found = new Map<string, FoundAccount>();
  const unread: Unread[] = [];
  for (const key of profileKeys) {
    if (signal.aborted) break;
    const printed = await workstation.run(regProgram(workstation), ['query', key, '/s'], signal);
    if (printed === null || printed.status === null) {
      unread.push({ where: key, reason: said('computer.unread.registry') });
      continue;
    }
    if (printed.status !== 0) continue; // there is no such key: no Outlook of that age
    const { accounts, exchange } = readOutlookAccounts(parseRegQuery(decoded(printed.stdout)));
    unread.push(...exchange.map((where) => ({ where, reason: said('computer.unread.exchange') })));
    for (const { key: readFrom, ...account } of accounts) {
      const id = accountId('outlook', readFrom);
      found.set(id, { id, program: 'outlook', ...account, readFrom });
    }
  }
  return { found: [...found.values()], unread, places: profileKeys };
}

/** Windows' own, by its whole path: another program of that name must not be started. */
function regProgram({ environment }: Workstation): string {
  return win32.join(environment.SystemRoot ?? 'C:\\Windows', 'System32', 'reg.exe');
}

/** It prints in the code page of that Windows; everything that counts is ASCII or hexadecimal. */
function decoded(bytes: Buffer): string {
  return decodedUtf8(bytes) ?? bytes.toString('latin1');
}
