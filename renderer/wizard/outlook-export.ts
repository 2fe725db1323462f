import type { FoundAccount } from '../../shared/model/found-account.ts';
import { readOutlookAccounts } from '../../shared/parse/outlook-accounts.ts';
import { parseRegFile } from '../../shared/parse/registry-text.ts';

/** Outlook's part of the registry has some 100 kB; a file larger than this was exported from elsewhere. */
export const maxExportBytes = 16 * 1024 * 1024;

/**
 * The accounts in a registry file that was exported on Outlook's computer. It is read here and goes nowhere. Version 5 files are
 * UTF-16 with a mark at the beginning, those of older Windows are not; what is neither has no accounts.
 */
export function outlookAccountsIn(bytes: Uint8Array, fileName: string): readonly FoundAccount[] {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
  const { accounts } = readOutlookAccounts(parseRegFile(text));
  return accounts.map(({ key, ...account }, index) => ({
    id: index.toString(16).padStart(16, '0'),
    program: 'outlook',
    ...account,
    readFrom: `${fileName.slice(0, 200)}: ${key.slice(0, 700)}`,
  }));
}
